package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.store.DutyStore;
import org.threshold.homelessness.store.PlanStore;
import org.threshold.letter.Letters;

/** Personalised housing plans: agreed, written down, reviewed; every version is kept (s189A(4) to (12)). */
@Service
public class HousingPlans {

    public static final int MOST_STEPS = 40;

    private static final String TEMPLATE = "personalised-housing-plan";

    private final PlanStore store;
    private final DutyStore duties;
    private final CaseClocks clocks;
    private final Letters letters;
    private final CaseDetails cases;
    private final CaseRecord record;

    HousingPlans(PlanStore store, DutyStore duties, CaseClocks clocks, Letters letters, CaseDetails cases,
                 CaseRecord record) {
        this.store = store;
        this.duties = duties;
        this.clocks = clocks;
        this.letters = letters;
        this.cases = cases;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<HousingPlan> current(CaseReference reference) {
        return store.of(reference).stream().findFirst();
    }

    /** All versions, the current one first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HousingPlan> versions(CaseReference reference) {
        return store.of(reference);
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HousingPlan.Review> reviews(CaseReference reference) {
        return store.reviews(reference);
    }

    /**
     * Records the first version, or the next one.
     *
     * @return its number
     * @throws NotPossible when a step is missing its reason, or there is none
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public int record(CaseReference reference, String wishes, String givenHow, LocalDate reviewOn,
                      List<PlanStep> steps) {
        String by = record.by();
        return add(reference, "Agreed after the assessment", wishes, givenHow, reviewOn, steps, by);
    }

    /** @param why what has changed, or why the steps no longer fit (s189A(9) to (11)) */
    public record Change(String why, String wishes, String givenHow, LocalDate reviewOn, List<PlanStep> steps) {
    }

    /**
     * Makes the next version and issues it: the plan is kept under review for as long as a duty is owed (s189A(9)).
     *
     * @param seen the version that the officer saw
     * @return the number of the new version
     * @throws NotPossible when there is no plan, no duty is owed any more, nothing changed, or someone else made a
     *                     version meanwhile
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public int change(CaseReference reference, int seen, Change change) {
        String by = record.by();
        HousingPlan before = current(reference)
                .orElseThrow(() -> new NotPossible("There is no personalised housing plan on this case yet."));
        checkChange(reference, before, seen, change);
        int version = add(reference, change.why(), change.wishes(), change.givenHow(), change.reviewOn(),
                change.steps(), by);
        store.insertReview(reference, before.version(), change.why(), version, by, record.now());
        clocks.end(reference, ClockKind.PLAN_REVIEW, record.today(), "Plan reviewed");
        record.audit(reference, "plan.reviewed", "version " + before.version(), Map.of("changed", "true"),
                change.why(), "s189A(9) to (12)");
        issue(reference);
        return version;
    }

    /** Whether the plan can still be changed: there is one, and a duty is owed. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean changeable(CaseReference reference) {
        return current(reference).isPresent() && duties.of(reference).stream().anyMatch(Duty::running);
    }

    private void checkChange(CaseReference reference, HousingPlan before, int seen, Change change) {
        if (!changeable(reference)) {
            throw new NotPossible("No duty is owed on this case any more, so its plan stays as it is");
        }
        if (before.version() != seen) {
            throw new NotPossible("Someone else changed the plan while you were typing. Nothing of yours was saved:"
                    + " look at version " + before.version() + ", then save again");
        }
        if (before.steps().equals(change.steps()) && before.reviewOn().equals(change.reviewOn())
                && Objects.equals(before.wishes(), change.wishes())) {
            throw new NotPossible("You have not changed anything yet");
        }
    }

    private int add(CaseReference reference, String why, String wishes, String givenHow, LocalDate reviewOn,
                    List<PlanStep> steps, String by) {
        check(steps, reviewOn);
        int version = store.insert(reference, why, wishes, givenHow, reviewOn, steps, by, record.now());
        long open = steps.stream().filter(step -> !step.agreed()).count();
        record.tell(reference, "decision", open == 0
                ? "Personalised housing plan, version " + version + ", agreed"
                : "Personalised housing plan, version " + version + ", with " + open
                        + (open == 1 ? " step that is" : " steps that are") + " not agreed", null);
        record.audit(reference, "plan.recorded", "version " + version,
                Map.of("steps", String.valueOf(steps.size()), "notAgreed", String.valueOf(open)), "s189A(4) to (8)");
        return version;
    }

    private void check(List<PlanStep> steps, LocalDate reviewOn) {
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new NotPossible("A plan has at least one step and at most " + MOST_STEPS);
        }
        if (steps.stream().anyMatch(step -> !step.agreed() && step.whyNotAgreed() == null)) {
            throw new NotPossible("Enter why the applicant does not agree to the step");
        }
        if (!reviewOn.isAfter(record.today())) {
            throw new NotPossible("The day of the next review must be in the future");
        }
    }

    /**
     * Gives the applicant a copy of the current version; a second call changes nothing. Someone who does not see well
     * gets it in large print too.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void issue(CaseReference reference) {
        HousingPlan plan = current(reference)
                .orElseThrow(() -> new NotPossible("There is no personalised housing plan on this case yet."));
        Letters.Letter letter = letters.issue(reference, TEMPLATE, LetterModels.plan(plan, changes(reference),
                clocks.reviewLastDay(record.today())), "plan-" + plan.id());
        if (cases.of(reference).flags().contains(CaseFlag.SIGHT)) {
            largePrint(reference, plan, letter.issuedOn());
        }
        clocks.notified(reference, "Plan, version " + plan.version(), letter.issuedOn());
        clocks.end(reference, ClockKind.PERSONALISED_HOUSING_PLAN, letter.issuedOn(), "Copy given");
        clocks.start(reference, ClockKind.PLAN_REVIEW, letter.issuedOn());
    }

    /**
     * Issues the current version in large print, because somebody asked for it; once for each version. It is a copy: it
     * starts no clock, and a review can be asked for until the day that the plan itself said.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void issueInLargePrint(CaseReference reference) {
        record.by();
        HousingPlan plan = current(reference)
                .orElseThrow(() -> new NotPossible("There is no personalised housing plan on this case yet."));
        LocalDate given = letters.of(reference).stream().filter(letter -> letter.template().equals(TEMPLATE))
                .map(Letters.Letter::issuedOn).max(Comparator.naturalOrder()).orElse(record.today());
        largePrint(reference, plan, given);
    }

    /** What the current version changes in the one before it; nothing for the first. */
    private List<String> changes(CaseReference reference) {
        List<HousingPlan> versions = store.of(reference);
        return versions.size() < 2 ? List.of() : PlanChanges.between(versions.get(1), versions.get(0));
    }

    private void largePrint(CaseReference reference, HousingPlan plan, LocalDate given) {
        letters.issue(reference, TEMPLATE + "-large-print", LetterModels.plan(plan, changes(reference),
                clocks.reviewLastDay(given)),
                "plan-large-" + plan.id());
    }

    /**
     * Records that the plan was looked at together. Changed steps make a new version, which is issued.
     *
     * @param steps the steps from now on, or empty when the plan stays as it is
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void review(CaseReference reference, String notes, LocalDate reviewOn, Optional<List<PlanStep>> steps) {
        String by = record.by();
        HousingPlan before = current(reference)
                .orElseThrow(() -> new NotPossible("There is no personalised housing plan on this case yet."));
        boolean changes = steps.isPresent() || !before.reviewOn().equals(reviewOn);
        Integer version = changes ? (Integer) add(reference, steps.isPresent() ? "Changed at a review"
                : "Next review moved", before.wishes(), null, reviewOn, steps.orElse(before.steps()), by) : null;
        store.insertReview(reference, before.version(), notes, version, by, record.now());
        clocks.end(reference, ClockKind.PLAN_REVIEW, record.today(), "Plan reviewed");
        record.tell(reference, "decision", steps.isPresent() ? "Plan reviewed and changed" : "Plan reviewed; the steps stay", notes);
        record.audit(reference, "plan.reviewed", "version " + before.version(),
                Map.of("changed", String.valueOf(steps.isPresent())), "s189A(9) to (12)");
        if (steps.isPresent()) {
            issue(reference);
        } else {
            clocks.start(reference, ClockKind.PLAN_REVIEW, record.today());
        }
    }
}
