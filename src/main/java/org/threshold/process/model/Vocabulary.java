package org.threshold.process.model;

import java.util.Set;

/**
 * Process variables that our own code sets or that a case starts with. Everything else that an expression names must
 * come from a question marked as process variable, a decision table, or a called process.
 */
public final class Vocabulary {

    private static final Set<String> SET_BY_THRESHOLD = Set.of("team", "lane", "duty", "overdueId",
            // triage
            "homelessTonight", "domesticAbuse", "hateCrime", "aged16or17", "within56Days", "reasonToBelieve",
            "interimDue", "interimArranged", "outOfHours", "diaryDate",
            // assessment, duties and decision
            "assessmentOutcome", "preventionEnd", "endAgainstApplicant", "endAuthorised", "reliefEnd",
            "reliefEndsByLaw", "decisionSigned", "decision", "childInHousehold",
            // local connection referral
            "referral", "conditionsMet", "referralSigned", "referralDisputed",
            // refusal to co-operate
            "nonCooperationNotice", "stillRefuses", "noticeAuthorised",
            // reviews
            "reviewId", "reviewOutcome",
            // referrals by public bodies
            "answerByHand",
            // plan review and change of circumstances
            "planKept", "planReviewDue", "planReviewOn", "assessmentChanges",
            // belongings
            "stillProtected", "belongingsCheckOn",
            // overdue steps
            "unblockAction");

    private Vocabulary() {
    }

    public static Set<String> setByThreshold() {
        return SET_BY_THRESHOLD;
    }
}
