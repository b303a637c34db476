package org.threshold.board.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and days as people read them. */
final class FlowWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM yy", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.UK);

    private FlowWords() {
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    static String shortMonth(YearMonth month) {
        return SHORT_MONTH.format(month);
    }

    /** One place after the point, where there is anything. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        return String.format(Locale.UK, value == Math.rint(value) || Math.abs(value) >= 100 ? "%,.0f" : "%,.1f", value);
    }

    /** @param what in the plural, with a capital */
    static String broughtOver(String what) {
        return what + " that had begun before their case was brought over from an earlier system are left out: only"
                + " live cases are brought over, so the short ones of that time are missing.";
    }

    static String p(double p) {
        return p < 0.001 ? "p < 0.001" : String.format(Locale.UK, "p = %.3f", p);
    }

    static String cell(Object cell) {
        if (cell instanceof LocalDate day) {
            return day(day);
        }
        return cell instanceof Number number ? number(number.doubleValue()) : String.valueOf(cell);
    }
}
