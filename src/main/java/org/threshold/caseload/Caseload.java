package org.threshold.caseload;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the files hold, by household.
 *
 * @param readable   whether every file could be read; otherwise there are no households, only remarks
 * @param households in the order of cases.csv
 * @param units      the rows of units.csv, which belong to no household
 * @param strays     rows of each file that belong to no household
 * @param remarks    about files and rows, before any household was looked at
 */
record Caseload(boolean readable, List<HouseholdRows> households, List<Row> units, Map<Sheet, Integer> strays,
                List<Remark> remarks) {

    static Caseload read(Map<Sheet, byte[]> files) {
        List<SheetContent> contents = new ArrayList<>();
        for (Sheet sheet : Sheet.values()) {
            contents.add(files.containsKey(sheet) ? SheetReader.read(sheet, files.get(sheet))
                    : SheetContent.absent(sheet));
        }
        List<Remark> remarks = new ArrayList<>();
        contents.forEach(content -> remarks.addAll(content.remarks()));
        if (!files.containsKey(Sheet.CASES)) {
            remarks.add(new Remark(Sheet.CASES, 1, null, null, true, "The file cases.csv is missing.",
                    "Every caseload needs it: it names the households."));
        }
        boolean readable = files.containsKey(Sheet.CASES) && contents.stream().allMatch(SheetContent::readable);
        return readable ? group(contents, remarks) : new Caseload(false, List.of(), List.of(), Map.of(), remarks);
    }

    private static Caseload group(List<SheetContent> contents, List<Remark> remarks) {
        Map<String, Map<Sheet, List<Row>>> grouped = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        Map<Sheet, Integer> strays = new EnumMap<>(Sheet.class);
        List<Row> units = contents.get(Sheet.UNITS.ordinal()).rows();
        for (SheetContent content : contents) {
            for (Row row : content.sheet().ofHouseholds() ? content.rows() : List.<Row>of()) {
                place(row, grouped, names, strays, remarks);
            }
        }
        List<HouseholdRows> households = new ArrayList<>();
        grouped.forEach((key, rows) -> households.add(new HouseholdRows(names.get(key), rows)));
        return new Caseload(true, households, units, strays, remarks);
    }

    private static void place(Row row, Map<String, Map<Sheet, List<Row>>> grouped, Map<String, String> names,
                              Map<Sheet, Integer> strays, List<Remark> remarks) {
        String key = row.reference() == null ? null : key(row.reference());
        if (row.sheet() == Sheet.CASES && key != null) {
            names.putIfAbsent(key, row.reference());
            List<Row> cases = grouped.computeIfAbsent(key, none -> new EnumMap<>(Sheet.class))
                    .computeIfAbsent(Sheet.CASES, none -> new ArrayList<>());
            cases.add(row);
            if (cases.size() > 1) {
                remarks.add(remark(row, "The reference stands in line " + cases.get(0).line() + " too.",
                        "A household has one row in cases.csv, and a reference of its own."));
            }
        } else if (key != null && grouped.containsKey(key)) {
            grouped.get(key).computeIfAbsent(row.sheet(), none -> new ArrayList<>()).add(row);
        } else {
            strays.merge(row.sheet(), 1, Integer::sum);
            if (key != null) {
                remarks.add(remark(row, "No row of cases.csv has this reference.",
                        "Add the household to cases.csv, or delete the row."));
            }
        }
    }

    private static Remark remark(Row row, String problem, String remedy) {
        return new Remark(row.sheet(), row.line(), Sheet.REFERENCE, row.reference(), true, problem, remedy);
    }

    /** References that differ only in capitals are one. */
    static String key(String reference) {
        return reference.toUpperCase(Locale.ROOT);
    }

    /** Lines of units.csv that could not be read. */
    Set<Integer> brokenUnits() {
        return remarks.stream().filter(remark -> remark.refused() && remark.sheet() == Sheet.UNITS).map(Remark::line)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** Households with a row that could not be read or stands twice. */
    Set<String> broken() {
        Set<String> broken = new HashSet<>();
        remarks.stream().filter(remark -> remark.refused() && remark.reference() != null)
                .forEach(remark -> broken.add(key(remark.reference())));
        return broken;
    }
}
