package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.form.FieldError;
import org.threshold.hclic.ReturnAnswers;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepWork;

/** A duty ends only when the return has what it needs, and help never waits for that (domain.md B2). */
class ReturnGateTest extends ModelTest {

    @Autowired
    private StepWork steps;
    @Autowired
    private ReturnAnswers help;

    private CaseReference withoutIncome(Map<String, List<String>> assessment) {
        Map<String, List<String>> open = new LinkedHashMap<>(assessment);
        open.keySet().removeAll(List.of("income", "lastPostcode", "ethnicity"));
        CaseReference reference = inAssessment();
        answer(reference, "task_checkIdentityAndEligibility", FilledForms.identity());
        answer(reference, "task_recordAssessment", open);
        answer(reference, "task_agreePlan", FilledForms.plan(today().plusDays(7)));
        return reference;
    }

    @Test
    void aDutyThatIsToEndWaitsForMainPeopleAndSupport() {
        CaseReference reference = withoutIncome(FilledForms.threatened(today()));
        List<String> wrong = send(OFFICER, reference, "task_preventHomelessness",
                FilledForms.preventionSecured(today()));
        assertThat(wrong).hasSize(3);
        assertThat(wrong.get(0)).contains("needs 2 answers more", "H-CLIC");
        assertThat(wrong).anyMatch(each -> each.contains("Income")).anyMatch(each -> each.contains("Postcode"))
                .noneMatch(each -> each.contains("Ethnic"));
        assertThat(status(reference)).isEqualTo(CaseStatus.PREVENTION);
    }

    @Test
    void becomingHomelessNeverWaits() {
        CaseReference reference = withoutIncome(FilledForms.threatened(today()));
        answer(reference, "task_preventHomelessness", FilledForms.becameHomeless(today()));
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);
    }

    @Test
    void aCaseClosesWhenItIsKnownWhatBecameOfItsNeeds() {
        CaseReference reference = inAssessment();
        answer(reference, "task_checkIdentityAndEligibility", FilledForms.identity());
        answer(reference, "task_recordAssessment", FilledForms.with(FilledForms.noDutyOwed("NOT_HOMELESS"),
                "supportNeeds", "BUDGETING"));
        decide(reference, "NOT_HOMELESS", FilledForms.findings("NO", "YES", "UNDECIDED", "UNDECIDED"));
        assertThat(send(OFFICER, reference, "task_closeCase", FilledForms.closing()))
                .containsExactly("Record first what became of the support needs: Managing money");
        help.help(reference, Map.of("BUDGETING", "NOT_KNOWN"));
        answer(reference, "task_closeCase", FilledForms.closing());
        assertThat(status(reference)).isEqualTo(CaseStatus.CLOSED);
    }

    /** The same sentence while typing and on completion, from one rule. */
    @Test
    void whatIsWrongIsSaidWhileTypingAndAgainAtTheEnd() {
        CaseReference reference = inAssessment();
        answer(reference, "task_checkIdentityAndEligibility", FilledForms.identity());
        Map<String, List<String>> typed = new LinkedHashMap<>(FilledForms.homeless(today()));
        typed.put("income", List.of("PARTNER_WORK"));
        OpenStep step = step(reference, "task_recordAssessment");

        Map<String, List<String>> half = new LinkedHashMap<>(typed);
        half.keySet().removeAll(List.of("circumstances", "reasonForLoss", "assessmentOutcome"));
        List<FieldError> soFar = new ArrayList<>(steps.soFar(step.stepId(), half));
        soFar.removeIf(error -> !error.key().equals("income"));
        List<String> atTheEnd = send(OFFICER, reference, "task_recordAssessment", typed);

        assertThat(soFar).extracting(FieldError::message).singleElement().asString()
                .startsWith("A partner’s income is ticked, but there is no partner");
        assertThat(atTheEnd).containsExactly(soFar.get(0).message());
        assertThat(steps.soFar(step.stepId(), FilledForms.homeless(today()))).isEmpty();
        assertThat(steps.soFar(step.stepId(), FilledForms.of("lastPostcode", "nonsense")))
                .extracting(FieldError::message).contains("Enter a full postcode, like LU1 2BQ");
    }
}
