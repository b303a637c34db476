package org.threshold.homelessness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Assessment.Outcome;

class AssessmentsAndPlansTest extends HomelessnessTest {

    @Autowired
    Assessments assessments;
    @Autowired
    HousingPlans plans;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"THREATENED, PREVENTION, PREVENTION_DUTY, NO", "HOMELESS, RELIEF, RELIEF_DUTY, YES"})
    void aDutyStartsOnTheDayOfSatisfactionNotOnTheDayItWasTyped(Outcome outcome, DutyKind duty, ClockKind clock,
                                                                Finding homeless) {
        CaseReference reference = eligible();
        on(DAY_ONE.plusDays(4));
        assessments.record(reference, assessment(outcome, DAY_ONE.plusDays(2)));

        assertThat(duties.running(reference, duty).orElseThrow().startedOn()).isEqualTo(DAY_ONE.plusDays(2));
        assertThat(assessments.latest(reference)).as("everything that was asked is kept")
                .contains(assessment(outcome, DAY_ONE.plusDays(2)));
        assertThat(lastDay(reference, clock)).isEqualTo(DAY_ONE.plusDays(2 + 55));
        assertThat(findings.of(reference).of(Question.HOMELESS)).isEqualTo(homeless);
        assertThat(runs(reference, ClockKind.ASSESSMENT)).isFalse();
        assertThat(runs(reference, ClockKind.PERSONALISED_HOUSING_PLAN)).isTrue();

        duties.notifyAccepted(reference);
        duties.notifyAccepted(reference);
        assertThat(letters(reference)).containsExactly(outcome == Outcome.HOMELESS ? "relief-duty-accepted"
                : "prevention-duty-accepted");
    }

    @ParameterizedTest(name = "eligible {0}, assessed as {1}: {2}")
    @CsvSource({"UNDECIDED, HOMELESS, assessmentOutcome", "NO, THREATENED, assessmentOutcome",
            "YES, NOT_ELIGIBLE, assessmentOutcome", "UNDECIDED, NOT_ELIGIBLE, ''", "UNDECIDED, NOT_HOMELESS, ''",
            "YES, HOMELESS, ''"})
    void aDutyIsOwedOnlyToSomeoneEligible(Finding eligible, Outcome outcome, String wrong) {
        CaseReference reference = newCase();
        find(reference, Question.ELIGIBLE, eligible);
        assertThat(assessments.problems(reference, assessment(outcome, DAY_ONE))).extracting(FieldError::key)
                .containsExactlyElementsOf(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    @Test
    void nobodyIsSatisfiedOfTheFuture() {
        CaseReference reference = eligible();
        assertThatThrownBy(() -> assessments.record(reference, assessment(Outcome.HOMELESS, DAY_ONE.plusDays(1))))
                .isInstanceOf(NotPossible.class);
        assertThat(rows("assessment", reference)).isZero();
        assertThat(duties.of(reference)).isEmpty();
    }

    @Test
    void anAssessmentIsReadBackAsItWasMade() {
        CaseReference reference = eligible();
        Assessment made = assessment(Outcome.HOMELESS, DAY_ONE);
        assessments.record(reference, made);
        assertThat(assessments.latest(reference)).contains(made);
    }

    @Test
    void whatWasBelievedBeforeIsKept() {
        CaseReference reference = newCase();
        find(reference, Question.PRIORITY_NEED, Finding.UNDECIDED);
        find(reference, Question.PRIORITY_NEED, Finding.NO);
        find(reference, Question.PRIORITY_NEED, Finding.NO);
        find(reference, Question.PRIORITY_NEED, Finding.YES);

        assertThat(findings.history(reference)).extracting(FindingRecord::finding)
                .containsExactly(Finding.YES, Finding.NO);
        assertThat(findings.current(reference).get(Question.PRIORITY_NEED).category()).isEqualTo("DEP_CHILDREN");
        assertThatThrownBy(() -> findings.record(reference, Question.INTENTIONAL, Finding.YES, null, " "))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void aPlanKeepsItsVersionsAndTheReasonForEachDisagreement() {
        CaseReference reference = eligible();
        assertThat(plans.record(reference, "Near the school", "PRINTED", DAY_ONE.plusDays(28),
                List.of(step("Ring the landlord", true), step("View two flats", false)))).isOne();
        plans.issue(reference);
        plans.issue(reference);
        HousingPlan first = plans.current(reference).orElseThrow();
        assertThat(first.agreed()).isFalse();
        assertThat(first.steps()).containsExactly(step("Ring the landlord", true), step("View two flats", false));
        assertThat(letters(reference)).containsExactly("personalised-housing-plan");
        assertThat(runs(reference, ClockKind.PLAN_REVIEW)).isTrue();

        on(DAY_ONE.plusDays(28));
        plans.review(reference, "The landlord agrees", DAY_ONE.plusDays(56),
                Optional.of(List.of(step("Sign the new tenancy", true))));

        assertThat(plans.versions(reference)).extracting(HousingPlan::version).containsExactly(2, 1);
        assertThat(plans.current(reference).orElseThrow().agreed()).isTrue();
        assertThat(plans.reviews(reference)).singleElement()
                .satisfies(review -> assertThat(review.newVersion()).isEqualTo(2));
        assertThat(letters(reference)).hasSize(2);
    }

    @Test
    void aStepThatIsNotAgreedNeedsTheReason() {
        CaseReference reference = eligible();
        PlanStep silent = new PlanStep(PlanStep.Who.APPLICANT, PlanStep.Kind.MANDATORY, "Go", DAY_ONE, false, null);
        assertThatThrownBy(() -> plans.record(reference, null, "POST", DAY_ONE.plusDays(9), List.of(silent)))
                .isInstanceOf(NotPossible.class);
        assertThat(plans.versions(reference)).isEmpty();
    }

    private CaseReference eligible() {
        CaseReference reference = newCase();
        assessmentsDue(reference);
        return reference;
    }

    private void assessmentsDue(CaseReference reference) {
        assessments.checkIdentity(reference, new IdentityCheck("no", List.of(), "Passport lost", "UK", "yes"),
                Finding.YES, "British");
        assertThat(runs(reference, ClockKind.ASSESSMENT)).isTrue();
    }

    private static PlanStep step(String what, boolean agreed) {
        return new PlanStep(PlanStep.Who.COUNCIL, PlanStep.Kind.RECOMMENDED, what, DAY_ONE.plusDays(7), agreed,
                agreed ? null : "Too far from work");
    }

    private static Assessment assessment(Outcome outcome, LocalDate satisfiedOn) {
        boolean duty = outcome.duty() != null;
        return new Assessment("Asked to leave", "FAMILY_FRIENDS", null, DAY_ONE, "FAMILY", "AA1 1AA", "FAMILY", null,
                "PART_TIME", "NOT_SAID", "DUTY_TO_REFER", "JOBCENTRE", "Two bedrooms", List.of("BUDGETING", "DRUGS"),
                "A deposit", outcome, duty ? satisfiedOn : null, outcome == Outcome.THREATENED ? "NONE" : null, null,
                duty ? null : "Not owed",
                new Assessment.Background(List.of("UNIVERSAL_CREDIT", "WORK"), "FEMALE", "YES", "NOT_SAID"));
    }
}
