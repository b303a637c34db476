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
            "reviewId", "reviewOutcome", "mindedTo", "hearingAsked", "accommodationGranted",
            "consequenceId", "homeNeeded", "cannotBeUndone",
            // referrals by public bodies
            "answerByHand",
            // plan review and change of circumstances
            "planKept", "planReviewDue", "planReviewOn", "assessmentChanges",
            // belongings
            "stillProtected", "belongingsCheckOn",
            // nights in bed and breakfast, and the life of a placement after the keys
            "nightsState", "nightsLevel", "nightsLookOn", "everUnlawful", "stayLook", "stayLookOn", "sustainmentOn", "unitReady",
            "unitReadyOn",
            // homes outside the borough, and the notices of a placement
            "placementId", "outsideProposed", "outOfBoroughApproved", "bodiesToTell",
            "inOtherDistrict", "noticeToGive", "noticeAbout", "noticeByEmail", "noticeSent", "leavingByEmail", "recheckOn",
            // at the desk
            "accommodationFunction", "claimMade", "keysReleased", "officerGives", "deskOutcome",
            "signedUp",
            // the way to a place in temporary accommodation
            "accommodationKnown", "movedFrom", "placementNeeded", "outsideDistrict", "unitSuits",
            // claim for Housing Benefit
            "claimBy", "claimLate", "evidenceOutstanding", "evidenceAskedOn", "evidenceDueOn", "evidenceThere",
            "claimAnswer", "claimOutcome", "refusalResponse", "answerBy",
            // offers of settled homes
            "offerId", "homeOffered", "offerGated", "offerFinal", "homeSuits", "gate", "offerAgreed", "offerGiven",
            "considerUntil", "homeAnswer", "refusalCounts", "offerOutcome",
            // the way to a settled home, and what stands in it
            "moveOnRoute", "moveOnReviewOn", "moveOnNext", "registerApplied", "returnSafe", "routeGoesOn", "socialLetting",
            "moveOnEnd", "barrierId", "barrierDueOn", "barrierGone",
            // next actions
            "nextActionId",
            // quality audits
            "auditMendBy",
            // overdue steps
            "unblockAction");

    private Vocabulary() {
    }

    public static Set<String> setByThreshold() {
        return SET_BY_THRESHOLD;
    }
}
