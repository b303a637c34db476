package org.threshold.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * The council's working hours: 09:00 to 17:00 in London on working days. Work is measured in them; statutory periods
 * never are.
 */
public record WorkingTime(WorkingDays days) {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LondonDeadlines.CLOSE_OF_BUSINESS;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /**
     * Whole seconds of working time between two instants; 0 where the second is not later. A year that the bundled
     * calendar does not cover counts Monday to Friday: a step must not fail because its waiting cannot be measured.
     */
    public long secondsBetween(Instant from, Instant to) {
        long seconds = 0;
        LocalDate last = to.atZone(ServiceClock.LONDON).toLocalDate();
        LocalDate first = from.atZone(ServiceClock.LONDON).toLocalDate();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (worked(day)) {
                seconds += shared(from, to, at(day, OPENS), at(day, CLOSES));
            }
        }
        return seconds;
    }

    private boolean worked(LocalDate day) {
        boolean known = day.getYear() >= days.firstYear() && day.getYear() <= days.lastYear();
        return known ? days.isWorkingDay(day) : !WEEKEND.contains(day.getDayOfWeek());
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ServiceClock.LONDON).toInstant();
    }

    private static long shared(Instant from, Instant to, Instant opens, Instant closes) {
        Instant begin = from.isAfter(opens) ? from : opens;
        Instant end = to.isBefore(closes) ? to : closes;
        return end.isAfter(begin) ? Duration.between(begin, end).toSeconds() : 0;
    }
}
