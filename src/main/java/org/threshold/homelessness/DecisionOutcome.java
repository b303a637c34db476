package org.threshold.homelessness;

import org.threshold.casefile.CaseStatus;

/** What a decision under s184 says of the duty owed. */
public enum DecisionOutcome {
    MAIN_DUTY("Main housing duty owed", "s184 and s193(2)", CaseStatus.MAIN_DUTY),
    REFERRAL("Another council to be asked to help", "s184(4) and s198(1)", CaseStatus.MAIN_DUTY_PENDING),
    NOT_PRIORITY_NEED("Homeless, but not in priority need", "s184 and s192", CaseStatus.NOT_PRIORITY_NEED),
    INTENTIONAL("In priority need, but intentionally homeless", "s184 and s190", CaseStatus.INTENTIONAL_S190),
    S193C("Homeless and in priority need, after a notice of refusal to co-operate",
            "s184, s193(1A)(b) and s193C(4)", CaseStatus.S193C),
    NOT_HOMELESS("Not homeless", "s184 and s175", CaseStatus.NOT_HOMELESS),
    NOT_ELIGIBLE("Not eligible", "s184 and s185", CaseStatus.NOT_ELIGIBLE);

    private final String title;
    private final String provision;
    private final CaseStatus status;

    DecisionOutcome(String title, String provision, CaseStatus status) {
        this.title = title;
        this.provision = provision;
        this.status = status;
    }

    public String title() {
        return title;
    }

    public String provision() {
        return provision;
    }

    public CaseStatus status() {
        return status;
    }
}
