package org.threshold.eventlog;

import java.util.List;
import java.util.Locale;

/**
 * In which column of a CSV file each thing stands, counted from nought; -1 for the resource and the lifecycle where the
 * file has none.
 */
record CsvColumns(int of, int activity, int time, int resource, int lifecycle) {

    private static final int NONE = -1;
    private static final int MOST_NAMED = 12;

    /** Names that other programs give, the surest first. */
    private static final List<String> CASES = List.of("case:concept:name", "case_id", "case id", "caseid", "case");
    private static final List<String> ACTIVITIES = List.of("concept:name", "activity", "activity_name", "activity name",
            "activity_id", "activityid", "activity id", "task", "event");
    private static final List<String> TIMES = List.of("time:timestamp", "timestamp", "complete timestamp",
            "completetimestamp", "time", "date", "end_time");
    private static final List<String> RESOURCES = List.of("org:resource", "resource", "officer", "user");
    private static final List<String> LIFECYCLES = List.of("lifecycle:transition", "lifecycle", "transition");

    /** @throws LogRefused where a column that is needed is not there, or one that was named stands twice */
    static CsvColumns of(List<String> headings, LogMapping mapping) {
        List<String> plain = headings.stream().map(CsvColumns::plain).toList();
        return new CsvColumns(needed(plain, headings, mapping.caseColumn(), CASES, "case"),
                needed(plain, headings, mapping.activityColumn(), ACTIVITIES, "activity"),
                needed(plain, headings, mapping.timestampColumn(), TIMES, "time"),
                place(plain, headings, mapping.resourceColumn(), RESOURCES, "resource"),
                place(plain, headings, mapping.lifecycleColumn(), LIFECYCLES, "lifecycle"));
    }

    private static int needed(List<String> plain, List<String> headings, String named, List<String> likely,
                              String kind) {
        int place = place(plain, headings, named, likely, kind);
        if (place == NONE) {
            throw new LogRefused("Which column holds the " + kind + " cannot be told from the headings at line 1 ("
                    + said(headings) + "): name it.");
        }
        return place;
    }

    private static int place(List<String> plain, List<String> headings, String named, List<String> likely,
                             String kind) {
        if (named != null && !plain.contains(plain(named))) {
            throw new LogRefused("There is no column " + Words.quoted(named) + " for the " + kind + " at line 1, which"
                    + " has " + said(headings) + ".");
        }
        String heading = named != null ? plain(named)
                : likely.stream().filter(plain::contains).findFirst().orElse(null);
        if (heading != null && plain.indexOf(heading) != plain.lastIndexOf(heading)) {
            throw new LogRefused("There are two columns " + Words.quoted(heading) + " at line 1, so which of them holds"
                    + " the " + kind + " is not clear.");
        }
        return heading == null ? NONE : plain.indexOf(heading);
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    private static String said(List<String> headings) {
        return String.join(", ", headings.stream().limit(MOST_NAMED).map(Words::quoted).toList())
                + (headings.size() > MOST_NAMED ? " and more" : "");
    }
}
