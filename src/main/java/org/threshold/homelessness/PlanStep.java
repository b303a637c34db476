package org.threshold.homelessness;

import java.time.LocalDate;

/**
 * One step of a personalised housing plan.
 *
 * @param by           the day by which it is to be done
 * @param whyNotAgreed needed when the applicant does not agree to it (s189A(6))
 * @param contact      whom to ring about it, on the applicant's copy; may be null
 */
public record PlanStep(Who who, Kind kind, String what, LocalDate by, boolean agreed, String whyNotAgreed,
                       String contact) {

    public PlanStep(Who who, Kind kind, String what, LocalDate by, boolean agreed, String whyNotAgreed) {
        this(who, kind, what, by, agreed, whyNotAgreed, null);
    }

    /** Whose step it is. */
    public enum Who {
        APPLICANT("The applicant"), COUNCIL("The council");

        private final String title;

        Who(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Only a mandatory step can lead to a notice under s193B. */
    public enum Kind {
        MANDATORY("Mandatory"), RECOMMENDED("Recommended");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
