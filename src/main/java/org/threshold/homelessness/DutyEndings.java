package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;
import org.threshold.homelessness.store.CouncilReferralStore;
import org.threshold.homelessness.store.DutyStore;

/** How duties end: proposed with reasons, authorised by a second officer where it is against the applicant, told. */
@Service
public class DutyEndings {

    private static final Set<EndReason> BECAME_HOMELESS = Set.of(EndReason.HOMELESS,
            EndReason.IH_FROM_ACCOMMODATION);

    private final DutyStore store;
    private final EndingRules rules;
    private final EndingEvidence evidence;
    private final EndingNotices notices;
    private final OpenRefusals refusals;
    private final CouncilReferralStore referrals;
    private final Duties duties;
    private final CaseFindings findings;
    private final SecondPerson second;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final CaseRecord record;

    DutyEndings(DutyStore store, EndingRules rules, EndingEvidence evidence, EndingNotices notices,
                OpenRefusals refusals, CouncilReferralStore referrals, Duties duties, CaseFindings findings,
                SecondPerson second, CaseFiles cases, CaseClocks clocks, CaseRecord record) {
        this.store = store;
        this.rules = rules;
        this.evidence = evidence;
        this.notices = notices;
        this.refusals = refusals;
        this.referrals = referrals;
        this.duties = duties;
        this.findings = findings;
        this.second = second;
        this.cases = cases;
        this.clocks = clocks;
        this.record = record;
    }

    /** What the law does not allow about the end, by field of the form; empty when all is well. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, DutyKind kind, DutyEnding.Facts facts) {
        return rules.problems(reference, kind, facts);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<DutyEnding> of(CaseReference reference) {
        return store.endings(reference);
    }

    /** The facts of each proposal of the case, by the proposal's id, as they stood when it was made. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Long, List<EndingFact>> facts(CaseReference reference) {
        return store.facts(reference);
    }

    /** The proposal that was made last, in whatever state. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<DutyEnding> latest(CaseReference reference, DutyKind kind) {
        return store.latestEnding(reference, kind);
    }

    /**
     * Proposes the end of a duty that runs.
     *
     * @return whether a second officer must authorise it
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean propose(CaseReference reference, DutyKind kind, DutyEnding.Facts facts) {
        String by = record.by();
        rules.problems(reference, kind, facts).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        Duty duty = store.running(reference, kind).orElseThrow();
        refusals.endWithDuty(reference);
        boolean signed = facts.reason().againstApplicant() && second.needed(FourEyes.END_OF_DUTY);
        WayToEnd way = WayToEnd.of(kind, facts.reason()).orElseThrow();
        DutyEnding.Facts meant = facts.withOffer(evidence.offer(reference, way, facts).map(OfferMade::id).orElse(null));
        long id = store.insertEnding(duty, meant, signed ? DutyEnding.Status.PROPOSED : DutyEnding.Status.AUTHORISED, by,
                record.now());
        store.insertFacts(id, evidence.facts(reference, way, meant));
        record.tell(reference, "decision", signed
                ? "End of the " + kind.title().toLowerCase() + " proposed: " + lower(facts.reason().words())
                : kind.title() + " to end: " + lower(facts.reason().words()), facts.reasons());
        record.audit(reference, "duty.endProposed", kind, CaseRecord.with(
                signed ? second.asked(prepared(reference, by)) : Map.of(), "reason", facts.reason().name()),
                facts.reasons(), facts.reason().provision(kind));
        return signed;
    }

    /**
     * Why the proposal must go back before anybody authorises it, or empty: relief may have ended by itself while it
     * waited (s189B(4)), and then there is nothing left that could end for another reason; or a fact on record on which
     * it rests has changed, such as an offer that was set aside on review.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> outdated(CaseReference reference, DutyKind kind) {
        return kind == DutyKind.RELIEF && reliefEndsByLaw(reference) ? Optional.of("The relief duty ended by itself at"
                + " the end of day 56, while this waited. Do not authorise it: the main housing duty is decided next")
                : proposed(reference, kind).flatMap(rules::stale).map(why -> "What is on record has changed since this was"
                + " proposed. " + why);
    }

    /** Why the current officer may not authorise the proposed end, or empty when they may. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference, DutyKind kind) {
        return store.latestEnding(reference, kind)
                .flatMap(ending -> second.refusal(prepared(reference, ending.proposedBy())));
    }

    private static Prepared prepared(CaseReference reference, String proposer) {
        return Prepared.by(FourEyes.END_OF_DUTY, reference, proposer);
    }

    /** Who may authorise the proposal that waits, in words, or what to do where nobody may; null where none waits. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String whoMayAuthorise(CaseReference reference, DutyKind kind) {
        return proposed(reference, kind).map(ending -> second.whoCould(prepared(reference, ending.proposedBy())))
                .orElse(null);
    }

    /** Whether the current officer may take the proposal back undecided. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean mayTakeBack(CaseReference reference, DutyKind kind) {
        return proposed(reference, kind).filter(ending -> second.mayTakeBack(prepared(reference, ending.proposedBy())))
                .isPresent();
    }

    /**
     * Whoever proposed the end takes it back before anybody has answered; where nobody can answer, a leader does.
     *
     * @throws org.threshold.access.NotPermitted when it is not theirs to take back
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void takeBack(CaseReference reference, DutyKind kind, String comments) {
        DutyEnding ending = waiting(reference, kind);
        second.requireTakeBack(prepared(reference, ending.proposedBy()));
        answer(ending, DutyEnding.Status.RETURNED, "duty.endTakenBack", comments, Map.of());
    }

    private Optional<DutyEnding> proposed(CaseReference reference, DutyKind kind) {
        return store.latestEnding(reference, kind).filter(last -> last.status() == DutyEnding.Status.PROPOSED);
    }

    private DutyEnding waiting(CaseReference reference, DutyKind kind) {
        return proposed(reference, kind).orElseThrow(() -> new NotPossible("Nothing waits for a second signature."));
    }

    /**
     * The second officer authorises the end, or sends it back.
     *
     * @param comments what must be done first; needed when not authorised
     * @throws org.threshold.access.NotPermitted when this officer may not sign
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answer(CaseReference reference, DutyKind kind, boolean authorised, String comments) {
        DutyEnding ending = waiting(reference, kind);
        Map<String, String> independence = second.require(prepared(reference, ending.proposedBy()));
        Optional<String> outdated = authorised ? outdated(reference, kind) : Optional.empty();
        outdated.ifPresent(why -> {
            throw new NotPossible(why);
        });
        answer(ending, authorised ? DutyEnding.Status.AUTHORISED : DutyEnding.Status.RETURNED,
                authorised ? "duty.endAuthorised" : "duty.endReturned", comments, independence);
    }

    private void answer(DutyEnding ending, DutyEnding.Status status, String action, String comments,
                        Map<String, String> independence) {
        String by = record.by();
        if (!store.answer(ending.id(), status, by, record.now(), comments)) {
            throw new NotPossible("Another officer has answered meanwhile.");
        }
        String what = "End of the " + ending.kind().title().toLowerCase();
        record.tell(ending.caseReference(), "decision", what + (status == DutyEnding.Status.AUTHORISED ? " authorised"
                : " not authorised"), comments);
        EndReason reason = ending.facts().reason();
        record.audit(ending.caseReference(), action, ending.kind(), CaseRecord.with(independence, "reason",
                reason.name(), "proposedBy", ending.proposedBy()), comments, reason.provision(ending.kind()));
    }

    /**
     * Ends the duty as authorised, gives the notice and starts what follows. A second call changes nothing. An end
     * against the applicant takes effect on the day of its notice, never earlier.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public EndReason carryOut(CaseReference reference, DutyKind kind) {
        DutyEnding ending = store.latestEnding(reference, kind).orElseThrow(
                () -> new NotPossible("No end of the " + kind.title().toLowerCase() + " was proposed."));
        EndReason reason = ending.facts().reason();
        if (ending.status() == DutyEnding.Status.DONE) {
            return reason;
        }
        if (ending.status() != DutyEnding.Status.AUTHORISED) {
            throw new NotPossible("The end of the " + kind.title().toLowerCase() + " is not authorised.");
        }
        WayToEnd way = WayToEnd.of(kind, reason).orElseThrow();
        LocalDate on = way.effect() == WayToEnd.Effect.ON_NOTICE ? record.today() : ending.facts().endedOn();
        LocalDate day56 = clocks.lastDay(reference, ClockKind.RELIEF_DUTY).orElse(on);
        end(store.running(reference, kind).orElseThrow(() -> new NotPossible("The " + kind.title().toLowerCase()
                + " does not run on this case.")), ending, on, false);
        notices.childrensServices(reference, way);
        if (kind == DutyKind.PREVENTION && BECAME_HOMELESS.contains(reason)) {
            reliefFollows(reference, ending, on);
        } else if (kind == DutyKind.RELIEF && reason == EndReason.ELAPSED_56) {
            decisionIsNext(reference, day56);
        } else if (reason.decisionFollows(kind)) {
            decisionIsNext(reference, on);
        }
        return reason;
    }

    /** Relief is owed to whoever is homeless and eligible, intentionally or not (s189B(1)). */
    private void reliefFollows(CaseReference reference, DutyEnding ending, LocalDate on) {
        findings.record(reference, Question.HOMELESS, Finding.YES, null,
                "They became homeless while the prevention duty was owed", on);
        if (ending.facts().reason() == EndReason.IH_FROM_ACCOMMODATION) {
            findings.record(reference, Question.INTENTIONAL, Finding.YES, null,
                    "They lost accommodation that was made available to them while the prevention duty was owed", on);
        }
        duties.accept(reference, DutyKind.RELIEF, on);
    }

    /**
     * A notice under s193B was given: the duty has come to an end with it (s193C(2)), and no other notice is needed.
     * After relief a decision follows: who has a priority need may be owed accommodation under s190 or s193C(4).
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endByRefusal(CaseReference reference, DutyKind kind) {
        closeWithout(reference, kind, EndReason.REFUSED_COOPERATE, record.today());
        if (kind == DutyKind.RELIEF) {
            decisionIsNext(reference, record.today());
        }
    }

    /**
     * Something else than a proposal ended the duty, such as an accepted referral, and the applicant was told of it by a
     * letter of its own. Does nothing when the duty does not run.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void closeWithout(CaseReference reference, DutyKind kind, EndReason reason, LocalDate on) {
        if (!reason.ends(kind)) {
            throw new NotPossible("This reason cannot end the " + kind.title().toLowerCase() + ".");
        }
        store.running(reference, kind).ifPresent(duty -> close(duty, on, reason));
        refusals.endWithDuty(reference);
    }

    /** {@link #closeWithout} from today on. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void closeToday(CaseReference reference, DutyKind kind, EndReason reason) {
        closeWithout(reference, kind, reason, record.today());
    }

    /**
     * Whether the relief duty is past day 56 and has ended by itself (s189B(4)): what was recorded at the end of day 56
     * counts, not what was recorded after it, however late this is asked.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean reliefEndsByLaw(CaseReference reference) {
        return rules.reliefEndsByLaw(reference);
    }

    /**
     * Day 56 of relief is over. A decision is due from now on, whether relief ends by itself or runs on until notice.
     *
     * @return whether it ends by itself
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean checkDay56(CaseReference reference) {
        clocks.lastDay(reference, ClockKind.RELIEF_DUTY).filter(day56 -> record.today().isAfter(day56))
                .ifPresent(day56 -> decisionIsDue(reference, day56));
        return reliefEndsByLaw(reference);
    }

    /**
     * The relief duty has ended by itself at the end of day 56. No notice is needed; the applicant is told all the
     * same. Does nothing when relief no longer runs.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endReliefByLaw(CaseReference reference) {
        Optional<Duty> duty = store.running(reference, DutyKind.RELIEF);
        if (duty.isEmpty()) {
            return;
        }
        if (!reliefEndsByLaw(reference)) {
            throw new NotPossible("This relief duty does not end by itself.");
        }
        LocalDate lastDay = clocks.lastDay(reference, ClockKind.RELIEF_DUTY).orElseThrow();
        long id = store.insertEnding(duty.get(), DutyEnding.Facts.of(EndReason.ELAPSED_56, lastDay, null),
                DutyEnding.Status.AUTHORISED, record.by(), record.now());
        end(duty.get(), store.latestEnding(reference, DutyKind.RELIEF).filter(last -> last.id() == id).orElseThrow(),
                lastDay, true);
        decisionIsNext(reference, lastDay);
    }

    /**
     * A decision was made while relief ran on after day 56: relief ends by notice. The decision's second signature
     * covers it. Does nothing when relief no longer runs.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endReliefAfterDecision(CaseReference reference, Decision decision) {
        Optional<Duty> duty = store.running(reference, DutyKind.RELIEF);
        if (duty.isEmpty()) {
            return;
        }
        EndReason reason = decision.outcome() == DecisionOutcome.NOT_ELIGIBLE ? EndReason.NOT_ELIGIBLE
                : EndReason.ELAPSED_56;
        LocalDate lastDay = clocks.lastDay(reference, ClockKind.RELIEF_DUTY).orElse(null);
        if (reason == EndReason.ELAPSED_56 && (lastDay == null || !record.today().isAfter(lastDay))) {
            throw new NotPossible("The relief duty cannot end before day 56.");
        }
        DutyEnding.Facts facts = DutyEnding.Facts.of(reason, record.today(), decision.reasons());
        long id = store.insertEnding(duty.get(), facts, DutyEnding.Status.PROPOSED, decision.draftedBy(),
                record.now());
        store.answer(id, DutyEnding.Status.AUTHORISED, decision.answeredBy(), record.now(), null);
        end(duty.get(), store.latestEnding(reference, DutyKind.RELIEF).orElseThrow(), record.today(), false);
    }

    /** The applicant withdrew: every duty that runs ends with it. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endAllWithdrawn(CaseReference reference) {
        endAll(reference, EndReason.WITHDREW);
    }

    /** Every duty that runs ends today, for a reason that ends any of them. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endAll(CaseReference reference, EndReason reason) {
        store.of(reference).stream().filter(Duty::running).forEach(duty -> close(duty, record.today(), reason));
    }

    /** Nobody is left to whom a duty is owed, or the case should not be: every duty ends, and nobody is written to. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void endAllSilently(CaseReference reference, EndReason reason) {
        store.of(reference).stream().filter(Duty::running).forEach(duty -> close(duty, record.today(), reason));
    }

    private void end(Duty duty, DutyEnding ending, LocalDate on, boolean byLaw) {
        EndReason reason = ending.facts().reason();
        close(duty, on, reason);
        store.done(ending.id());
        notices.tell(duty, DutyEnding.Facts.of(reason, on, ending.facts().reasons()), byLaw);
    }

    private void close(Duty duty, LocalDate on, EndReason reason) {
        store.end(duty.id(), on, reason, record.by(), record.now());
        if (duty.kind() == DutyKind.PREVENTION || duty.kind() == DutyKind.RELIEF) {
            refusals.endWithDuty(duty.caseReference());
        }
        if (duty.kind() == DutyKind.RELIEF) {
            lapse(duty.caseReference(), on);
        }
        if (duty.kind().clock() != null) {
            clocks.end(duty.caseReference(), duty.kind().clock(), on, reason.words());
        }
        record.tell(duty.caseReference(), "decision", duty.kind().title() + " ended: " + lower(reason.words()), null);
        record.audit(duty.caseReference(), "duty.ended", duty.kind(),
                Map.of("reason", reason.name(), "endedOn", on.toString()), reason.provision(duty.kind()));
    }

    /** A referral that stood beside the relief work ends with it; left open, it would hold up relief that goes on later. */
    private void lapse(CaseReference reference, LocalDate on) {
        referrals.open(reference).filter(open -> open.stage() == CouncilReferral.Stage.RELIEF).ifPresent(open -> {
            referrals.close(open.id(), CouncilReferral.Outcome.LAPSED, on);
            record.audit(reference, "referral.lapsed", open.id(), Map.of(), "s198(A1)");
        });
    }

    private void decisionIsNext(CaseReference reference, LocalDate day56) {
        decisionIsDue(reference, day56);
        cases.setStatus(reference, CaseStatus.MAIN_DUTY_PENDING);
    }

    /** By day 57; where inquiries still remain, no later than 15 working days after the 56 days (Code, chapter 14). */
    private void decisionIsDue(CaseReference reference, LocalDate day56) {
        clocks.start(reference, ClockKind.MAIN_DUTY_DECISION, day56);
        if (findings.of(reference).outcome().isEmpty()
                && clocks.startIfCovered(reference, ClockKind.MAIN_DUTY_DECISION_EXTENDED, day56).isEmpty()) {
            record.tell(reference, "clock", "15 working days after day 56 cannot be counted",
                    "Threshold does not have the bank holidays of that year yet.");
        }
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
