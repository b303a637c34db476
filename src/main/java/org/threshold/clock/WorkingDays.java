package org.threshold.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Which days are worked: not weekends, not bank holidays of England and Wales, not the council's closures.
 *
 * @param holidays  names of bank holidays by day
 * @param firstYear first year that the holidays cover
 * @param lastYear  last year that they cover; a day of any other year is an error, never a guess
 * @param overrides the council's own: true for a bank holiday that is worked, false for a closure
 */
public record WorkingDays(Map<LocalDate, String> holidays, int firstYear, int lastYear,
                          Map<LocalDate, Boolean> overrides) {

    private static final int MOST_DAYS = 2_000;

    /** @throws CalendarUnknown when the year is not covered */
    public boolean isWorkingDay(LocalDate day) {
        requireKnown(day);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return overrides.getOrDefault(day, !weekend && !holidays.containsKey(day));
    }

    /**
     * The working day that comes so many working days after the given day, which itself does not count.
     *
     * @throws CalendarUnknown when the count runs into a year that is not covered
     */
    public LocalDate after(LocalDate day, int workingDays) {
        if (workingDays < 0 || workingDays > MOST_DAYS) {
            throw new IllegalArgumentException("Between 0 and " + MOST_DAYS + " working days can be counted");
        }
        requireKnown(day);
        LocalDate at = day;
        for (int left = workingDays; left > 0;) {
            at = at.plusDays(1);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    /** The bank holiday on the day, where it is one. */
    public Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(holidays.get(day));
    }

    private void requireKnown(LocalDate day) {
        if (day.getYear() < firstYear || day.getYear() > lastYear) {
            throw new CalendarUnknown("The bank holidays of " + day.getYear() + " are not known to Threshold, which has"
                    + " those of " + firstYear + " to " + lastYear + ", so working days cannot be counted there");
        }
    }
}
