package org.threshold.quality;

import java.util.Collection;

/** What speaks for looking at a case, with its points: more where harm to a household, or a challenge, is likelier. */
public enum RiskReason {
    B_AND_B_OVER_35("35 nights in bed and breakfast or more", 5),
    REVIEW_OVERTURNED("A review overturned a decision", 5),
    AGAINST_APPLICANT("A decision against the applicant", 4),
    NO_PLAN("No plan while a duty is owed", 4),
    OVERDUE("Steps are overdue", 3),
    OUT_OF_BOROUGH("Placed outside the borough", 3),
    KEYS_WITHOUT_CLAIM("Keys released without a claim", 3),
    LETTER_RETURNED("A letter came back", 2),
    RESTRICTED("A restricted case", 2);

    private final String words;
    private final int points;

    RiskReason(String words, int points) {
        this.words = words;
        this.points = points;
    }

    public String words() {
        return words;
    }

    public int points() {
        return points;
    }

    static int points(Collection<RiskReason> reasons) {
        return reasons.stream().mapToInt(RiskReason::points).sum();
    }
}
