package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.ApproachProcess;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.PlanReviews;

/** Every path of {@code plan-review}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanReviewPathsTest extends ModelTest {

    @Autowired
    private HousingPlans plans;
    @Autowired
    private PlanReviews reviews;
    @Autowired
    private ApproachProcess process;

    @Test
    void onItsDayThePlanIsLookedAtAndWaitsForTheNext() {
        CaseReference reference = kept();
        LocalDate day = plans.current(reference).orElseThrow().reviewOn();
        assertThat(open(reference)).doesNotContain("task_reviewPlan");

        runOut(reference, "timer_planReviewDay");

        assertThat(today()).isEqualTo(day);
        lateThenAnswered(reference, "task_reviewPlan", FilledForms.planReviewed(today().plusDays(28)));
        assertThat(reviews.taken(reference, 1)).singleElement()
                .satisfies(taken -> assertThat(taken.done()).isEqualTo(PlanReviews.Done.UNDER_WAY));
        assertThat(plans.reviews(reference)).hasSize(1);
        assertThat(open(reference)).doesNotContain("task_reviewPlan");
        assertThat(timers(reference, "timer_planReviewDay")).hasSize(1);
    }

    @Test
    void changedStepsAreANewVersionThatGoesOutByLetter() {
        CaseReference reference = kept();
        runOut(reference, "timer_planReviewDay");
        long before = lettersOf(reference).stream().filter("personalised-housing-plan"::equals).count();

        answer(reference, "task_reviewPlan", FilledForms.planChanged(today().plusDays(28)));

        assertThat(plans.current(reference).orElseThrow().version()).isEqualTo(2);
        assertThat(lettersOf(reference).stream().filter("personalised-housing-plan"::equals)).hasSize((int) before + 1);
    }

    @Test
    void aChangeOfCircumstancesBringsItForward() {
        CaseReference reference = kept();

        process.tell(reference, "threshold.plan.reviewAsked", Map.of());

        answer(reference, "task_reviewPlan", FilledForms.planReviewed(today().plusDays(28)));
        assertThat(timers(reference, "timer_planReviewDay")).hasSize(1);
    }

    @Test
    void aPlanThatPreventionMadeIsLookedAtWhenReliefBegins() {
        CaseReference reference = inPrevention();
        clock.freeze(clock.instant().plusSeconds(3 * 24 * 3600));
        answer(reference, "task_preventHomelessness", FilledForms.becameHomeless(today()));

        beside(reference);

        assertThat(open(reference)).contains("task_reviewPlan");
    }

    @Test
    void soItIsWhenTheyBecameHomelessIntentionally() {
        CaseReference reference = inPrevention();
        clock.freeze(clock.instant().plusSeconds(3 * 24 * 3600));
        answer(reference, "task_preventHomelessness",
                FilledForms.ended("preventionEnd", "IH_FROM_ACCOMMODATION", today()));
        answerAs(COLLEAGUE, reference, "task_authoriseEndOfDuty", FilledForms.authorised());

        beside(reference);

        assertThat(open(reference)).contains("task_reviewPlan");
    }

    @Test
    void aStepLeftOutOrADayTooFarOffIsRefused() {
        CaseReference reference = kept();
        process.tell(reference, "threshold.plan.reviewAsked", Map.of());

        assertThat(send(OFFICER, reference, "task_reviewPlan", FilledForms.planReviewed(today().plusDays(43))))
                .containsExactly("The plan is looked at again within 42 days at the latest");
        assertThat(send(OFFICER, reference, "task_reviewPlan", FilledForms.with(
                FilledForms.planReviewed(today().plusDays(42)), "stepsTaken[1].taken", "1", "stepsTaken[1].done",
                "DONE", "stepsTaken[1].doneBy", "BOTH")))
                .containsExactly("Say once for each step of the plan how far it is");
    }

    @Test
    void withoutAPlanThereIsNothingToReview() {
        CaseReference reference = inAssessment();

        run("plan-review", reference);

        assertThat(route(reference)).endsWith("service_readReviewDate", "end_noPlanKept");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("plan-review");
    }

    private CaseReference kept() {
        CaseReference reference = inPrevention();
        beside(reference);
        return reference;
    }

    /** Where the duty's own process reviews the plan already, that one is looked at. */
    private void beside(CaseReference reference) {
        if (runtime.createProcessInstanceQuery().processDefinitionKey("plan-review")
                .processInstanceBusinessKey(reference.value()).count() == 0) {
            run("plan-review", reference);
        }
    }
}
