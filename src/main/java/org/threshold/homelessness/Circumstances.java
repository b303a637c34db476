package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.store.CircumstancesStore;

/** What changes for a household while its approach runs, and what the change re-opens (s184(1), s189A(9)). */
@Service
public class Circumstances {

    static final String CHANGED = "threshold.case.circumstancesChanged";
    static final String REVIEW_ASKED = "threshold.plan.reviewAsked";

    private final CircumstancesStore store;
    private final CaseFindings findings;
    private final HousingPlans plans;
    private final CaseDetails cases;
    private final ApproachProcess process;
    private final CaseClocks clocks;
    private final CaseRecord record;

    Circumstances(CircumstancesStore store, CaseFindings findings, HousingPlans plans, CaseDetails cases,
                  ApproachProcess process, CaseClocks clocks, CaseRecord record) {
        this.store = store;
        this.findings = findings;
        this.plans = plans;
        this.cases = cases;
        this.process = process;
        this.clocks = clocks;
        this.record = record;
    }

    /** Latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<CircumstancesChange> of(CaseReference reference) {
        return store.of(reference);
    }

    /**
     * Records the change and opens the step that considers it. A draft decision reported on before can no longer be
     * signed. Where there is a plan, it is to be reviewed from the change on.
     *
     * @throws NotPossible when no approach runs, or the day lies in the future
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void report(CaseReference reference, CircumstancesChange.Report report) {
        String by = record.by();
        if (report.happenedOn().isAfter(record.today())) {
            throw new NotPossible("The day of the change must be today or in the past");
        }
        findings.lock(reference);
        store.insert(reference, report, by, record.now());
        String kinds = report.kinds().stream().map(kind -> kind.title().toLowerCase())
                .collect(Collectors.joining(", "));
        record.tell(reference, "contact", "Circumstances changed: " + kinds, report.what() + "\nTold by: "
                + report.toldBy() + "\nChanged on: " + Words.day(report.happenedOn()));
        record.audit(reference, "circumstances.reported", reference, Map.of("kinds", String.join(" ",
                report.kinds().stream().map(Enum::name).toList()), "happenedOn", report.happenedOn().toString()),
                "s189A(9)");
        reviewFrom(reference, report.happenedOn());
        if (!process.tell(reference, CHANGED, Map.of())) {
            throw new NotPossible("No approach runs on this case, so a change has nothing to re-open. If they ask for"
                    + " help again, take a new approach.");
        }
    }

    /** The plan is to be reviewed since the change, though not since before it was made. */
    private void reviewFrom(CaseReference reference, LocalDate happenedOn) {
        if (!plans.changeable(reference)) {
            return;
        }
        LocalDate made = plans.current(reference).orElseThrow().recordedAt().atZone(ServiceClock.LONDON).toLocalDate();
        LocalDate from = happenedOn.isBefore(made) ? made : happenedOn;
        clocks.end(reference, ClockKind.PLAN_REVIEW, record.today(), "Circumstances changed");
        clocks.start(reference, ClockKind.PLAN_REVIEW, from);
    }

    /** The change that is to be considered next: the oldest that nobody has considered. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<CircumstancesChange> next(CaseReference reference) {
        return store.oldestOpen(reference);
    }

    /**
     * Records what follows from the oldest change that nobody has considered. Each re-opened finding is undecided from
     * now on; what was found before is kept.
     *
     * @throws NotPossible when none waits
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void consider(CaseReference reference, CircumstancesChange.Considered made) {
        String by = record.by();
        CircumstancesChange change = store.next(reference)
                .orElseThrow(() -> new NotPossible("Every reported change has been considered."));
        store.insertConsidered(change.id(), made, by, record.now());
        made.reopened().forEach(question -> findings.record(reference, question, Finding.UNDECIDED, null,
                "Open again after a change of circumstances. " + made.reasons()));
        if (made.atRisk()) {
            alert(reference, made.reasons());
        }
        record.tell(reference, "decision", made.reopened().isEmpty() ? "Change considered: the findings stand"
                : "Change considered: open again is " + made.reopened().stream().map(Question::words)
                        .collect(Collectors.joining(" and ")), made.reasons());
        record.audit(reference, "circumstances.considered", change.id(), Map.of(
                "reopened", made.reopened().stream().map(Enum::name).collect(Collectors.joining(" ")),
                "interimDue", String.valueOf(made.interimDue()), "atRisk", String.valueOf(made.atRisk()),
                "planReview", String.valueOf(made.planReview())), made.reasons(), "s184(1), s189A(9)");
        if (made.planReview()) {
            process.tell(reference, REVIEW_ASKED, Map.of());
        }
    }

    private void alert(CaseReference reference, String why) {
        CaseFile file = cases.of(reference);
        Set<CaseFlag> flags = new TreeSet<>(file.flags());
        flags.add(CaseFlag.RISK_FROM_OTHERS);
        cases.changeFlags(reference, file.version(), flags, why.length() > 500 ? why.substring(0, 500) : why);
    }

    /** Why the plan cannot be reviewed now, though a change asks for it; empty when it can, or need not. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> planObstacle(CaseReference reference, boolean planReview) {
        return planReview && !plans.changeable(reference) ? Optional.of("There is no plan to look at: none was made"
                + " yet, or no duty is owed any more") : Optional.empty();
    }

    /** Records how the assessment reads now; the one that was made is kept (s189A(9)(a)). */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void reviseAssessment(CaseReference reference, String circumstances, String housingNeeds, String support) {
        String by = record.by();
        store.insertRevision(reference, circumstances, housingNeeds, support, by, record.now());
        record.tell(reference, "decision", "Assessment revised", "Circumstances: " + circumstances + "\nHousing needs: "
                + housingNeeds + "\nSupport: " + support);
        record.audit(reference, "assessment.revised", reference, Map.of(), "s189A(9)");
    }
}
