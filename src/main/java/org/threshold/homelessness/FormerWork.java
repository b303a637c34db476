package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import org.threshold.clock.Finding;

/**
 * What was found, decided and agreed on a case before it came here.
 *
 * @param approachedOn when the household first asked for help
 * @param lane         the priority lane from now on
 * @param findings     each question at most once
 * @param duties       in the order in which they began; at most one has no end
 * @param decisions    in the order in which they were notified
 * @param plan         null where none was made
 * @param interim      where they stay under s188, or null
 * @param reviews      those that run
 * @param stage        where the approach is taken up, or null where only reviews are left
 */
public record FormerWork(LocalDate approachedOn, String lane, List<FormerFinding> findings, List<FormerDuty> duties,
                         List<FormerDecision> decisions, FormerPlan plan, InterimArrangement interim,
                         List<Review.Request> reviews, Stage stage) {

    /** @param on the day on which the council was satisfied and wrote it down */
    public record FormerFinding(Question question, Finding finding, String category, LocalDate on) {
    }

    /** @param endedOn null while it is owed, like the reason */
    public record FormerDuty(DutyKind kind, LocalDate startedOn, LocalDate endedOn, EndReason endReason) {

        public boolean running() {
            return endedOn == null;
        }
    }

    /**
     * @param decidedBy        username, or the name of somebody who has no account here
     * @param signedBy         the second officer in the same way, or null
     * @param opportunityUntil last day of accommodation under s190(2)(a), or null
     */
    public record FormerDecision(DecisionOutcome outcome, LocalDate notifiedOn, String decidedBy, String signedBy,
                                 String reasons, LocalDate opportunityUntil) {
    }

    /** @param givenOn when the applicant got their copy */
    public record FormerPlan(LocalDate givenOn, LocalDate reviewOn, List<PlanStep> steps) {
    }
}
