package org.threshold.hclic;

import java.time.LocalDate;
import java.time.Month;

/** A quarter of a calendar year, for which one return is made. */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final int FIRST_YEAR = 2018;
    private static final int LAST_YEAR = 2099;

    public Quarter {
        if (number < 1 || number > 4 || year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("There is no quarter " + number + " of " + year);
        }
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / 3 + 1);
    }

    /** @throws IllegalArgumentException when the text is not like 2026-Q4 */
    public static Quarter parse(String text) {
        if (text == null || !text.matches("20\\d\\d-Q[1-4]")) {
            throw new IllegalArgumentException("A quarter is written like 2026-Q4");
        }
        return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0');
    }

    public LocalDate first() {
        return LocalDate.of(year, Month.of(number * 3 - 2), 1);
    }

    public LocalDate last() {
        return first().plusMonths(3).minusDays(1);
    }

    public Quarter before() {
        return of(first().minusDays(1));
    }

    public Quarter after() {
        return of(last().plusDays(1));
    }

    /** 'October to December 2026'. */
    public String title() {
        return month(first()) + " to " + month(last()) + " " + year;
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.UK);
    }

    @Override
    public int compareTo(Quarter other) {
        return first().compareTo(other.first());
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
