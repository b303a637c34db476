package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
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
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CooperationRefusal.Considered;
import org.threshold.homelessness.CooperationRefusal.Settled;
import org.threshold.homelessness.store.CircumstancesStore;
import org.threshold.homelessness.store.CooperationStore;
import org.threshold.homelessness.store.CouncilReferralStore;
import org.threshold.homelessness.store.DutyStore;
import org.threshold.letter.Letters;

/**
 * Deliberate and unreasonable refusals to co-operate: a warning, a reasonable period, and a notice only where the
 * applicant then still refuses (s193B). A notice is authorised by an officer who is at least as senior, works for the
 * authority and took no part in the case (SI 2018/223 reg 3).
 */
@Service
public class CooperationRefusals {

    /** The audit's word for a draft that went back to its drafter. */
    static final String SENT_BACK = "cooperation.noticeReturned";

    /** The same for a draft that its drafter, or a leader, took back before anybody answered. */
    static final String TAKEN_BACK = "cooperation.noticeTakenBack";

    private static final String REFUSED = "threshold.cooperation.refused";
    private static final String STEP_TAKEN = "threshold.cooperation.stepTaken";
    private static final String PROVISION = "s193B";
    private static final String REFERRAL_OPEN = "A referral to another council is open on this case, and a notice would"
            + " end it unanswered. Settle the referral first (section 199A)";

    private final CooperationStore store;
    private final OpenRefusals refusals;
    private final CouncilReferralStore referrals;
    private final CircumstancesStore changes;
    private final DutyStore duties;
    private final DutyEndings endings;
    private final HousingPlans plans;
    private final SecondPerson second;
    private final ApproachProcess process;
    private final CaseClocks clocks;
    private final Letters letters;
    private final CooperationRules rules;
    private final CaseRecord record;

    CooperationRefusals(CooperationStore store, OpenRefusals refusals, CouncilReferralStore referrals,
                        CircumstancesStore changes, DutyStore duties, DutyEndings endings, HousingPlans plans,
                        SecondPerson second, ApproachProcess process, CaseClocks clocks,
                        Letters letters, CooperationRules rules, CaseRecord record) {
        this.store = store;
        this.refusals = refusals;
        this.referrals = referrals;
        this.changes = changes;
        this.duties = duties;
        this.endings = endings;
        this.plans = plans;
        this.second = second;
        this.process = process;
        this.clocks = clocks;
        this.letters = letters;
        this.rules = rules;
        this.record = record;
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<CooperationRefusal> of(CaseReference reference) {
        return store.of(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<CooperationRefusal> open(CaseReference reference) {
        return store.open(reference);
    }

    /** The notice that was drafted last, in whatever state. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<CooperationNotice> latestNotice(CaseReference reference) {
        return store.notices(reference).stream().findFirst();
    }

    /** The applicant's own steps of the current plan that are mandatory: only those can lead to a notice (s193B(2)). */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<PlanStep> stepsThatCount(CaseReference reference) {
        return plans.current(reference).stream().flatMap(plan -> plan.steps().stream())
                .filter(step -> step.kind() == PlanStep.Kind.MANDATORY && step.who() == PlanStep.Who.APPLICANT)
                .toList();
    }

    /** Whether a warning can be begun: prevention or relief is owed, a step could be refused, and none is open. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean possible(CaseReference reference) {
        return running(reference).isPresent() && store.open(reference).isEmpty()
                && !stepsThatCount(reference).isEmpty();
    }

    /** The earliest day that a warning given today may run to. */
    @Needs(Permission.VIEW_CASES)
    public LocalDate earliestEnd() {
        return record.today().plusDays(rules.warningDays());
    }

    /** Where the council's written procedure is kept (reg 2), or null when it has not been named. */
    @Needs(Permission.VIEW_CASES)
    public String procedure() {
        return rules.procedure();
    }

    /** What does not fit about the refusal, by field; empty when all is well. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, CooperationRefusal.Facts facts, LocalDate respondBy) {
        List<FieldError> problems = new ArrayList<>();
        Set<String> count = new HashSet<>(stepsThatCount(reference).stream().map(PlanStep::what).toList());
        if (facts.steps().isEmpty() || !count.containsAll(facts.steps())) {
            problems.add(new FieldError("steps", "Select the mandatory steps of the applicant that were refused"));
        }
        if (facts.considered().size() < Considered.values().length) {
            problems.add(new FieldError("considered", "You must have considered all of these before you warn anybody"));
        }
        if (respondBy.isBefore(earliestEnd())) {
            problems.add(new FieldError("respondBy", "The last day must be " + Words.day(earliestEnd())
                    + " or later, so that they have a reasonable period"));
        } else if (respondBy.isAfter(record.today().plusYears(1))) {
            problems.add(new FieldError("respondBy", "The last day must be within a year"));
        }
        return problems;
    }

    /**
     * A mandatory step was refused deliberately and unreasonably: the warning follows.
     *
     * @throws NotPossible with the first of {@link #problems}, or when no prevention or relief runs or another refusal is
     *                     open
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void begin(CaseReference reference, CooperationRefusal.Facts facts, LocalDate respondBy) {
        String by = record.by();
        Duty duty = running(reference).orElseThrow(() -> new NotPossible(
                "Nobody can be warned now: neither prevention nor relief runs on this case."));
        problems(reference, facts, respondBy).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        int version = plans.current(reference).orElseThrow().version();
        store.insert(duty, version, facts, respondBy, by, record.now()).orElseThrow(CooperationRefusals::openAlready);
        record.tell(reference, "decision", "A step of the plan was refused: a warning follows",
                String.join("\n", facts.steps()));
        record.audit(reference, "cooperation.refused", duty.kind(), Map.of("planVersion", String.valueOf(version),
                "steps", String.valueOf(facts.steps().size()), "respondBy", respondBy.toString()),
                facts.whyUnreasonable(), PROVISION);
        if (!process.tell(reference, REFUSED, Map.of())) {
            throw new NotPossible("Nobody can be warned now: the work on this duty has ended or is being ended.");
        }
    }

    private static NotPossible openAlready() {
        return new NotPossible("A warning about co-operation is open on this case already. Settle that one first.");
    }

    private Optional<Duty> running(CaseReference reference) {
        return duties.running(reference, DutyKind.RELIEF).or(() -> duties.running(reference, DutyKind.PREVENTION));
    }

    /**
     * Gives the relevant warning of s193B(5); its period begins. Should it go out late, the period is never shorter than
     * the council's own shortest. A second call changes nothing.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void warn(CaseReference reference) {
        CooperationRefusal refusal = theOpen(reference);
        LocalDate until = refusal.respondBy().isBefore(earliestEnd()) ? earliestEnd() : refusal.respondBy();
        if (refusal.warnedOn() != null) {
            return;
        }
        Letters.Letter letter = letters.issue(reference, "non-cooperation-warning",
                LetterModels.cooperationWarning(refusal, until), "cooperation-warning-" + refusal.id());
        store.warned(refusal.id(), letter.issuedOn(), until);
        clocks.startUntil(reference, ClockKind.NON_COOPERATION_WARNING, letter.issuedOn(), until);
        record.audit(reference, "cooperation.warned", refusal.id(), Map.of("until", until.toString()), "s193B(5)");
    }

    /**
     * They took the step while the warning ran, or there turned out to be a good reason: it is over at once.
     *
     * @throws NotPossible when no warning runs
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void stepTaken(CaseReference reference, String notes) {
        record.by();
        refusals.settle(theOpen(reference), Settled.STEP_TAKEN, notes);
        if (!process.tell(reference, STEP_TAKEN, Map.of())) {
            throw new NotPossible("The period of the warning is over. Say it in the step ‘Decide on co-operation’.");
        }
    }

    /** The period is over and they have taken the step, or had a good reason not to. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void settle(CaseReference reference, Settled how, String notes) {
        record.by();
        refusals.settle(theOpen(reference), how, notes);
    }

    /** What does not fit about the draft of a notice, by field; empty when all is well. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, CooperationNotice.Draft draft) {
        List<FieldError> problems = new ArrayList<>();
        Optional<CooperationRefusal> refusal = store.open(reference).filter(open -> open.warnedOn() != null);
        if (refusal.isEmpty()) {
            problems.add(new FieldError("", "No warning was given, so no notice can be"));
        } else if (!record.today().isAfter(refusal.get().respondBy())) {
            problems.add(new FieldError("cooperation", "The period of the warning runs until "
                    + Words.day(refusal.get().respondBy()) + ". A notice cannot be given before that"));
        }
        if (referrals.open(reference).isPresent()) {
            problems.add(new FieldError("cooperation", REFERRAL_OPEN));
        }
        if (draft.steps().isEmpty()) {
            problems.add(new FieldError("stillRefused", "Select the steps that they still refuse"));
        }
        return problems;
    }

    /**
     * They still refuse, deliberately and unreasonably, after the warning and its period: drafts the notice.
     *
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void draft(CaseReference reference, CooperationNotice.Draft draft) {
        String by = record.by();
        problems(reference, draft).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        long id = store.insertNotice(theOpen(reference), draft, by, record.now());
        record.tell(reference, "decision", "Notice of refusal to co-operate drafted", draft.reasons());
        record.audit(reference, "cooperation.noticeDrafted", id, second.asked(prepared(reference, by)),
                draft.considered(), "s193B(2)");
    }

    /** Why the current officer may not authorise or return the notice, or empty when they may. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference) {
        return drafted(reference).map(draft -> second.refusal(prepared(reference, draft.draftedBy())))
                .orElse(Optional.of("No notice waits to be authorised."));
    }

    private static Prepared prepared(CaseReference reference, String drafter) {
        return Prepared.by(FourEyes.NON_COOPERATION_NOTICE, reference, drafter);
    }

    /** Who may authorise the notice that waits, in words, or what to do where nobody may; null where none waits. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String whoMayAuthorise(CaseReference reference) {
        return drafted(reference).map(draft -> second.whoCould(prepared(reference, draft.draftedBy()))).orElse(null);
    }

    /** Whether the current officer may take the draft back undecided. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean mayTakeBack(CaseReference reference) {
        return drafted(reference).filter(draft -> second.mayTakeBack(prepared(reference, draft.draftedBy()))).isPresent();
    }

    /** Why the draft must go back before anyone authorises it: what it rests on is open again (s193B(6), s199A). */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> outdated(CaseReference reference) {
        if (referrals.open(reference).isPresent()) {
            return Optional.of(REFERRAL_OPEN);
        }
        return drafted(reference).filter(draft -> changes.since(reference, store.draftedAt(draft.id())))
                .map(draft -> "A change of circumstances was reported after this was drafted. Return it to the officer");
    }

    /**
     * Authorises the notice, or sends it back.
     *
     * @param comments what must be done first; needed when not authorised
     * @throws org.threshold.access.NotPermitted when this officer may not
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answer(CaseReference reference, boolean authorised, String comments) {
        CooperationNotice notice = waiting(reference);
        Map<String, String> independence = second.require(prepared(reference, notice.draftedBy()));
        Optional<String> outdated = authorised ? outdated(reference) : Optional.empty();
        outdated.ifPresent(why -> {
            throw new NotPossible(why);
        });
        answer(notice, authorised ? CooperationNotice.Status.AUTHORISED : CooperationNotice.Status.RETURNED,
                authorised ? "cooperation.noticeAuthorised" : SENT_BACK, comments, independence);
    }

    /**
     * Whoever drafted it takes it back before anybody has answered; where nobody can answer, a leader does.
     *
     * @throws org.threshold.access.NotPermitted when it is not theirs to take back
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void takeBack(CaseReference reference, String comments) {
        CooperationNotice notice = waiting(reference);
        second.requireTakeBack(prepared(reference, notice.draftedBy()));
        answer(notice, CooperationNotice.Status.RETURNED, TAKEN_BACK, comments, Map.of());
    }

    private CooperationNotice waiting(CaseReference reference) {
        return drafted(reference).orElseThrow(() -> new NotPossible("No notice waits to be authorised."));
    }

    private void answer(CooperationNotice notice, CooperationNotice.Status status, String action, String comments,
                        Map<String, String> independence) {
        String by = record.by();
        if (!store.answer(notice.id(), status, by, record.now(), comments)) {
            throw new NotPossible("Another officer has answered meanwhile.");
        }
        record.tell(notice.caseReference(), "decision", status == CooperationNotice.Status.AUTHORISED
                ? "Notice of refusal to co-operate authorised" : "Notice of refusal to co-operate sent back", comments);
        record.audit(notice.caseReference(), action, notice.id(),
                CaseRecord.with(independence, "draftedBy", notice.draftedBy()), comments, "SI 2018/223 reg 3");
    }

    private Optional<CooperationNotice> drafted(CaseReference reference) {
        return latestNotice(reference).filter(last -> last.status() == CooperationNotice.Status.DRAFT);
    }

    /**
     * Gives the authorised notice: prevention or relief ends with it. A second call changes nothing.
     *
     * @throws NotPossible when it is not authorised
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void give(CaseReference reference) {
        CooperationNotice notice = latestNotice(reference)
                .orElseThrow(() -> new NotPossible("No notice was drafted."));
        if (notice.status() == CooperationNotice.Status.GIVEN) {
            return;
        }
        if (notice.status() != CooperationNotice.Status.AUTHORISED) {
            throw new NotPossible("The notice is not authorised.");
        }
        CooperationRefusal refusal = theOpen(reference);
        Letters.Letter letter = letters.issue(reference, "non-cooperation-notice", LetterModels.cooperationNotice(
                refusal, notice, clocks.reviewLastDay(record.today())), "cooperation-notice-" + notice.id());
        store.given(notice.id(), letter.issuedOn());
        refusals.settle(refusal, Settled.NOTICE_GIVEN, null);
        clocks.notified(reference, "Notice of refusal to co-operate", letter.issuedOn());
        endings.endByRefusal(reference, refusal.duty());
        record.audit(reference, "cooperation.noticeGiven", notice.id(), Map.of("authorisedBy", notice.answeredBy()),
                "s193B(2) and s193C(2)");
    }

    /**
     * Whether a notice under s193B(2) was given in the application that now runs, so that the main duty does not apply
     * (s193(1A)(b)). It counts whichever duty it ended; a notice of an earlier application does not.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean noticeGiven(CaseReference reference) {
        return store.noticeGivenSinceTriage(reference);
    }

    private CooperationRefusal theOpen(CaseReference reference) {
        return store.open(reference)
                .orElseThrow(() -> new NotPossible("No warning about co-operation is open on this case."));
    }
}
