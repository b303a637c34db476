package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.form.FieldError;
import org.threshold.homelessness.store.DutyStore;

/** Whether a duty may end as proposed (A5: s195(8), s189B(7), s190(2), s193, s193C(5) and (6)). */
@Component
class EndingRules {

    private static final Map<DutyKind, String> REASON_FIELD = Map.of(DutyKind.PREVENTION, "preventionEnd",
            DutyKind.RELIEF, "reliefEnd", DutyKind.MAIN, "dischargeGround", DutyKind.S190, "opportunityEnd",
            DutyKind.S193C, "accommodationEnd");

    private static final Set<WayToEnd.Evidence> ON_RECORD = EnumSet.of(WayToEnd.Evidence.OFFER_ACCEPTED,
            WayToEnd.Evidence.OFFER_REFUSED, WayToEnd.Evidence.PLACE_REFUSED, WayToEnd.Evidence.NOT_ELIGIBLE);

    private final DutyStore store;
    private final CaseFindings findings;
    private final CaseClocks clocks;
    private final ContactAttempts attempts;
    private final EndingEvidence evidence;
    private final CaseRecord record;

    EndingRules(DutyStore store, CaseFindings findings, CaseClocks clocks, ContactAttempts attempts,
                EndingEvidence evidence, CaseRecord record) {
        this.store = store;
        this.findings = findings;
        this.clocks = clocks;
        this.attempts = attempts;
        this.evidence = evidence;
        this.record = record;
    }

    List<FieldError> problems(CaseReference reference, DutyKind kind, DutyEnding.Facts facts) {
        Optional<Duty> running = store.running(reference, kind);
        if (running.isEmpty()) {
            return List.of(new FieldError("", "The " + kind.title().toLowerCase() + " does not run on this case."));
        }
        List<FieldError> problems = new ArrayList<>();
        if (store.latestEnding(reference, kind).filter(last -> last.status() == DutyEnding.Status.PROPOSED).isPresent()) {
            problems.add(new FieldError("", "An end of this duty waits for a second officer already. It is answered or"
                    + " taken back first"));
        }
        if (!facts.reason().proposable(kind)) {
            problems.add(new FieldError(REASON_FIELD.get(kind), "This reason cannot end the "
                    + kind.title().toLowerCase()));
        }
        checkDay(problems, running.get(), facts);
        if (facts.reason() == EndReason.ELAPSED_56) {
            checkElapsed(problems, reference, kind, facts);
        }
        if (isLostContact(kind, facts)) {
            attempts.missing(reference).ifPresent(missing -> problems.add(
                    new FieldError(REASON_FIELD.getOrDefault(kind, "endReason"), missing)));
        }
        WayToEnd.of(kind, facts.reason()).filter(way -> facts.reason().proposable(kind)).ifPresent(way -> {
            problems.addAll(evidence.problems(reference, way, facts));
            if (madeBefore(running.get(), evidence.offer(reference, way, facts))) {
                problems.add(new FieldError(EndingEvidence.OFFER, "That offer was made before this duty began, so it"
                        + " ends nothing of it"));
            }
        });
        if (facts.reason().againstApplicant() && (facts.reasons() == null || facts.reasons().isBlank())) {
            problems.add(new FieldError(kind == DutyKind.MAIN ? "dischargeReasons" : "endReasons",
                    "Enter the reasons for the notice"));
        }
        return problems;
    }

    private static boolean madeBefore(Duty duty, Optional<OfferMade> offer) {
        return offer.filter(each -> each.duty() == duty.kind() && each.writtenOn().isBefore(duty.startedOn())).isPresent();
    }

    /**
     * Why what was on record when the end was proposed does not carry it any more, as a sentence without its full stop:
     * an offer that was set aside meanwhile, a finding that changed, somebody who was reached. What was typed stays.
     */
    Optional<String> stale(DutyEnding ending) {
        CaseReference reference = ending.caseReference();
        if (isLostContact(ending.kind(), ending.facts())) {
            return attempts.missing(reference);
        }
        return WayToEnd.of(ending.kind(), ending.facts().reason()).filter(way -> ON_RECORD.contains(way.evidence()))
                .flatMap(way -> evidence.problems(reference, way, ending.facts()).stream().findFirst())
                .map(FieldError::message);
    }

    /** The main duty has one reason for several events, so there the form says which of them it was. */
    private static boolean isLostContact(DutyKind kind, DutyEnding.Facts facts) {
        return facts.reason() == EndReason.CONTACT_LOST && facts.reason().ends(kind)
                || facts.evidence().contains(DutyEnding.CONTACT_LOST);
    }

    private void checkDay(List<FieldError> problems, Duty duty, DutyEnding.Facts facts) {
        String field = duty.kind() == DutyKind.MAIN ? "dischargedOn" : "endedOn";
        if (facts.endedOn().isAfter(record.today())) {
            problems.add(new FieldError(field, "The day must be today or in the past"));
        } else if (facts.endedOn().isBefore(duty.startedOn())) {
            problems.add(new FieldError(field, "The day must be the same as or after the day the duty started"));
        }
    }

    /** The 56 days must have passed; and a relief duty that ends by itself is not ended by notice. */
    private void checkElapsed(List<FieldError> problems, CaseReference reference, DutyKind kind,
                              DutyEnding.Facts facts) {
        if (kind == DutyKind.MAIN) {
            return;
        }
        LocalDate lastDay = clocks.lastDay(reference, kind.clock()).orElse(null);
        if (lastDay == null || !facts.endedOn().isAfter(lastDay)) {
            problems.add(new FieldError(REASON_FIELD.get(kind), "56 days have not passed yet. They end on "
                    + Words.day(lastDay)));
        } else if (kind == DutyKind.RELIEF && reliefEndsByLaw(reference)) {
            problems.add(new FieldError(REASON_FIELD.get(kind), "This relief duty ends by itself at the end of day 56,"
                    + " because priority need was then recorded and intentional homelessness was not. It needs no"
                    + " notice"));
        } else if (kind == DutyKind.PREVENTION && facts.evidence().contains(DutyEnding.NOTICE_IN_FORCE)) {
            problems.add(new FieldError("noticeInForce", "56 days alone cannot end the prevention duty while a valid"
                    + " notice to leave their only home stands (section 195(6))"));
        }
    }

    /** Decided by what was recorded at the end of day 56; later findings do not end the duty without a notice. */
    boolean reliefEndsByLaw(CaseReference reference) {
        return clocks.lastDay(reference, ClockKind.RELIEF_DUTY)
                .filter(lastDay -> record.today().isAfter(lastDay))
                .map(lastDay -> clocks.reliefEndsByItself(findings.before(reference, clocks.endOf(lastDay))))
                .orElse(false);
    }
}
