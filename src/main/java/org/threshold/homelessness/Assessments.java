package org.threshold.homelessness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;
import org.threshold.homelessness.store.AssessmentStore;

/** Identity and eligibility, and the assessment that says which duty is owed (s189A). */
@Service
public class Assessments {

    private final AssessmentStore store;
    private final CaseFindings findings;
    private final Duties duties;
    private final CaseClocks clocks;
    private final CaseRecord record;

    Assessments(AssessmentStore store, CaseFindings findings, Duties duties, CaseClocks clocks, CaseRecord record) {
        this.store = store;
        this.findings = findings;
        this.duties = duties;
        this.clocks = clocks;
        this.record = record;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Assessment> latest(CaseReference reference) {
        return store.latest(reference);
    }

    /** Records what was seen and what follows for eligibility. The assessment is due from now on. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void checkIdentity(CaseReference reference, IdentityCheck check, Finding eligible, String reasons) {
        String by = record.by();
        store.insertIdentity(reference, check, by, record.now());
        clocks.start(reference, ClockKind.ASSESSMENT, record.today());
        record.tell(reference, "step", switch (check.seen()) {
            case "yes" -> "Identity seen";
            case "partly" -> "Some proof of identity seen";
            default -> "Identity not seen yet; the case goes on";
        }, check.missing());
        record.audit(reference, "identity.checked", reference, Map.of("seen", check.seen()), null);
        findings.record(reference, Question.ELIGIBLE, eligible, null, reasons);
    }

    /** What the law does not allow about the assessment, by field of its form; empty when all is well. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(CaseReference reference, Assessment made) {
        Finding eligible = findings.of(reference).of(Question.ELIGIBLE);
        if (made.outcome() == Assessment.Outcome.NOT_ELIGIBLE) {
            return eligible == Finding.YES ? List.of(new FieldError("assessmentOutcome",
                    "They are recorded as eligible. Record the new finding on the findings page first")) : List.of();
        }
        if (made.outcome().duty() == null) {
            return List.of();
        }
        if (eligible != Finding.YES) {
            return List.of(new FieldError("assessmentOutcome", eligible == Finding.NO
                    ? "They are recorded as not eligible, so no duty can be owed"
                    : "A duty is owed only to someone who is eligible. Record your finding on the findings page first"));
        }
        if (made.satisfiedOn().isAfter(record.today())) {
            return List.of(new FieldError("satisfiedOn", "The day you were satisfied must be today or in the past"));
        }
        return List.of();
    }

    /**
     * Records the assessment. A duty that it finds owed starts on the day the council was satisfied, in the same
     * commit; its letter follows.
     *
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void record(CaseReference reference, Assessment made) {
        String by = record.by();
        problems(reference, made).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        store.insert(reference, made, by, record.now());
        clocks.end(reference, ClockKind.ASSESSMENT, record.today(), "Assessment recorded");
        record.tell(reference, "decision", "Assessment: " + made.outcome().words(), made.outcomeReasons());
        record.audit(reference, "assessment.recorded", reference, Map.of("outcome", made.outcome().name()),
                made.outcomeReasons(), "s189A(1)");
        recordFindings(reference, made);
        if (made.outcome().duty() != null) {
            duties.accept(reference, made.outcome().duty(), made.satisfiedOn());
            clocks.start(reference, ClockKind.PERSONALISED_HOUSING_PLAN, record.today());
        }
    }

    /**
     * Puts right the categories by which the assessment is counted, or adds what was not asked. What it found, and the
     * duty that follows, stays; the assessment as it was is kept.
     *
     * @throws NotPossible when the case was never assessed
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void putRight(CaseReference reference, Assessment.Categories categories) {
        String by = record.by();
        Assessment before = store.latest(reference)
                .orElseThrow(() -> new NotPossible("This case has not been assessed yet."));
        Assessment after = before.with(categories);
        if (after.equals(before)) {
            return;
        }
        store.insert(reference, after, by, record.now());
        record.tell(reference, "system", "Answers of the assessment put right for the return", null);
        record.audit(reference, "assessment.putRight", reference, Map.of(), "s189A(1)");
    }

    /** Records the nationality or immigration status where it was not known, or was wrong; eligibility stays. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void putRightNationality(CaseReference reference, String nationality) {
        String by = record.by();
        Optional<IdentityCheck> before = store.latestIdentity(reference);
        if (before.map(IdentityCheck::nationality).filter(nationality::equals).isPresent()) {
            return;
        }
        IdentityCheck after = before.map(was -> new IdentityCheck(was.seen(), was.documents(), was.missing(),
                nationality, was.habituallyResident()))
                .orElseGet(() -> new IdentityCheck("no", List.of(), null, nationality, "unknown"));
        store.insertIdentity(reference, after, by, record.now());
        record.tell(reference, "system", "Nationality or immigration status put right for the return", null);
        record.audit(reference, "identity.nationalityPutRight", reference, Map.of(), null);
    }

    private void recordFindings(CaseReference reference, Assessment made) {
        switch (made.outcome()) {
            case HOMELESS -> findings.record(reference, Question.HOMELESS, Finding.YES, null, made.circumstances(),
                    made.satisfiedOn());
            case THREATENED -> findings.record(reference, Question.HOMELESS, Finding.NO, null,
                    "Threatened with homelessness within 56 days, and not yet homeless", made.satisfiedOn());
            case NOT_HOMELESS -> findings.record(reference, Question.HOMELESS, Finding.NO, null,
                    made.outcomeReasons());
            case NOT_ELIGIBLE -> findings.record(reference, Question.ELIGIBLE, Finding.NO, null,
                    made.outcomeReasons());
        }
    }
}
