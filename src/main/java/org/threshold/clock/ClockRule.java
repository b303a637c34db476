package org.threshold.clock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * One clock as the law, the Code or local practice has it between two dates; read from {@code statutory-clocks.json}.
 *
 * @param name       as officers call it
 * @param trigger    the fact whose day starts it
 * @param wording    the words of the rule
 * @param endedBy    what ends it
 * @param lawFrom    first trigger day on which this is the rule
 * @param lawUntil   last such day, or null while it is the rule
 * @param warnOnDays days of the period on which it should be looked at, day 1 being its first
 */
public record ClockRule(ClockKind kind, String name, String provision, Basis basis, String trigger, Length rule,
                        String wording, String endedBy, LocalDate lawFrom, LocalDate lawUntil,
                        List<Integer> warnOnDays) {

    /** Where the rule comes from. */
    public enum Basis {
        LAW("Law"), CODE("Homelessness Code of Guidance"), LOCAL("Usual practice of councils");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How days are counted. */
    public enum Counting {
        /** The trigger day is day 1. */
        DAYS_BEGINNING_WITH,
        /** The day after the trigger day is day 1. */
        DAYS_OF,
        /** The next working day after the trigger day is day 1, and only working days count. */
        WORKING_DAYS_AFTER,
        /** The trigger day is the only day. */
        SAME_DAY,
        /** The rule sets no number. */
        NO_FIXED_LENGTH
    }

    /** @param amount days; 0 where no number is set */
    public record Length(@JsonProperty("type") Counting counting, int amount) {
    }

    boolean isRuleOn(LocalDate day) {
        return !day.isBefore(lawFrom) && (lawUntil == null || !day.isAfter(lawUntil));
    }
}
