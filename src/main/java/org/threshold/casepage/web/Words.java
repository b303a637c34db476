package org.threshold.casepage.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ClockRules;
import org.threshold.clock.ServiceClock;
import org.threshold.clock.StatutoryClock;

/** Days, times, ages and clocks as officers read them, in Europe/London. */
@Component
public class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

    private final Clock clock;
    private final People people;
    private final ClockRules rules;

    Words(Clock clock, People people, ClockRules rules) {
        this.clock = clock;
        this.people = people;
        this.rules = rules;
    }

    public String day(LocalDate day) {
        return day == null ? "not known" : DAY.format(day);
    }

    public String dayOf(Instant instant) {
        return instant == null ? "none" : DAY.format(instant.atZone(ServiceClock.LONDON));
    }

    /** When a step is due: midnight is said as the end of the day before. */
    public String due(Instant due) {
        if (due == null) {
            return "no date";
        }
        ZonedDateTime local = due.atZone(ServiceClock.LONDON);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? "end of " + DAY.format(local.minusDays(1)) : TIME.format(local);
    }

    public String time(Instant instant) {
        return TIME.format(instant.atZone(ServiceClock.LONDON));
    }

    /** '12 March 1990 (36)', or 'not known'. */
    public String born(LocalDate day) {
        if (day == null) {
            return "not known";
        }
        LocalDate today = LocalDate.now(clock);
        return day.isAfter(today) ? DAY.format(day) + " (expected)"
                : DAY.format(day) + " (" + Period.between(day, today).getYears() + ")";
    }

    public String person(String username) {
        return username == null ? "nobody yet" : people.nameOf(username);
    }

    public boolean isPast(Instant instant) {
        return instant != null && instant.isBefore(clock.instant());
    }

    /** 'day 12 of 56, last day 14 December 2026', or how it ended. */
    public String state(StatutoryClock statutory) {
        if (!statutory.running()) {
            return "ended " + day(statutory.endedOn()) + (statutory.endReason() == null ? ""
                    : ": " + statutory.endReason());
        }
        long number = statutory.dayNumber(LocalDate.now(clock));
        LocalDate last = statutory.period().lastDay();
        if (last == null) {
            return number < 1 ? "starts " + day(statutory.period().firstDay()) : "day " + number + ", no fixed last day";
        }
        if (number < 1) {
            return "starts " + day(statutory.period().firstDay()) + ", last day " + day(last);
        }
        long length = statutory.lengthInDays().orElseThrow();
        return number > length ? "day " + length + " of " + length + " passed on " + day(last)
                : "day " + number + " of " + length + ", last day " + day(last);
    }

    /** As the calculator and the timeline name it. */
    public String clockName(ClockKind kind) {
        return rules.nameOf(kind);
    }
}
