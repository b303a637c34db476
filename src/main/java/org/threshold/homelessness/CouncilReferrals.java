package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.clock.ClockKind;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CouncilReferral.Kind;
import org.threshold.homelessness.CouncilReferral.Outcome;
import org.threshold.homelessness.CouncilReferral.Stage;
import org.threshold.homelessness.store.CircumstancesStore;
import org.threshold.homelessness.store.CouncilReferralStore;
import org.threshold.homelessness.store.FindingStore;

/** Referrals to another council until they are signed: proposed, their conditions checked, signed (s198). */
@Service
public class CouncilReferrals {

    static final String PROPOSED = "threshold.localConnection.referralProposed";
    private static final String SIGNED_FOR = "The household or the findings have changed since the conditions were"
            + " checked. Return it to the officer.";
    private static final String CHANGE_REPORTED = "A change of circumstances was reported after the conditions were"
            + " checked. Return it to the officer.";
    private static final String DAY_56_OVER = "Day 56 of the relief duty is over. Choose the referral in the decision,"
            + " which is due now.";

    private final CouncilReferralStore store;
    private final CouncilReferralConditions conditions;
    private final Duties duties;
    private final CaseFindings findings;
    private final FindingStore lock;
    private final SecondPerson second;
    private final CircumstancesStore changes;
    private final ApproachProcess process;
    private final CaseClocks clocks;
    private final CaseRecord record;

    CouncilReferrals(CouncilReferralStore store, CouncilReferralConditions conditions, Duties duties,
                     CaseFindings findings, FindingStore lock, SecondPerson second, CircumstancesStore changes,
                     ApproachProcess process, CaseClocks clocks, CaseRecord record) {
        this.store = store;
        this.conditions = conditions;
        this.duties = duties;
        this.findings = findings;
        this.lock = lock;
        this.second = second;
        this.changes = changes;
        this.process = process;
        this.clocks = clocks;
        this.record = record;
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<CouncilReferral> of(CaseReference reference) {
        return store.of(reference);
    }

    /** The referral that is being considered, or waits for its answer. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<CouncilReferral> open(CaseReference reference) {
        return store.open(reference);
    }

    /** Councils that were written to before, by name. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HousingAuthority> authorities() {
        return store.authorities();
    }

    /** Everyone whose connections and safety must be considered, the applicant first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HouseholdMember> household(CaseReference reference) {
        return conditions.household(reference);
    }

    /** Why no referral can be proposed now, in the officer's words; empty when one can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> obstacle(CaseReference reference) {
        if (duties.running(reference, DutyKind.RELIEF).isEmpty()) {
            return Optional.of("A referral can be proposed here while the relief duty runs. At the decision it is one"
                    + " of the decisions to choose from.");
        }
        if (store.open(reference).filter(open -> open.stage() == Stage.RELIEF).isPresent()) {
            return Optional.of("A referral of this case is under way already.");
        }
        return day56Over(reference) ? Optional.of(DAY_56_OVER) : Optional.empty();
    }

    /** The decision is due then, and a referral that stopped the relief clock could never let it end. */
    private boolean day56Over(CaseReference reference) {
        return clocks.lastDay(reference, ClockKind.RELIEF_DUTY).filter(last -> record.today().isAfter(last))
                .isPresent();
    }

    /**
     * Proposes a referral while the relief duty runs (s198(A1)); the conditions are checked next.
     *
     * @throws NotPossible with the words of {@link #obstacle}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void propose(CaseReference reference, String why) {
        String by = record.by();
        obstacle(reference).ifPresent(sentence -> {
            throw new NotPossible(sentence);
        });
        start(reference, Stage.RELIEF, why, by);
        if (!process.tell(reference, PROPOSED, Map.of())) {
            throw new NotPossible("The work under the relief duty is not open on this case, so no referral can be"
                    + " proposed now.");
        }
    }

    private CouncilReferral start(CaseReference reference, Stage stage, String why, String by) {
        store.open(reference).ifPresent(before -> store.close(before.id(), Outcome.LAPSED, record.today()));
        store.insert(reference, stage, why, by, record.now());
        record.tell(reference, "decision", "Referral to another council proposed", why);
        record.audit(reference, "referral.proposed", stage, Map.of(), why, stage.provision());
        return store.open(reference).orElseThrow();
    }

    /**
     * The referral that the process works on. A decision to refer begins one of its own, and so does a case that was
     * taken up in the middle.
     */
    CouncilReferral current(CaseReference reference) {
        boolean relief = duties.running(reference, DutyKind.RELIEF).isPresent();
        return store.open(reference).filter(open -> relief || open.stage() == Stage.MAIN)
                .orElseGet(() -> start(reference, Stage.MAIN, "By a decision under section 184",
                        record.by()));
    }

    /** At which stage the case is, as {@link #current} would see it. */
    private Stage stage(CaseReference reference) {
        return duties.running(reference, DutyKind.RELIEF).isPresent() ? Stage.RELIEF : Stage.MAIN;
    }

    /** What the law does not allow about the referral, by field of the form. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, HousingAuthority to,
                                     List<CouncilReferral.Member> members) {
        List<FieldError> problems = new ArrayList<>(
                conditions.problems(reference, stage(reference), to, members));
        if (stage(reference) == Stage.RELIEF && day56Over(reference)) {
            problems.add(new FieldError("conditionsMet", DAY_56_OVER));
        }
        return problems;
    }

    /**
     * The conditions are met, in the officer's view; a second officer signs.
     *
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void conditionsMet(CaseReference reference, HousingAuthority to, List<CouncilReferral.Member> members,
                              String inquiries, String reasons) {
        String by = record.by();
        problems(reference, to, members).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        HousingAuthority kept = store.keep(to, by, record.now());
        check(current(reference),
                new CouncilReferral.Check(0, true, kept, members, inquiries, reasons, by, record.now()),
                "Conditions for a referral to " + kept.name() + " checked: met");
    }

    /** The conditions are not met, or the council chooses not to refer: it never has to. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void notReferred(CaseReference reference, String inquiries, String reasons) {
        String by = record.by();
        check(current(reference),
                new CouncilReferral.Check(0, false, null, List.of(), inquiries, reasons, by, record.now()),
                "No referral to another council");
    }

    private void check(CouncilReferral referral, CouncilReferral.Check check, String sentence) {
        long id = store.insertCheck(referral.id(), check);
        record.tell(referral.caseReference(), "decision", sentence, check.reasons());
        record.audit(referral.caseReference(), "referral.checked", id, CaseRecord.with(check.met()
                        ? second.asked(prepared(referral.caseReference(), check)) : Map.of(), "met",
                String.valueOf(check.met())),
                check.reasons(), referral.stage() == Stage.RELIEF ? "s198(A1) to (3)" : "s198(1) to (3)");
    }

    /** Why the current officer cannot sign, or empty when they can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference) {
        Optional<CouncilReferral> waiting = unsigned(reference);
        return waiting.isEmpty() ? Optional.of("No referral waits for a signature.")
                : second.refusal(prepared(reference, waiting.get().check()));
    }

    private static Prepared prepared(CaseReference reference, CouncilReferral.Check check) {
        return Prepared.by(FourEyes.REFERRAL, reference, check.checkedBy());
    }

    /** Who may sign the referral that waits, in words, or what to do where nobody may; null where none waits. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String whoMaySign(CaseReference reference) {
        return unsigned(reference).map(waiting -> second.whoCould(prepared(reference, waiting.check()))).orElse(null);
    }

    /** Whether the current officer may take the referral back undecided. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean mayTakeBack(CaseReference reference) {
        return unsigned(reference).filter(waiting -> second.mayTakeBack(prepared(reference, waiting.check()))).isPresent();
    }

    private Optional<CouncilReferral> unsigned(CaseReference reference) {
        return store.open(reference).filter(CouncilReferral::unsigned);
    }

    /** Why the referral must go back before anyone signs it: the gates are asked again. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> outdated(CaseReference reference) {
        return unsigned(reference).flatMap(this::whyOutdated);
    }

    private Optional<String> whyOutdated(CouncilReferral waiting) {
        CaseReference reference = waiting.caseReference();
        if (waiting.stage() == Stage.RELIEF && day56Over(reference)) {
            return Optional.of(DAY_56_OVER + " Return it to the officer.");
        }
        if (changes.since(reference, waiting.check().checkedAt())) {
            return Optional.of(CHANGE_REPORTED);
        }
        return conditions.problems(reference, waiting.stage(), waiting.check().authority(), waiting.check().members())
                .isEmpty() ? Optional.empty() : Optional.of(SIGNED_FOR);
    }

    /**
     * The second officer signs, or returns it saying what must change.
     *
     * @param comments needed when not signed
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answer(CaseReference reference, boolean signed, String comments) {
        lock.lock(reference);
        Optional<String> outdated = signed ? outdated(reference) : Optional.empty();
        outdated.ifPresent(sentence -> {
            throw new NotPossible(sentence);
        });
        CouncilReferral waiting = waiting(reference);
        Map<String, String> independence = second.require(prepared(reference, waiting.check()));
        answer(waiting, signed ? Kind.SIGNED : Kind.RETURNED, signed ? "referral.signed" : "referral.returned", comments,
                independence);
    }

    /**
     * Whoever checked the conditions takes it back before anybody has signed; where nobody can sign, a leader does.
     *
     * @throws org.threshold.access.NotPermitted when it is not theirs to take back
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void takeBack(CaseReference reference, String comments) {
        lock.lock(reference);
        CouncilReferral waiting = waiting(reference);
        second.requireTakeBack(prepared(reference, waiting.check()));
        answer(waiting, Kind.RETURNED, "referral.takenBack", comments, Map.of());
    }

    private CouncilReferral waiting(CaseReference reference) {
        return unsigned(reference).orElseThrow(() -> new NotPossible("No referral waits for a signature."));
    }

    private void answer(CouncilReferral waiting, Kind kind, String action, String comments,
                        Map<String, String> independence) {
        CouncilReferral.Check check = waiting.check();
        store.insertEvent(waiting.id(), new CouncilReferral.Event(kind, String.valueOf(check.id()), record.today(), null,
                comments, record.by(), record.now()));
        record.tell(waiting.caseReference(), "decision", kind == Kind.SIGNED ? "Referral signed"
                : "Referral returned to the officer", comments);
        record.audit(waiting.caseReference(), action, check.id(),
                CaseRecord.with(independence, "checkedBy", check.checkedBy()), comments, waiting.stage().provision());
    }

    /** What is recorded of the four questions, beside the referral. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Question, FindingRecord> findings(CaseReference reference) {
        return findings.current(reference);
    }
}
