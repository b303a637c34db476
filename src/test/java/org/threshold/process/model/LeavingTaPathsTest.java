package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.LeavingHome;
import org.threshold.accommodation.NotPossible;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;

/** Every path of {@code leaving-ta}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeavingTaPathsTest extends ModelTest {

    @Autowired
    private Homes homes;
    @Autowired
    private Placements placements;
    @Autowired
    private PlacementStays stays;
    @Autowired
    private Leaving leaving;
    @Autowired
    private PlacementRequests requests;

    @Test
    void whoIsOwedNothingMoreIsToldInTimeThenGoesAndNothingIsLeftOpen() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        leaving.begin(placement.id(), PlacementEnd.DUTY_ENDED, today().plusDays(28));
        leaving.begin(placement.id(), PlacementEnd.DUTY_ENDED, today().plusDays(3));
        assertThat(leaving.of(reference)).as("begun once").hasSize(1);

        assertThat(send(OFFICER, reference, "task_planLeaving", plan(today().plusDays(10), null)))
                .containsExactly("That is less than the 28 days that the council gives. Say why it is reasonable for this"
                        + " household");
        assertThat(send(OFFICER, reference, "task_planLeaving", plan(today(), "They asked for it")))
                .containsExactly("The day must be in the future");
        answer(reference, "task_planLeaving", plan(today().plusDays(28), null));
        assertThat(lettersOf(reference)).contains("ta-ends");
        assertThat(placements.get(placement.id()).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);

        stays.left(reference, placement.id(), today(), PlacementEnd.DUTY_ENDED, "Left with the keys");
        answer(reference, "task_closeHome", close("none", null, "TO_BE_AGREED"));
        assertThat(route(reference)).contains("end_left");
        assertThat(leaving.of(reference).get(0).closedAs()).isEqualTo(LeavingHome.Closed.LEFT);
    }

    @Test
    void whoIsAccommodatedUntilAReviewIsDecidedIsAskedToLeaveNoMore() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        leaving.begin(placement.id(), PlacementEnd.DUTY_ENDED, today().plusDays(28));
        answer(reference, "task_planLeaving", plan(today().plusDays(28), null));

        requests.begin(reference, AccommodationFunction.PENDING_REVIEW, null, false);

        assertThat(leaving.open(reference, placement.id())).isEmpty();
        assertThat(open(reference)).doesNotContain("task_planLeaving", "task_closeHome");
        assertThat(placements.get(placement.id())).satisfies(stays -> {
            assertThat(stays.function()).isEqualTo(AccommodationFunction.PENDING_REVIEW);
            assertThat(stays.status()).isEqualTo(PlacementStatus.IN_OCCUPATION);
        });
    }

    @Test
    void whoHasGoneBeforeAnythingWasPlannedIsNotWrittenTo() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        leaving.begin(placement.id(), PlacementEnd.PRSO_ACCEPTED, today().plusDays(5));
        stays.left(reference, placement.id(), today(), PlacementEnd.PRSO_ACCEPTED, "The keys came early");

        assertThat(open(reference)).contains("task_closeHome").doesNotContain("task_planLeaving");
        assertThat(lettersOf(reference)).doesNotContain("ta-ends");
        assertThatThrownBy(() -> leaving.begin(placement.id(), PlacementEnd.PRSO_ACCEPTED, today().plusDays(5)))
                .isInstanceOf(NotPossible.class).hasMessageContaining("nobody lives there");
    }

    @Test
    void whoMovesOnNeedsNoLongNotice() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        leaving.beginAll(reference, PlacementEnd.PART6_ACCEPTED, today().plusDays(5));
        answer(reference, "task_planLeaving", plan(today().plusDays(5), null));
        assertThatThrownBy(() -> leaving.finish(reference, placement.id(), null, List.of(), "Gone"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("still live there");
    }

    @Test
    void whenTheDutyGoesOnNobodyIsAskedToLeave() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        leaving.begin(placement.id(), PlacementEnd.DUTY_ENDED, today().plusDays(28));
        answer(reference, "task_planLeaving", plan(today().plusDays(28), null));

        leaving.callOffAll(reference, "The review has overturned the decision");
        assertThat(route(reference)).contains("end_calledOff");
        assertThat(placements.get(placement.id()).status()).isEqualTo(PlacementStatus.IN_OCCUPATION);
        leaving.callOffAll(reference, "Once more changes nothing");
        assertThat(leaving.of(reference)).singleElement().extracting(LeavingHome::closedAs)
                .isEqualTo(LeavingHome.Closed.CALLED_OFF);
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        leaving.begin(placement.id(), PlacementEnd.DUTY_ENDED, today().plusDays(28));
        lateThenAnswered(reference, "task_planLeaving", plan(today().plusDays(40), null));
        stays.left(reference, placement.id(), today(), PlacementEnd.DUTY_ENDED, "Left with the keys");
        lateThenAnswered(reference, "task_closeHome", close("none", null, "TO_BE_AGREED"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("leaving-ta");
    }

    private static Map<String, List<String>> plan(LocalDate leaveBy, String shortWhy) {
        Map<String, List<String>> form = new HashMap<>();
        form.put("leaveBy", List.of(leaveBy.toString()));
        form.put("words", List.of("They move to Example Road; a cousin brings the van"));
        form.put("belongings", List.of("no"));
        form.put("providerTold", List.of("yes"));
        if (shortWhy != null) {
            form.put("shortWhy", List.of(shortWhy));
        }
        return form;
    }

    private static Map<String, List<String>> close(String told, LocalDate on, String balance) {
        Map<String, List<String>> form = new HashMap<>();
        form.put("benefitTold", List.of(told));
        if (on != null) {
            form.put("benefitToldOn", List.of(on.toString()));
        }
        form.put("statementGiven", List.of("true"));
        form.put("balance", List.of(balance));
        form.put("words", List.of("Statement handed over with the keys"));
        return form;
    }
}
