package org.threshold.audit;

import java.util.List;

/** Sorts of entries, as somebody asks for them. */
public enum AuditKind {

    EVERYTHING("Everything", List.of("%"), List.of()),
    VIEWS("Views", List.of("%.viewed"), List.of()),
    CHANGES("Changes and decisions", List.of("%"), List.of("%.viewed", "%earched", "case.matched", "signIn.%",
            "session.%", "%.refused", "%.notFound", "%.slowedDown", "audit.%", "return.taken", "caseload.remarksTaken",
            "log.exported")),
    DECISIONS("Decisions and second signatures", List.of("decision.%", "review.%", "duty.end%", "cooperation.%",
            "referral.signed", "referral.returned", "referral.decided"), List.of()),
    SEARCHES("Searches", List.of("%earched", "case.matched"), List.of()),
    EXPORTS("Files taken out", List.of("return.taken", "caseload.remarksTaken", "audit.exported",
            "log.exported"), List.of()),
    REFUSALS("Refused, or not there for them", List.of("%.refused", "%.notFound", "%.slowedDown"), List.of()),
    RESTRICTIONS("Restriction, names and emergency access", List.of("case.restrict%", "case.named", "case.unnamed",
            "case.managerChanged", "case.openedInEmergency", "case.emergencyEnded", "emergency.%"), List.of()),
    SIGN_INS("Sign-in and sign-out", List.of("signIn.%", "session.%"), List.of()),
    ACCOUNTS("Accounts, roles and teams", List.of("account.%", "team.%", "client.%"), List.of()),
    SERVICE("The service itself", List.of("process.%", "incident.%", "calendar.%", "caseload.%", "serviceDate.%",
            "message.%"), List.of());

    /** Those that a case can have; the others belong to the service. */
    public static final List<AuditKind> OF_A_CASE = List.of(EVERYTHING, VIEWS, CHANGES, DECISIONS, REFUSALS,
            RESTRICTIONS);

    private final String title;
    private final List<String> patterns;
    private final List<String> butNot;

    AuditKind(String title, List<String> patterns, List<String> butNot) {
        this.title = title;
        this.patterns = patterns;
        this.butNot = butNot;
    }

    public String title() {
        return title;
    }

    /** For SQL's {@code like}: any of these. */
    public List<String> patterns() {
        return patterns;
    }

    /** And none of these. */
    public List<String> butNot() {
        return butNot;
    }
}
