package org.threshold.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The moment of the board, and the 13 months and weeks of its trends: a month stands beside that of last year. */
record TileTimes(Instant now, LocalDate today) {

    static final int POINTS = 13;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    /** The last whole month. */
    YearMonth lastMonth() {
        return YearMonth.from(today).minusMonths(1);
    }

    /** Whole months, oldest first. */
    List<YearMonth> months() {
        return IntStream.range(0, POINTS).mapToObj(at -> lastMonth().minusMonths(POINTS - 1L - at)).toList();
    }

    /** The last night of each of the 12 months before, and tonight. */
    List<LocalDate> nights() {
        return Stream.concat(months().stream().skip(1).map(YearMonth::atEndOfMonth), Stream.of(today)).toList();
    }

    /** Tonight and the same night of each week before, oldest first. */
    List<LocalDate> weeks() {
        return IntStream.range(0, POINTS).mapToObj(at -> today.minusWeeks(POINTS - 1L - at)).toList();
    }

    static String words(YearMonth month) {
        return MONTH.format(month);
    }

    static String words(LocalDate day) {
        return DAY.format(day);
    }
}
