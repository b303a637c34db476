package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.Finding;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Circumstances;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.store.CircumstancesStore;

/** Every path of {@code change-of-circumstances}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangeOfCircumstancesPathsTest extends ModelTest {

    @Autowired
    private CircumstancesStore store;
    @Autowired
    private Circumstances circumstances;
    @Autowired
    private CaseFindings findings;
    @Autowired
    private CaseDetails cases;

    @Test
    void nothingMayFollow() {
        CaseReference reference = changed(inRelief());

        answer(reference, "task_considerChange", FilledForms.changeConsidered("no", "no", "no", "no"));

        assertThat(findings.of(reference).of(Question.HOMELESS)).isEqualTo(Finding.YES);
        assertThat(circumstances.next(reference)).isEmpty();
        assertThat(route(reference)).endsWith("task_considerChange", "end_interimNotDue", "end_assessmentStands");
    }

    @Test
    void findingsAreOpenAgainWithTheReasonAndTheirHistory() {
        CaseReference reference = changed(inRelief());

        answer(reference, "task_considerChange", FilledForms.with(
                FilledForms.changeConsidered("no", "yes", "no", "no"), "reopened", "HOMELESS"));

        assertThat(findings.of(reference).of(Question.HOMELESS)).isEqualTo(Finding.UNDECIDED);
        assertThat(findings.history(reference)).filteredOn(each -> each.question() == Question.HOMELESS)
                .extracting(each -> each.finding()).startsWith(Finding.UNDECIDED, Finding.YES);
        assertThat(findings.current(reference).get(Question.HOMELESS).reasons()).contains("moved out");
        assertThat(cases.of(reference).flags()).contains(CaseFlag.RISK_FROM_OTHERS);
    }

    @Test
    void accommodationAndTheAssessmentDoNotWaitForEachOther() {
        CaseReference reference = changed(inRelief());

        lateThenAnswered(reference, "task_considerChange", FilledForms.changeConsidered("yes", "no", "yes", "no"));

        assertThat(open(reference)).contains("task_arrangeInterimNow", "task_reviseAssessment");
        lateThenAnswered(reference, "task_reviseAssessment", FilledForms.assessmentRevised());
        assertThat(open(reference)).contains("task_arrangeInterimNow").doesNotContain("task_reviseAssessment");
    }

    @Test
    void interimAccommodationIsArrangedTheSameDay() {
        CaseReference reference = changed(inRelief());
        answer(reference, "task_considerChange", FilledForms.changeConsidered("yes", "no", "no", "no"));

        assertThat(step(reference, "task_arrangeInterimNow").dueAt()).isBefore(
                today().plusDays(1).atStartOfDay(java.time.ZoneId.of("Europe/London")).toInstant());
        lateThenAnswered(reference, "task_arrangeInterimNow", FilledForms.interimPlaced(today()));

        assertThat(route(reference)).contains("end_interimArranged");
    }

    @Test
    void aPlanThatWasNeverMadeCannotBeReviewed() {
        CaseReference reference = changed(inAssessment());

        assertThat(send(OFFICER, reference, "task_considerChange", FilledForms.changeConsidered("no", "no", "no",
                "yes"))).singleElement().asString().contains("There is no plan to look at");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("change-of-circumstances");
    }

    private CaseReference changed(CaseReference reference) {
        store.insert(reference, new CircumstancesChange.Report(List.of(CircumstancesChange.Kind.HOUSEHOLD),
                "My partner has left", today(), "The applicant, by telephone"), OFFICER, clock.instant());
        run("change-of-circumstances", reference);
        return reference;
    }
}
