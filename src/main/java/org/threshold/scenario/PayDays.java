package org.threshold.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Benefit is paid four weeks in arrears, for whole benefit weeks: every fourth Monday of a played year. */
final class PayDays {

    private static final int DAYS = 28;

    private PayDays() {
    }

    private static LocalDate first(PlayedYear year) {
        return year.firstDay().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    static boolean is(PlayedYear year, LocalDate day) {
        return !day.isBefore(first(year)) && ChronoUnit.DAYS.between(first(year), day) % DAYS == 0;
    }

    /**
     * The first night that the one before that day has not paid. What was before the year is in the balances that were
     * brought over on the day before it.
     */
    static LocalDate paidUntil(PlayedYear year, LocalDate day) {
        long days = ChronoUnit.DAYS.between(first(year), day.minusDays(1));
        return days < 0 ? year.firstDay().minusDays(1) : first(year).plusDays(days / DAYS * DAYS);
    }
}
