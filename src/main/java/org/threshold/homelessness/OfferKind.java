package org.threshold.homelessness;

import static org.threshold.homelessness.DutyKind.MAIN;
import static org.threshold.homelessness.DutyKind.PREVENTION;
import static org.threshold.homelessness.DutyKind.RELIEF;
import static org.threshold.homelessness.DutyKind.S193C;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An offer of a settled home, under the provision that makes it one, and what follows when it is accepted or refused.
 * A row stands for a duty under which it can be made (s189B(7), s193(6) to (7AC), s193A, s193C(5) and (6), s195(8)).
 */
public enum OfferKind {
    PART6("An offer through the housing register", false,
            under(MAIN, "s193(6)(c)", EndReason.PART6_ACCEPTED, null),
            under(S193C, "s193C(5)(d)", EndReason.PART6_ACCEPTED, null),
            under(RELIEF, "s189B(7)(a)", EndReason.SECURED_6M, EndReason.REFUSED_OFFER),
            under(PREVENTION, "s195(8)(a)", EndReason.SECURED_ALTERNATIVE_6M, EndReason.REFUSED_OFFER)),
    FINAL_PART6("A final offer through the housing register", true,
            under(MAIN, "s193(7)", EndReason.PART6_ACCEPTED, EndReason.PART6_REFUSED),
            under(RELIEF, "s193A(5)", EndReason.SECURED_6M, EndReason.REFUSED_FINAL_OFFER),
            under(S193C, "s193C(6)(b)", EndReason.PART6_ACCEPTED, EndReason.PART6_REFUSED)),
    PRSO("A private rented sector offer", true,
            under(MAIN, "s193(7AA) to (7AC)", EndReason.PRSO_ACCEPTED, EndReason.PRSO_REFUSED)),
    FINAL_ACCOMMODATION("A final accommodation offer", true,
            under(RELIEF, "s193A(4)", EndReason.SECURED_6M, EndReason.REFUSED_FINAL_OFFER),
            under(S193C, "s193C(6)(a)", EndReason.PRSO_ACCEPTED, EndReason.REFUSED_FINAL_OFFER)),
    SUITABLE_6M("Suitable accommodation for at least 6 months", false,
            under(RELIEF, "s189B(7)(a)", EndReason.SECURED_6M, EndReason.REFUSED_OFFER),
            under(PREVENTION, "s195(8)(a)", EndReason.SECURED_ALTERNATIVE_6M, EndReason.REFUSED_OFFER));

    private record Terms(DutyKind duty, String provision, EndReason accepted, EndReason refused) {
    }

    private final String title;
    private final boolean last;
    private final Map<DutyKind, Terms> terms;

    OfferKind(String title, boolean last, Terms... terms) {
        this.title = title;
        this.last = last;
        this.terms = Arrays.stream(terms).collect(Collectors.toMap(Terms::duty, each -> each));
    }

    private static Terms under(DutyKind duty, String provision, EndReason accepted, EndReason refused) {
        return new Terms(duty, provision, accepted, refused);
    }

    public String title() {
        return title;
    }

    /** Whether the letter must say that it is the last one, so that refusing it has consequences. */
    public boolean isFinal() {
        return last;
    }

    public boolean under(DutyKind duty) {
        return terms.containsKey(duty);
    }

    /** @return null where it cannot be made under that duty */
    public String provision(DutyKind duty) {
        return under(duty) ? terms.get(duty).provision() : null;
    }

    /** The ground on which the duty ends when the offer is accepted. */
    public Optional<EndReason> whenAccepted(DutyKind duty) {
        return Optional.ofNullable(terms.get(duty)).map(Terms::accepted);
    }

    /** The ground on which the duty may end when it is refused; empty where a refusal ends nothing. */
    public Optional<EndReason> whenRefused(DutyKind duty) {
        return Optional.ofNullable(terms.get(duty)).map(Terms::refused);
    }
}
