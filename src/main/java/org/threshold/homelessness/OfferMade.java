package org.threshold.homelessness;

import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * An offer of a settled home with the evidence on which a duty may end (A5: written offer, what refusing means, the
 * right to a review, time to consider, the refusal, and suitability looked at again). Days are null while that has not
 * happened.
 *
 * @param writtenOn        the day of the offer letter
 * @param saidFinal        whether the letter said that it was the final offer
 * @param consequencesTold whether the letter said what refusing would mean
 * @param reviewRightTold  whether it told them that they can have the suitability reviewed (s202(1)(f) and (g))
 * @param considerUntil    the last day of the time they had
 * @param refusalReasons   what they said; null unless refused
 * @param reconsideredOn   when suitability was looked at again in the light of what they said
 * @param foundSuitable    what came of that; null before it
 * @param reconsideredBy   username
 */
public record OfferMade(long id, CaseReference caseReference, DutyKind duty, OfferKind kind, String address,
                        LocalDate writtenOn, boolean saidFinal, boolean consequencesTold, boolean reviewRightTold,
                        LocalDate considerUntil, Answer answer, LocalDate answeredOn, String refusalReasons,
                        LocalDate reconsideredOn, Boolean foundSuitable, String reconsideredBy, String offeredBy) {

    /** What became of it; OPEN until they answer. */
    public enum Answer { OPEN, ACCEPTED, REFUSED, WITHDRAWN_BY_COUNCIL, SET_ASIDE_ON_REVIEW }
}
