package org.threshold.caseload;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.threshold.audit.Sha256;

/** All rows of one household, by file. */
record HouseholdRows(String reference, Map<Sheet, List<Row>> bySheet) {

    List<Row> of(Sheet sheet) {
        return bySheet.getOrDefault(sheet, List.of());
    }

    /** How many rows of each file, in the files' order. */
    Integer[] counts() {
        return Arrays.stream(Sheet.values()).map(sheet -> of(sheet).size()).toArray(Integer[]::new);
    }

    /** The same for the same values in the same order, wherever in the files they stand. */
    String hash(DateOrder order) {
        MessageDigest digest = Sha256.digest();
        digest.update(order.name().getBytes(StandardCharsets.UTF_8));
        for (Sheet sheet : Sheet.values()) {
            for (Row row : of(sheet)) {
                digest.update((byte) (1 + sheet.ordinal()));
                new TreeMap<>(row.values()).forEach((heading, value) -> {
                    digest.update(heading.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(value.getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                });
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
