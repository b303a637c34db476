package org.threshold.scenario;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.threshold.caseload.Sheet;

/** Collects the rows of a caseload's files, and writes the files as a council would. */
final class SheetRows {

    private final Map<Sheet, List<Map<String, Object>>> rows = new EnumMap<>(Sheet.class);

    /** @param pairs headings and values in turn; a value that is null leaves its column empty */
    void add(Sheet sheet, Object... pairs) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                row.put((String) pairs[i], pairs[i + 1]);
            }
        }
        rows.computeIfAbsent(sheet, none -> new ArrayList<>()).add(row);
    }

    Map<Sheet, byte[]> files() {
        Map<Sheet, byte[]> files = new EnumMap<>(Sheet.class);
        rows.forEach((sheet, all) -> files.put(sheet, file(all)));
        return files;
    }

    private static byte[] file(List<Map<String, Object>> rows) {
        Set<String> headings = new TreeSet<>();
        rows.forEach(row -> headings.addAll(row.keySet()));
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(headings);
            for (Map<String, Object> row : rows) {
                printer.printRecord(headings.stream().map(heading -> row.getOrDefault(heading, "")).toList());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
