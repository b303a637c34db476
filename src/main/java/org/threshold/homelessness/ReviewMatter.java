package org.threshold.homelessness;

import org.threshold.clock.ClockKind;

/** What an applicant can have reviewed (s202(1)), and how long the council has for it (reg 9 of SI 2018/223). */
public enum ReviewMatter {
    ELIGIBILITY("Whether they are eligible", "s202(1)(a)", ClockKind.REVIEW_8_WEEKS),
    DUTY_OWED("Which duty is owed", "s202(1)(b)", ClockKind.REVIEW_8_WEEKS),
    PLAN_STEPS_RELIEF("Steps of the plan under the relief duty", "s202(1)(ba)(i)", ClockKind.REVIEW_3_WEEKS),
    RELIEF_ENDED("Notice that ends the relief duty", "s202(1)(ba)(ii)", ClockKind.REVIEW_8_WEEKS),
    NON_COOPERATION_PREVENTION("Notice of refusal to co-operate that ends prevention", "s202(1)(bb)",
            ClockKind.REVIEW_3_WEEKS),
    NON_COOPERATION_RELIEF("Notice of refusal to co-operate that ends relief", "s202(1)(bb)",
            ClockKind.REVIEW_8_WEEKS),
    PLAN_STEPS_PREVENTION("Steps of the plan under the prevention duty", "s202(1)(bc)(i)", ClockKind.REVIEW_3_WEEKS),
    PREVENTION_ENDED("Notice that ends the prevention duty", "s202(1)(bc)(ii)", ClockKind.REVIEW_3_WEEKS),
    REFERRAL("Notifying another council", "s202(1)(c)", ClockKind.REVIEW_8_WEEKS),
    REFERRAL_CONDITIONS_JOINT("Whether the conditions for referral are met, reviewed by both councils",
            "s202(1)(d)", ClockKind.REVIEW_10_WEEKS),
    REFERRAL_CONDITIONS_APPOINTED("Whether the conditions for referral are met, reviewed by an appointed person",
            "s202(1)(d)", ClockKind.REVIEW_12_WEEKS),
    DUTY_AFTER_REFERRAL("Which duty is owed after a referral", "s202(1)(e)", ClockKind.REVIEW_8_WEEKS),
    SUITABILITY("Suitability of accommodation", "s202(1)(f) to (h)", ClockKind.REVIEW_8_WEEKS);

    private final String title;
    private final String provision;
    private final ClockKind clock;

    ReviewMatter(String title, String provision, ClockKind clock) {
        this.title = title;
        this.provision = provision;
        this.clock = clock;
    }

    public String title() {
        return title;
    }

    /**
     * The same law decides whether a duty is owed and whether it has ended; who picks one must see which.
     *
     * @param subject key of the decision that is reviewed; null where it is not known
     */
    public String title(String subject) {
        return this == DUTY_OWED && subject != null && subject.matches("(ending|duty)-.*") ? title
                + ": the end of a duty" : title;
    }

    public String provision() {
        return provision;
    }

    /** Whether representations under reg 7 begin its time again (reg 9(1)(a)). */
    public boolean threeWeeks() {
        return clock == ClockKind.REVIEW_3_WEEKS;
    }

    /** How long the review may take, from the day of the request. */
    public ClockKind clock() {
        return clock;
    }
}
