package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.CaseFindings;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The assessment, and the duty that it finds owed. */
@Component
class AssessmentStep implements StepHandler {

    private final Assessments assessments;
    private final CaseFindings findings;
    private final Clock clock;

    AssessmentStep(Assessments assessments, CaseFindings findings, Clock clock) {
        this.assessments = assessments;
        this.findings = findings;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "assessment";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("satisfiedOn", LocalDate.now(clock));
        return new Beside().findings(findings.current(step.caseReference())).put(facts);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return assessments.problems(step.caseReference(), assessment(new Answers(values)));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Assessment made = assessment(new Answers(values));
        assessments.record(step.caseReference(), made);
        return Map.of("assessmentOutcome", made.outcome().name());
    }

    private static Assessment assessment(Answers answers) {
        return new Assessment(answers.text("circumstances"), answers.text("reasonForLoss"),
                answers.text("arrearsReason"), answers.day("lostOn"), answers.text("lastSettledHome"),
                answers.text("lastPostcode"), answers.text("accommodationNow"), answers.text("sleptRough"),
                answers.text("employment"), answers.text("ethnicity"), answers.text("referral"),
                answers.text("referralBody"), answers.text("housingNeeds"), answers.codes("supportNeeds"),
                answers.text("supportSummary"), answers.code("assessmentOutcome", Assessment.Outcome.class),
                answers.day("satisfiedOn"), answers.text("noticeType"), answers.day("noticeExpires"),
                answers.text("outcomeReasons"), new Assessment.Background(answers.codes("income"), answers.text("sex"),
                answers.text("genderSame"), answers.text("sexualOrientation"), answers.text("lastUprn"),
                Boolean.TRUE.equals(answers.values().get("postcodeNotKnown"))));
    }
}
