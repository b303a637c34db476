package org.threshold.clock.web;

import java.time.LocalDate;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ClockRule;
import org.threshold.clock.Period;

/**
 * A calculated deadline.
 *
 * @param trigger  the day that was asked about
 * @param lastDay  null where the rule sets no number
 * @param basis    where the rule comes from: LAW, CODE or LOCAL
 */
public record Calculation(ClockKind kind, String name, LocalDate trigger, LocalDate firstDay, LocalDate lastDay,
                   String wording, String provision, ClockRule.Basis basis) {

    static Calculation of(ClockRule rule, LocalDate trigger, Period period) {
        return new Calculation(rule.kind(), rule.name(), trigger, period.firstDay(), period.lastDay(),
                period.wording(), period.provision(), rule.basis());
    }
}
