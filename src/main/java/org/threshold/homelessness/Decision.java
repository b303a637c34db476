package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * A decision under s184, from draft to letter.
 *
 * @param findings         the four findings as they stood when it was drafted
 * @param opportunityUntil last day of accommodation under s190(2)(a); null unless intentional
 * @param answeredBy       the second officer; null while a draft
 * @param issuedOn         the letter's date, which starts the review clock; null until issued
 * @param reliefRan        whether the relief duty still ran when it was issued; null until issued
 */
public record Decision(long id, CaseReference caseReference, DecisionOutcome outcome, Findings findings,
                       String inquiries, String reasons, LocalDate opportunityUntil, String draftedBy,
                       Instant draftedAt, Status status, String answeredBy, String comments, LocalDate issuedOn,
                       Boolean reliefRan) {

    public enum Status { DRAFT, RETURNED, SIGNED, ISSUED }

    /** What an officer writes to draft one. */
    public record Draft(DecisionOutcome outcome, String inquiries, String reasons, LocalDate opportunityUntil) {
    }
}
