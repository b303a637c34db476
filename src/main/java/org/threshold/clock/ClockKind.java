package org.threshold.clock;

import java.util.Set;

/** The statutory clocks (domain reference A1 rows 1, 4-10, 12, 13, 15-20). Rules and wording are data. */
public enum ClockKind {
    INQUIRIES, ASSESSMENT, PERSONALISED_HOUSING_PLAN, PLAN_REVIEW, PREVENTION_DUTY, RELIEF_DUTY,
    MAIN_DUTY_DECISION, MAIN_DUTY_DECISION_EXTENDED, DECISION_NOTICE, REASONABLE_OPPORTUNITY,
    NON_COOPERATION_WARNING, REVIEW_REQUEST, REVIEW_3_WEEKS, REVIEW_8_WEEKS, REVIEW_10_WEEKS, REVIEW_12_WEEKS,
    REVIEW_REPRESENTATIONS, REVIEWER_INDEPENDENCE, ACCOMMODATION_PENDING_REVIEW, COUNTY_COURT_APPEAL;

    /** Days in which the applicant may act. They run out without anybody at the council being late. */
    public static final Set<ClockKind> OF_THE_APPLICANT =
            Set.of(REVIEW_REQUEST, REVIEW_REPRESENTATIONS, COUNTY_COURT_APPEAL);
}
