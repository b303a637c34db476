package org.threshold.board.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** The columns of the table that it can be ordered by. */
enum WhereSort {
    DELAY("Total delay, case-days a week", Comparator.comparingDouble(WhereRow::delay)),
    NAME("Step", Comparator.comparing(WhereRow::name, String.CASE_INSENSITIVE_ORDER).reversed()),
    COUNT("Completed (n)", Comparator.comparingLong(row -> row.figures().completed())),
    MEDIAN("Median", Comparator.comparingDouble(WhereRow::median)),
    P85("85 in 100 took at most", Comparator.comparingDouble(WhereRow::p85)),
    OPEN("Open now", Comparator.comparingLong(row -> row.figures().open())),
    OVERDUE("Overdue now", Comparator.comparingLong(row -> row.figures().overdue()));

    private final String title;
    private final Comparator<WhereRow> ascending;

    WhereSort(String title, Comparator<WhereRow> ascending) {
        this.title = title;
        this.ascending = ascending;
    }

    String title() {
        return title;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** First what matters most: the largest figure, and names from A. */
    Comparator<WhereRow> order(boolean turned) {
        return (turned ? ascending : ascending.reversed()).thenComparing(WhereRow::name).thenComparing(WhereRow::id);
    }

    /** Total delay for anything else. */
    static WhereSort of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElse(DELAY);
    }
}
