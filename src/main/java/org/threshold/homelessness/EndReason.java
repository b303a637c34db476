package org.threshold.homelessness;

import static org.threshold.homelessness.DutyKind.MAIN;
import static org.threshold.homelessness.DutyKind.PREVENTION;
import static org.threshold.homelessness.DutyKind.RELIEF;
import static org.threshold.homelessness.DutyKind.S190;
import static org.threshold.homelessness.DutyKind.S193C;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a duty ends: the grounds of s195(8), s189B(7) and (9), s190(2), s193(5) to (7AA) and s193C(2), (5) and (6), with
 * the reasons that councils report. Lost contact is no ground of its own: in law it is a withdrawal. Nor is death: there
 * is nobody left to whom a duty could be owed.
 */
public enum EndReason {
    SECURED_EXISTING_6M("They can stay in their home, with a reasonable prospect of at least 6 months", false,
            on(PREVENTION, "s195(8)(a)")),
    SECURED_ALTERNATIVE_6M("They have another suitable home, with a reasonable prospect of at least 6 months", false,
            on(PREVENTION, "s195(8)(a)")),
    SECURED_6M("They have a suitable home, with a reasonable prospect of at least 6 months", false,
            on(RELIEF, "s189B(7)(a)")),
    HOMELESS("They have become homeless", false, on(PREVENTION, "s195(8)(c)")),
    REFUSED_OFFER("They refused an offer of suitable accommodation", true, on(PREVENTION, "s195(8)(d)"),
            on(RELIEF, "s189B(7)(c)")),
    REFUSED_FINAL_OFFER("They refused a final offer of suitable accommodation", true, on(RELIEF, "s189B(9)"),
            on(S193C, "s193C(6)(a)")),
    REFUSED_COOPERATE("They deliberately and unreasonably refused to take a step of their plan", true,
            on(PREVENTION, "s193B(2) and s193C(2)"), on(RELIEF, "s193B(2) and s193C(2)")),
    IH_FROM_ACCOMMODATION("They became intentionally homeless from accommodation made available to them", true,
            on(PREVENTION, "s195(8)(e)"), on(RELIEF, "s189B(7)(d)")),
    LC_REFERRAL_ACCEPTED("Another council has accepted the referral of their case", false,
            on(RELIEF, "s199A(5)(b)")),
    CONTACT_LOST("We lost contact with them", true, on(PREVENTION, "s195(8)(g)"), on(RELIEF, "s189B(7)(f)"),
            on(MAIN, "s193(2)")),
    WITHDREW("They withdrew their application", false, on(PREVENTION, "s195(8)(g)"), on(RELIEF, "s189B(7)(f)"),
            on(MAIN, "s193(2)"), on(S190, "s190(2)"), on(S193C, "s193C(4)")),
    DECEASED("The applicant has died", false, on(PREVENTION, "s195(2)"), on(RELIEF, "s189B(2)"), on(MAIN, "s193(2)"),
            on(S190, "s190(2)"), on(S193C, "s193C(4)")),
    ELAPSED_56("56 days have passed", true, on(PREVENTION, "s195(8)(b)"), on(RELIEF, "s189B(4) and (7)(b)")),
    NOT_ELIGIBLE("They are no longer eligible", true, on(PREVENTION, "s195(8)(f)"), on(RELIEF, "s189B(7)(e)"),
            on(MAIN, "s193(6)(a)"), on(S193C, "s193C(5)(a)")),
    PART6_ACCEPTED("They accepted a home through the housing register", false, on(MAIN, "s193(6)(c)"),
            on(S193C, "s193C(5)(d)")),
    PRSO_ACCEPTED("They accepted a private rented home", false, on(MAIN, "s193(6)(cc) and (7AA)"),
            on(S193C, "s193C(5)(c)")),
    PART6_REFUSED("They refused a final offer through the housing register", true, on(MAIN, "s193(7)"),
            on(S193C, "s193C(6)(b)")),
    PRSO_REFUSED("They refused a private rented sector offer", true, on(MAIN, "s193(7AA)")),
    REFUSED_TA("They refused suitable temporary accommodation", true, on(MAIN, "s193(5)")),
    /** What older cases have, from when three different ends in law were recorded as the one that is reported. */
    REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT(
            "They refused suitable temporary accommodation, withdrew or lost contact", true, on(MAIN, "s193(5)")),
    IH_FROM_TA("They became intentionally homeless from temporary accommodation", true, on(MAIN, "s193(6)(b)"),
            on(S193C, "s193C(5)(b)")),
    CEASED_TO_OCCUPY("They chose to leave temporary accommodation", true, on(MAIN, "s193(6)(d)"),
            on(S193C, "s193C(5)(d)")),
    FOUND_HOME("They have found a home", false, on(S190, "s190(2)")),
    OPPORTUNITY_OVER("They have had a reasonable opportunity to find a home", false, on(S190, "s190(2)(a)")),
    /** The decision it rests on was set aside on review, so that it was never owed and is not reported. */
    SET_ASIDE("The decision that it rests on was set aside", false),
    /** The case should not have been, so that nothing of it is reported. */
    CANCELLED("Recorded in error, or on another case of the same household", false);

    private record Ground(DutyKind kind, String provision) {
    }

    private final String words;
    private final boolean againstApplicant;
    private final Map<DutyKind, String> provisions;

    EndReason(String words, boolean againstApplicant, Ground... grounds) {
        this.words = words;
        this.againstApplicant = againstApplicant;
        this.provisions = Arrays.stream(grounds).collect(Collectors.toMap(Ground::kind, Ground::provision));
    }

    private static Ground on(DutyKind kind, String provision) {
        return new Ground(kind, provision);
    }

    /** A plain sentence about the household, without its full stop. */
    public String words() {
        return words;
    }

    /** Whether the household loses by it, so that a second officer must authorise it. */
    public boolean againstApplicant() {
        return againstApplicant;
    }

    public boolean ends(DutyKind kind) {
        return provisions.containsKey(kind);
    }

    /** The ground in the Act, or null when this reason cannot end that duty. */
    public String provision(DutyKind kind) {
        return provisions.get(kind);
    }

    /**
     * Whether an officer may put it forward as the end of the duty. The others follow from something of their own: a
     * notice after a warning, a referral that was accepted, a death, a last day that was notified.
     */
    public boolean proposable(DutyKind kind) {
        return ends(kind) && switch (this) {
            case REFUSED_COOPERATE, LC_REFERRAL_ACCEPTED, DECEASED, OPPORTUNITY_OVER -> false;
            default -> true;
        };
    }

    /**
     * Whether a decision follows although the duty has ended: who has a priority need is still owed the duty of s190 when
     * they became homeless intentionally, and that of s193C(4) after a notice; and only the refusal of a final offer
     * disapplies the main duty (s193A(3)).
     */
    public boolean decisionFollows(DutyKind kind) {
        return kind == RELIEF && switch (this) {
            case ELAPSED_56, IH_FROM_ACCOMMODATION, REFUSED_OFFER, REFUSED_COOPERATE -> true;
            default -> false;
        };
    }

    /**
     * The reason under which the quarterly return counts it (H-CLIC, section of that duty), or null for the duties of
     * s190 and s193C, whose ends the return does not ask for.
     */
    public String reportedAs(DutyKind kind) {
        return switch (kind) {
            case PREVENTION -> this == IH_FROM_ACCOMMODATION ? HOMELESS.name() : name();
            case RELIEF -> this == REFUSED_OFFER ? REFUSED_FINAL_OFFER.name() : name();
            case MAIN -> switch (this) {
                case REFUSED_TA, WITHDREW, CONTACT_LOST -> REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT.name();
                default -> name();
            };
            case S190, S193C -> null;
        };
    }
}
