package org.threshold.homelessness;

import java.util.EnumMap;
import java.util.Map;

/**
 * Why a duty ends: the grounds of s195(8), s189B(7) and (9), and s193(5) to (7AA), with the reasons that councils
 * report. Lost contact is no ground of its own: in law it is a withdrawal.
 */
public enum EndReason {
    SECURED_EXISTING_6M("They can stay in their home, with a reasonable prospect of at least 6 months", false,
            "s195(8)(a)", null, null),
    SECURED_ALTERNATIVE_6M("They have another suitable home, with a reasonable prospect of at least 6 months", false,
            "s195(8)(a)", null, null),
    SECURED_6M("They have a suitable home, with a reasonable prospect of at least 6 months", false,
            null, "s189B(7)(a)", null),
    HOMELESS("They have become homeless", false, "s195(8)(c)", null, null),
    REFUSED_OFFER("They refused an offer of suitable accommodation", true, "s195(8)(d)", null, null),
    REFUSED_FINAL_OFFER("They refused a final offer of suitable accommodation", true, null, "s189B(9)", null),
    IH_FROM_ACCOMMODATION("They became intentionally homeless from accommodation made available to them", true,
            null, "s189B(7)(d)", null),
    CONTACT_LOST("We lost contact with them", true, "s195(8)(g)", "s189B(7)(f)", null),
    WITHDREW("They withdrew their application", false, "s195(8)(g)", "s189B(7)(f)", null),
    ELAPSED_56("56 days have passed", true, "s195(8)(b)", "s189B(4) and (7)(b)", null),
    NOT_ELIGIBLE("They are no longer eligible", true, "s195(8)(f)", "s189B(7)(e)", "s193(6)(a)"),
    LC_REFERRAL_ACCEPTED("Another council has accepted the referral of their case", false, null, "s199A(5)(b)", null),
    PART6_ACCEPTED("They accepted a home through the housing register", false, null, null, "s193(6)(c)"),
    PRSO_ACCEPTED("They accepted a private rented home", false, null, null, "s193(6)(cc) and (7AA)"),
    PART6_REFUSED("They refused a final offer through the housing register", true, null, null, "s193(7)"),
    PRSO_REFUSED("They refused a private rented sector offer", true, null, null, "s193(7AA)"),
    REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT(
            "They refused suitable temporary accommodation, withdrew or lost contact", true, null, null, "s193(5)"),
    IH_FROM_TA("They became intentionally homeless from temporary accommodation", true, null, null, "s193(6)(b)"),
    CEASED_TO_OCCUPY("They chose to leave temporary accommodation", true, null, null, "s193(6)(d)");

    private final String words;
    private final boolean againstApplicant;
    private final Map<DutyKind, String> provisions = new EnumMap<>(DutyKind.class);

    EndReason(String words, boolean againstApplicant, String prevention, String relief, String main) {
        this.words = words;
        this.againstApplicant = againstApplicant;
        put(DutyKind.PREVENTION, prevention);
        put(DutyKind.RELIEF, relief);
        put(DutyKind.MAIN, main);
    }

    private void put(DutyKind kind, String provision) {
        if (provision != null) {
            provisions.put(kind, provision);
        }
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
}
