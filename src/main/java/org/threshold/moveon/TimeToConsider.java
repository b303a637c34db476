package org.threshold.moveon;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.threshold.clock.CalendarUnknown;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.WorkingDays;
import org.threshold.form.FieldError;
import org.threshold.homelessness.OfferKind;

/**
 * The time to consider an offer: reasonable for the household, so the days are the council's own setting and a shorter
 * time needs a reason. The day of the letter does not count.
 */
@Component
class TimeToConsider {

    private final OfferSettings settings;
    private final CouncilCalendar calendar;

    TimeToConsider(OfferSettings settings, CouncilCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    /** The first day that gives them the usual time. */
    LocalDate usual(OfferKind kind, LocalDate from) {
        return from.plusDays(settings.leastDays().get(kind));
    }

    /** The same, or the next day after it on which the offices are open. */
    LocalDate proposed(OfferKind kind, LocalDate from) {
        LocalDate day = usual(kind, from);
        while (closed(day) != null) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** @param shortWhy and closedDayWhy as typed, or null */
    List<FieldError> problems(OfferKind kind, LocalDate from, LocalDate until, String shortWhy, String closedDayWhy) {
        List<FieldError> problems = new ArrayList<>();
        if (until.isBefore(from)) {
            problems.add(new FieldError("considerUntil", "The last day must be today or later"));
            return problems;
        }
        if (until.isAfter(from.plusDays(settings.mostDays()))) {
            problems.add(new FieldError("considerUntil", "The last day must be within " + settings.mostDays()
                    + " days. They can be given more time later"));
        }
        if (until.isBefore(usual(kind, from)) && shortWhy == null) {
            problems.add(new FieldError("shortWhy", "The usual time runs until " + Words.day(usual(kind, from))
                    + ". Enter why a shorter time is reasonable for them, or choose that day"));
        }
        String closed = closed(until);
        if (closed != null && closedDayWhy == null) {
            problems.add(new FieldError("closedDayWhy", Words.day(until) + " is " + closed + ". Enter how they can"
                    + " answer on that day, or choose a working day such as " + Words.day(open(until))));
        }
        return problems;
    }

    /** What keeps the offices closed on that day, such as 'a Sunday'; null where they are open. */
    String closed(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        try {
            WorkingDays days = calendar.workingDays();
            if (days.isWorkingDay(day)) {
                return null;
            }
            return weekend ? weekday(day) : days.holiday(day).map(name -> "a bank holiday (" + name + ")")
                    .orElse("a day on which our offices are closed");
        } catch (CalendarUnknown notCovered) {
            return weekend ? weekday(day) : null;
        }
    }

    private LocalDate open(LocalDate after) {
        LocalDate day = after.plusDays(1);
        while (closed(day) != null) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static String weekday(LocalDate day) {
        return "a " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
