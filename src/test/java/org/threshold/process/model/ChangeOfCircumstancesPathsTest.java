package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.CaseFindings;
import org.threshold.homelessness.Circumstances;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.Question;

/** Every path of {@code change-of-circumstances}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangeOfCircumstancesPathsTest extends ModelTest {

    @Autowired
    private StatutoryClocks clocks;
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
        assertThat(route(reference)).containsSubsequence("task_considerChange", "end_interimNotDue",
                "end_assessmentStands");
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

        assertThat(open(reference)).contains("task_findUnit", "task_reviseAssessment");
        lateThenAnswered(reference, "task_reviseAssessment", FilledForms.assessmentRevised());
        assertThat(open(reference)).contains("task_findUnit").doesNotContain("task_reviseAssessment");
    }

    @Test
    void interimAccommodationIsArrangedTheSameDay() {
        CaseReference reference = changed(inRelief());
        answer(reference, "task_considerChange", FilledForms.changeConsidered("yes", "no", "no", "no"));

        assertThat(step(reference, "task_findUnit").dueAt()).isBefore(
                today().plusDays(1).atStartOfDay(java.time.ZoneId.of("Europe/London")).toInstant());
        lateThenAnswered(reference, "task_findUnit", FilledForms.noPlaceNeeded());

        assertThat(route(reference)).contains("end_interimArranged");
    }

    @Test
    void thePlanIsToBeReviewedSinceTheChangeUntilItIsReviewed() {
        CaseReference reference = inRelief();
        clock.freeze(clock.instant().plusSeconds(5 * 24 * 3600));
        circumstances.report(reference, report(today().minusDays(2)));
        assertThat(clocks.running(reference, ClockKind.PLAN_REVIEW)).map(StatutoryClock::triggerDate)
                .hasValue(today().minusDays(2));

        answer(reference, "task_considerChange", FilledForms.changeConsidered("no", "no", "no", "yes"));
        answer(reference, "task_reviewPlan", FilledForms.planChanged(today().plusDays(28)));

        assertThat(clocks.running(reference, ClockKind.PLAN_REVIEW)).map(StatutoryClock::triggerDate)
                .hasValue(today());
    }

    @Test
    void nothingIsReportedForTomorrowOrOnACaseThatDoesNotRun() {
        CaseReference reference = inRelief();
        assertThatThrownBy(() -> circumstances.report(reference, report(today().plusDays(1))))
                .isInstanceOf(NotPossible.class).hasMessageContaining("today or in the past");
        CaseReference finished = newCase();
        assertThatThrownBy(() -> circumstances.report(finished, report(today()))).isInstanceOf(NotPossible.class)
                .hasMessageContaining("No approach runs");
        assertThat(circumstances.of(reference)).isEmpty();
        assertThat(circumstances.of(finished)).as("nothing is kept of it").isEmpty();
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
        circumstances.report(reference, report(today()));
        return reference;
    }

    private static CircumstancesChange.Report report(LocalDate on) {
        return new CircumstancesChange.Report(List.of(CircumstancesChange.Kind.HOUSEHOLD), "My partner has left", on,
                "The applicant, by telephone");
    }
}
