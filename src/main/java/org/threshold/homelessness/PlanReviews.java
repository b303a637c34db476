package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ServiceClock;
import org.threshold.form.FieldError;
import org.threshold.homelessness.store.PlanReviewStore;

/** The cycle in which a plan is looked at together: by its day, after a change, and when relief begins (s189A(9)). */
@Service
public class PlanReviews {

    private final PlanReviewStore store;
    private final HousingPlans plans;
    private final Duties duties;
    private final PlanReviewStandard standard;
    private final CaseClocks clocks;
    private final CaseRecord record;

    PlanReviews(PlanReviewStore store, HousingPlans plans, Duties duties, PlanReviewStandard standard,
                CaseClocks clocks, CaseRecord record) {
        this.store = store;
        this.plans = plans;
        this.duties = duties;
        this.standard = standard;
        this.clocks = clocks;
        this.record = record;
    }

    /**
     * When the plan is to be looked at next.
     *
     * @param kept whether there is a plan and a duty is owed; otherwise the rest says nothing
     */
    public record Next(boolean kept, boolean due, LocalDate on) {
    }

    /** How far a step had been taken, by whom, and in what way; {@code words} may be null. */
    public record Taken(int position, Done done, String byWhom, String words, String recordedBy, Instant recordedAt) {
    }

    public enum Done {
        DONE("Done"), UNDER_WAY("Under way"), NOT_DONE("Not done"), NO_LONGER_FITS("No longer makes sense");

        private final String title;

        Done(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A plan that prevention made is due again as soon as relief begins; its clock runs from that day. */
    @Needs(Permission.VIEW_CASES)
    @Transactional
    public Next next(CaseReference reference) {
        Optional<HousingPlan> plan = plans.current(reference);
        if (plan.isEmpty() || !plans.changeable(reference)) {
            return new Next(false, false, null);
        }
        Optional<LocalDate> relief = reliefSincePlan(reference, plan.get());
        relief.ifPresent(began -> {
            clocks.end(reference, ClockKind.PLAN_REVIEW, record.today(), "Prevention ended and relief began");
            clocks.start(reference, ClockKind.PLAN_REVIEW, began);
        });
        LocalDate on = plan.get().reviewOn();
        return new Next(true, relief.isPresent() || !on.isAfter(record.today()), on);
    }

    /** The day on which relief followed prevention, when nobody has looked at the plan since. */
    private Optional<LocalDate> reliefSincePlan(CaseReference reference, HousingPlan plan) {
        boolean prevented = duties.of(reference).stream().anyMatch(duty -> duty.kind() == DutyKind.PREVENTION
                && (duty.endReason() == EndReason.HOMELESS || duty.endReason() == EndReason.IH_FROM_ACCOMMODATION));
        LocalDate looked = plans.reviews(reference).stream().findFirst().map(HousingPlan.Review::recordedAt)
                .filter(review -> review.isAfter(plan.recordedAt())).orElse(plan.recordedAt()).atZone(ServiceClock.LONDON)
                .toLocalDate();
        return !prevented ? Optional.empty() : duties.running(reference, DutyKind.RELIEF).map(Duty::startedOn)
                .filter(looked::isBefore);
    }

    /** By when the council usually looks at a plan again. */
    @Needs(Permission.VIEW_CASES)
    public LocalDate usualNext() {
        return record.today().plusDays(standard.days());
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Taken> taken(CaseReference reference, int version) {
        return store.of(reference, version);
    }

    /** What does not fit, by field of the form. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, List<Taken> taken, LocalDate reviewOn) {
        List<FieldError> problems = new ArrayList<>();
        Optional<HousingPlan> plan = plans.current(reference);
        if (plan.isEmpty() || !plans.changeable(reference)) {
            return List.of(new FieldError("", "No duty is owed on this case any more, so its plan stays as it is"));
        }
        List<Integer> positions = taken.stream().map(Taken::position).sorted().toList();
        List<Integer> all = new ArrayList<>();
        for (int position = 1; position <= plan.get().steps().size(); position++) {
            all.add(position);
        }
        if (!positions.equals(all)) {
            problems.add(new FieldError("stepsTaken", "Say once for each step of the plan how far it is"));
        }
        if (reviewOn.isAfter(record.today().plusDays(standard.longest()))) {
            problems.add(new FieldError("reviewOn", "The plan is looked at again within " + standard.longest()
                    + " days at the latest"));
        }
        return problems;
    }

    /**
     * Records what was done of each step, and the review itself; changed steps make a new version, which is issued.
     *
     * @param steps the steps from now on, or empty when they stay
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void review(CaseReference reference, List<Taken> taken, String notes, LocalDate reviewOn,
                       Optional<List<PlanStep>> steps) {
        String by = record.by();
        int version = plans.current(reference).map(HousingPlan::version)
                .orElseThrow(() -> new NotPossible("There is no personalised housing plan on this case yet."));
        problems(reference, taken, reviewOn).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        store.insert(reference, version, taken, by, record.now());
        plans.review(reference, notes, reviewOn, steps);
    }
}
