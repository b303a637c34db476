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
 * @param referTo          the council that the case is to be referred to; null unless that is the decision
 * @param reliefRan        whether the relief duty still ran when it was issued; null until issued
 * @param further          what its letter says besides
 */
public record Decision(long id, CaseReference caseReference, DecisionOutcome outcome, Findings findings,
                       String inquiries, String reasons, LocalDate opportunityUntil, String draftedBy,
                       Instant draftedAt, Status status, String answeredBy, String comments, LocalDate issuedOn,
                       Boolean reliefRan, String referTo, Further further) {

    public enum Status { DRAFT, RETURNED, SIGNED, ISSUED }

    /** What an officer writes to draft one. */
    public record Draft(DecisionOutcome outcome, String inquiries, String reasons, LocalDate opportunityUntil,
                        Referring referring, Further further) {

        public Draft(DecisionOutcome outcome, String inquiries, String reasons, LocalDate opportunityUntil) {
            this(outcome, inquiries, reasons, opportunityUntil, null, Further.NONE);
        }
    }

    /**
     * What the letter has to say besides in some decisions.
     *
     * @param otherReasons     the reasons for every other point that is decided against them; null where there is none
     * @param restrictedMember who in the household is a restricted person, where the duty is owed only with regard to
     *                         them (s184(3A)); otherwise null
     * @param restrictedWhy    why they are a restricted person (s184(7)); null where {@code restrictedMember} is
     */
    public record Further(String otherReasons, Long restrictedMember, String restrictedWhy) {

        public static final Further NONE = new Further(null, null, null);
    }

    /**
     * What an officer knows of a referral when it is decided; each person is considered by themselves before it is made.
     *
     * @param council the other council
     * @param here    whether anybody in the household has a local connection with us: yes, no, or null while not known
     * @param there   whether anybody has one with the other council
     * @param risk    whether anybody would run a risk of violence there
     */
    public record Referring(String council, Boolean here, Boolean there, Boolean risk) {
    }
}
