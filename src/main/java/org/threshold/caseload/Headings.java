package org.threshold.caseload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the headings of a file with those that it must and may have. */
final class Headings {

    /** A heading of so few letters' difference is probably the one that was meant. */
    private static final int NEAR = 6;
    private static final int LONGEST_SHOWN = 60;

    private Headings() {
    }

    static List<Remark> check(Sheet sheet, List<String> found) {
        List<Remark> remarks = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String heading : found) {
            if (!seen.add(heading)) {
                remarks.add(remark(sheet, "The heading " + quoted(heading) + " stands there twice.",
                        "Delete or rename one of the two columns."));
            } else if (sheet.column(heading).isEmpty()) {
                remarks.add(remark(sheet, quoted(heading) + " is not a heading of " + sheet.fileName() + ".",
                        nearest(heading, sheet, found).map(near -> "Did you mean ‘" + near + "’? Headings must be"
                                + " written exactly so.").orElse("Delete the column, or rename it.")));
            }
        }
        sheet.columns().stream().filter(Column::required).map(Column::heading).filter(each -> !seen.contains(each))
                .forEach(each -> remarks.add(remark(sheet, "The heading ‘" + each + "’ is missing.",
                        "Add the column, or rename the one that holds it.")));
        return remarks;
    }

    private static Optional<String> nearest(String wrong, Sheet sheet, List<String> found) {
        String plain = wrong.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return sheet.columns().stream().map(Column::heading).filter(heading -> !found.contains(heading))
                .filter(heading -> distance(plain, heading) <= Math.min(NEAR, heading.length() / 2))
                .min(Comparator.comparingInt(heading -> distance(plain, heading)));
    }

    /** How many letters must be put in, taken out or changed to make one of the other. */
    static int distance(String a, String b) {
        if (a.length() > LONGEST_SHOWN) {
            return Integer.MAX_VALUE;
        }
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[b.length()];
    }

    private static Remark remark(Sheet sheet, String problem, String remedy) {
        return new Remark(sheet, 1, null, null, true, problem, remedy);
    }

    static String quoted(String value) {
        String shown = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
        return shown.isEmpty() ? "An empty heading" : "‘" + shown + "’";
    }
}
