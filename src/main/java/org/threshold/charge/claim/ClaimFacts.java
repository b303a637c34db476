package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.threshold.clock.ServiceClock;

/** What gateways and timers of {@code benefit-claim} read: days and flags, nothing about people. */
public final class ClaimFacts {

    private ClaimFacts() {
    }

    /** Of a claim that was just made: what was asked for then has its month from that day. */
    public static Map<String, Object> of(BenefitClaim made) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("claimMade", true);
        facts.put("claimLate", made.nightsLost() > 0);
        facts.putAll(made.status() == ClaimStatus.EVIDENCE_REQUESTED
                ? evidence(made.madeOn(), BenefitWeeks.monthAfter(made.madeOn()))
                : Map.of("evidenceOutstanding", false));
        return facts;
    }

    public static Map<String, Object> evidence(LocalDate askedOn, LocalDate dueOn) {
        return Map.of("evidenceOutstanding", true, "evidenceAskedOn", at(askedOn), "evidenceDueOn", at(dueOn));
    }

    /** Of a claim that is due: made by the Sunday of the benefit week, unless that has passed. */
    public static Map<String, Object> owed(BenefitClaim owed, LocalDate today) {
        LocalDate sunday = BenefitWeeks.sundayOf(owed.liableFrom());
        Map<String, Object> facts = new HashMap<>();
        facts.put("claimMade", false);
        facts.put("claimBy", sunday.isBefore(today) ? null : at(sunday));
        return facts;
    }

    static Date at(LocalDate day) {
        return day == null ? null : Date.from(day.atStartOfDay(ServiceClock.LONDON).toInstant());
    }
}
