package org.threshold.casefile;

/** Where a case stands in law (domain vocabulary F2). */
public enum CaseStatus {
    REFERRED("Referred by a public body"), TRIAGE("Triage"), ADVICE_ONLY("Advice only"), NOT_WITHIN_56_DAYS("Not yet within 56 days"),
    ASSESSMENT("Assessment"), PREVENTION("Prevention duty"), RELIEF("Relief duty"),
    MAIN_DUTY_PENDING("Main-duty decision pending"), MAIN_DUTY("Main housing duty"),
    NOT_PRIORITY_NEED("Not in priority need"), INTENTIONAL_S190("Intentionally homeless (s190)"),
    S193C("Accommodation after non-co-operation (s193C)"), REFERRED_LC("Referred to another council"),
    NOT_HOMELESS("Not homeless"), NOT_ELIGIBLE("Not eligible"), WITHDRAWN("Withdrawn"),
    DISCHARGED("Main duty discharged"), CLOSED("Closed"), CONTACT_LOST("Contact lost"),
    DECEASED("Applicant has died"), CREATED_IN_ERROR("Created in error"), MERGED("Merged into another case");

    private final String title;

    CaseStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
