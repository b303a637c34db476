package org.threshold.moveon;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * From Housing Benefit for temporary accommodation to help with the new rent.
 *
 * @param oldEndsOn   the first day for which Housing Benefit for temporary accommodation is not paid any more; null where
 *                    it never was
 * @param newBeginsOn the first day for which help with the new rent is paid; null where they pay it themselves
 * @param toldOn      the day on which the benefit service was told
 */
public record BenefitSwitch(LocalDate oldEndsOn, NewKind newKind, LocalDate newBeginsOn, LocalDate toldOn,
                            Overlap overlap, String words) {

    /** What helps with the new rent. */
    public enum NewKind {
        UC_HOUSING_COSTS("Universal Credit housing costs"), HOUSING_BENEFIT("Housing Benefit"),
        PAYS_THEMSELVES("Nothing: they pay it themselves");

        private final String words;

        NewKind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whether both are paid for the same nights, which only the benefit service can allow. */
    public enum Overlap {
        NONE("No day is paid twice"), ASK_BENEFIT_SERVICE("Ask the benefit service"), ASKED("The benefit service was asked");

        private final String words;

        Overlap(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How many days would be paid for twice. */
    public static long daysPaidTwice(LocalDate oldEndsOn, LocalDate newBeginsOn) {
        return oldEndsOn == null || newBeginsOn == null || !newBeginsOn.isBefore(oldEndsOn) ? 0
                : ChronoUnit.DAYS.between(newBeginsOn, oldEndsOn);
    }
}
