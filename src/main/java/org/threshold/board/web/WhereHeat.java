package org.threshold.board.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.threshold.board.WhereFigures;

/** What the heat on the diagram may show. */
enum WhereHeat {
    DELAY("Total delay, case-days a week", WhereRow::delay, row -> WhereWords.caseDays(row.delay()), true),
    MEDIAN("Median time", WhereRow::median, row -> WhereWords.took(row.figures(), WhereFigures.Took::p50), false),
    P85("85 in 100 took at most", WhereRow::p85, row -> WhereWords.took(row.figures(), WhereFigures.Took::p85), false),
    COUNT("Completed", row -> row.figures().completed(), row -> Long.toString(row.figures().completed()), true),
    OVERDUE("Overdue now", row -> row.figures().overdue(), row -> Long.toString(row.figures().overdue()), true);

    static final int LEVELS = 5;

    private final String title;
    private final ToDoubleFunction<WhereRow> value;
    private final Function<WhereRow, String> words;
    private final boolean adds;

    WhereHeat(String title, ToDoubleFunction<WhereRow> value, Function<WhereRow, String> words, boolean adds) {
        this.title = title;
        this.value = value;
        this.words = words;
        this.adds = adds;
    }

    public String title() {
        return title;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    double value(WhereRow row) {
        return Math.max(0, value.applyAsDouble(row));
    }

    /** The number that stands on the element; a called process has none where the figures cannot be added up. */
    String words(WhereRow row) {
        return row.isCall() && !adds ? null : words.apply(row);
    }

    /** From 1 to {@link #LEVELS} in equal steps up to the largest; 0 where there is nothing. */
    static int level(double value, double largest) {
        return value <= 0 || largest <= 0 ? 0 : (int) Math.min(LEVELS, Math.ceil(value / largest * LEVELS));
    }

    static WhereHeat of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst().orElse(DELAY);
    }
}
