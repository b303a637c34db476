package org.threshold.quality;

/** A step of the work on a case that an audit scores by itself. */
public enum AuditPart {
    TRIAGE("Triage and reason to believe", "s184(1), s188"),
    ASSESSMENT("Assessment", "s189A(1) and (2)"),
    PLAN("Plan", "s189A(3) to (11)"),
    DECISION("Decision and letter", "s184(3) to (6)"),
    ACCOMMODATION("Accommodation and suitability", "s206, s208, s210"),
    BENEFIT("Benefit claim", "s206(2)"),
    CONTACT("Contact and record keeping", "s179, s203");

    private final String title;
    private final String provision;

    AuditPart(String title, String provision) {
        this.title = title;
        this.provision = provision;
    }

    public String title() {
        return title;
    }

    public String provision() {
        return provision;
    }
}
