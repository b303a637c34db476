package org.threshold.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Who comes on which day: in each calendar month as many as are published, divided by the scale, on working days as
 * chance has it. What is left of a household by the division goes over to the next month.
 */
final class Arrivals {

    /** By the peer review. */
    static final int A_MONTH = 450;
    private static final long MOST_A_DAY = 1_000;

    private Arrivals() {
    }

    /** Their numbers by day; whoever comes later has the higher one. */
    static Map<LocalDate, List<Long>> of(PlayedYear year) {
        Map<LocalDate, List<Long>> arrivals = new TreeMap<>();
        double wanted = 0;
        long came = 0;
        YearMonth end = YearMonth.from(year.lastDay());
        for (YearMonth month = YearMonth.from(year.firstDay()); !month.isAfter(end); month = month.plusMonths(1)) {
            List<LocalDate> days = daysOf(month, year);
            wanted += (double) A_MONTH * days.size() / month.lengthOfMonth() / year.scale();
            List<LocalDate> working = days.stream()
                    .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()).toList();
            RandomGenerator random = Seeds.of(year.seed(), "come", month.atDay(1).toEpochDay());
            for (; !working.isEmpty() && came < Math.round(wanted); came++) {
                LocalDate day = working.get(random.nextInt(working.size()));
                List<Long> ofDay = arrivals.computeIfAbsent(day, none -> new ArrayList<>());
                ofDay.add(day.toEpochDay() * MOST_A_DAY + ofDay.size());
            }
        }
        return arrivals;
    }

    private static List<LocalDate> daysOf(YearMonth month, PlayedYear year) {
        LocalDate first = month.atDay(1).isBefore(year.firstDay()) ? year.firstDay() : month.atDay(1);
        LocalDate last = month.atEndOfMonth().isAfter(year.lastDay()) ? year.lastDay() : month.atEndOfMonth();
        return first.datesUntil(last.plusDays(1)).toList();
    }

    static LocalDate dayOf(long number) {
        return LocalDate.ofEpochDay(number / MOST_A_DAY);
    }
}
