package org.threshold.referral;

import java.util.Optional;

/** What came of a referral, as the officer who triaged it records it. */
public enum ReferralOutcome {
    CONTACT_MADE("Contact made, approach opened", Answer.CONTACT_MADE),
    JOINED("Contact made, joined to a case that was there", Answer.CONTACT_MADE),
    NOT_REACHED("Could not be reached", Answer.NOT_REACHED),
    ELSEWHERE("For another council, or already helped", Answer.NOT_FOR_US),
    NOT_GENUINE("Not a genuine referral", null);

    private final String title;
    private final Answer answer;

    ReferralOutcome(String title, Answer answer) {
        this.title = title;
        this.answer = answer;
    }

    public String title() {
        return title;
    }

    /** What the referrer is told; empty where nobody is written to. */
    public Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }
}
