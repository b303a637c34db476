package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Something that has changed for the household since it was assessed. */
public record CircumstancesChange(long id, Report report, String reportedBy, Instant reportedAt) {

    public enum Kind {
        HOUSEHOLD("Who is in the household"), INCOME("Income or work"), HEALTH("Health"), SAFETY("Safety"),
        ACCOMMODATION("Where they stay"), ELIGIBILITY("Immigration status or residence"), OTHER("Something else");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** @param codes names with commas between them */
        public static List<Kind> of(String codes) {
            return Arrays.stream(codes.split(",")).map(Kind::valueOf).toList();
        }
    }

    /**
     * What was reported.
     *
     * @param happenedOn when it changed, which may lie some time back
     * @param toldBy     who told us
     */
    public record Report(List<Kind> kinds, String what, LocalDate happenedOn, String toldBy) {

        public Report {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * What an officer made of it.
     *
     * @param reopened findings that no longer stand
     * @param reasons  why, for the record of each
     */
    public record Considered(List<Question> reopened, String reasons, boolean assessmentChanges, boolean interimDue,
                             boolean atRisk, boolean planReview) {

        public Considered {
            reopened = List.copyOf(reopened);
        }
    }
}
