package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.threshold.casefile.CaseReference;

/**
 * A mandatory step of the plan that the applicant refuses, from the warning to how it was settled (s193B).
 *
 * @param planVersion the plan whose steps they are
 * @param respondBy   last day of the reasonable period, as the officer chose it
 * @param warnedOn    the warning's date; null until it was given
 * @param settled     null while it is open
 */
public record CooperationRefusal(long id, CaseReference caseReference, long dutyId, DutyKind duty, int planVersion,
                                 Facts facts, LocalDate respondBy, String openedBy, Instant openedAt,
                                 LocalDate warnedOn, Settled settled, String settledNotes, String settledBy) {

    /** How it ended. */
    public enum Settled { STEP_TAKEN, GOOD_REASON, NOTICE_GIVEN, DUTY_ENDED }

    /** How a letter reaches the applicant. One left for collection counts as given after a reasonable time (s193B(8)). */
    public enum Given {
        POST("By post"), BY_HAND("By hand"), EMAIL("By email"),
        COLLECTION("They collect it at our office: we have no address for them");

        private final String title;

        Given(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What must be thought about before a refusal is called unreasonable (s193B(6); Code of Guidance, chapter 14). */
    public enum Considered {
        STEP_REASONABLE("Whether the step is reasonable for this household, and still needed"),
        UNDERSTOOD("Whether they understood what they were to do, and what follows if they do not"),
        LANGUAGE("Language, reading and whether an interpreter was needed"),
        HEALTH("Physical and mental health, learning disability, drugs or alcohol"),
        SUPPORT("Support needs that are not met, and who could help"),
        CIRCUMSTANCES("Their circumstances: work, caring, money, travel, safety");

        private final String title;

        Considered(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /**
     * What the officer found.
     *
     * @param steps         the words of the refused steps, as they stand in the plan
     * @param considered    names of {@link Considered}
     * @param circumstances what was found about them
     */
    public record Facts(List<String> steps, String whyDeliberate, String whyUnreasonable, List<String> considered,
                        String circumstances, Given givenHow) {

        public Facts {
            steps = List.copyOf(steps);
            considered = List.copyOf(considered);
        }
    }

    public boolean open() {
        return settled == null;
    }
}
