package org.threshold.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.threshold.access.OpenToAll;

/** The arithmetic of the law, in Europe/London. */
@Service
@OpenToAll("Arithmetic on days; about nobody")
class LondonDeadlines implements Deadlines {

    /** When a working day ends for a promise of the same day. */
    static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);

    private final ClockRules rules;
    private final Supplier<WorkingDays> workingDays;

    @Autowired
    LondonDeadlines(ClockRules rules, CouncilCalendar calendar) {
        this(rules, calendar::workingDays);
    }

    LondonDeadlines(ClockRules rules, Supplier<WorkingDays> workingDays) {
        this.rules = rules;
        this.workingDays = workingDays;
    }

    @Override
    public Period calculate(ClockKind kind, LocalDate trigger) {
        ClockRule rule = rules.of(kind, trigger);
        int amount = rule.rule().amount();
        return switch (rule.rule().counting()) {
            case DAYS_BEGINNING_WITH -> period(rule, trigger, trigger.plusDays(amount - 1L));
            case DAYS_OF -> period(rule, trigger.plusDays(1), trigger.plusDays(amount));
            case WORKING_DAYS_AFTER -> period(rule, workingDays.get().after(trigger, 1),
                    workingDays.get().after(trigger, amount));
            case SAME_DAY -> period(rule, trigger, trigger);
            case NO_FIXED_LENGTH -> period(rule, trigger, null);
        };
    }

    private static Period period(ClockRule rule, LocalDate firstDay, LocalDate lastDay) {
        return new Period(rule.kind(), firstDay, lastDay, rule.wording(), rule.provision());
    }

    @Override
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(ServiceClock.LONDON).toInstant();
    }

    @Override
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    @Override
    public Instant due(ServiceStandard standard, Instant from) {
        LocalDate day = from.atZone(ServiceClock.LONDON).toLocalDate();
        return switch (standard.unit()) {
            case HOURS -> from.plus(Duration.ofHours(standard.amount()));
            case CALENDAR_DAYS -> lastSecondOf(day.plusDays(standard.amount()));
            case WORKING_DAYS -> lastSecondOf(workingDays.get().after(day, standard.amount()));
            case SAME_DAY -> sameDay(from);
        };
    }

    private static Instant sameDay(Instant from) {
        ZonedDateTime local = from.atZone(ServiceClock.LONDON);
        ZonedDateTime close = local.toLocalDate().atTime(CLOSE_OF_BUSINESS).atZone(ServiceClock.LONDON);
        return local.isBefore(close) ? close.toInstant() : lastSecondOf(local.toLocalDate());
    }

    private static Instant lastSecondOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ServiceClock.LONDON).toInstant().minusSeconds(1);
    }

    @Override
    public boolean reliefEndsByItself(Finding priorityNeed, Finding intentionallyHomeless) {
        return priorityNeed == Finding.YES && intentionallyHomeless != Finding.YES;
    }
}
