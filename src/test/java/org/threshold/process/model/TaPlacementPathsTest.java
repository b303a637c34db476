package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.StayNote;
import org.threshold.casefile.CaseReference;

/** Every path of {@code ta-placement}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TaPlacementPathsTest extends ModelTest {

    @Autowired
    private Homes homes;
    @Autowired
    private Placements placements;
    @Autowired
    private PlacementStays stays;

    @Test
    void fromTheKeysUntilTheUnitIsReadyAgain() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        runOut(reference, "timer_stayLook");
        answer(reference, "task_checkMovedIn", StayForms.notSeen(today().plusDays(1)));
        runOut(reference, "timer_stayLook");
        answer(reference, "task_checkMovedIn", StayForms.seenThere());
        runOut(reference, "timer_stayLook");
        assertThat(today()).as("the regular check").isEqualTo(placement.startsOn().plusDays(90));
        answer(reference, "task_verifyPlacement", StayForms.verified());
        assertThat(stays.notes(reference, placement.id()).get(0).codes()).containsExactly(StayNote.Found.CHARGE_WRONG);

        stays.decideNow(reference, placement.id(), StayNote.Kind.EXTENDED, today().plusDays(10), "Inquiries go on");
        runOut(reference, "timer_stayLook");
        answer(reference, "task_reviewStay", StayForms.stay("OVERSTAY_ALLOWED", today().plusDays(3)));
        assertThat(placements.get(placement.id()).status()).isEqualTo(PlacementStatus.OVERSTAY);
        runOut(reference, "timer_stayLook");
        answer(reference, "task_reviewStay", StayForms.stay("NOTICE", today().plusDays(14)));
        assertThat(placements.get(placement.id()).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);
        runOut(reference, "timer_stayLook");

        stays.left(reference, placement.id(), today(), PlacementEnd.DUTY_ENDED, "Left with the keys");
        assertThat(open(reference)).contains("task_collectKeys").doesNotContain("task_reviewStay");
        answer(reference, "task_collectKeys", StayForms.keys());
        assertThat(placements.get(placement.id()).status()).isEqualTo(PlacementStatus.TURNAROUND);
        answer(reference, "task_inspectUnit", StayForms.inspected(today().plusDays(2)));
        runOut(reference, "timer_unitReady");
        answer(reference, "task_confirmReady", StayForms.notReady(today().plusDays(1)));
        runOut(reference, "timer_unitReady");
        answer(reference, "task_confirmReady", StayForms.ready());

        assertThat(route(reference)).contains("end_turnaroundDone");
        assertThat(placements.get(placement.id()).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(homes.moveIn(newCase(), placement.unitId(), today(), null).livedIn()).as("free again").isTrue();
    }

    /** The day of the inspection had passed, so the unit was free, and nobody had said that it was ready. */
    @Test
    void aUnitThatTheNextHouseholdLivesInAlreadyIsReady() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        runOut(reference, "timer_stayLook");
        answer(reference, "task_checkMovedIn", StayForms.seenThere());
        stays.left(reference, placement.id(), today(), PlacementEnd.CEASED_TO_OCCUPY, "Went to live with a sister");
        answer(reference, "task_collectKeys", StayForms.keys());
        answer(reference, "task_inspectUnit", StayForms.inspected(today().plusDays(2)));
        runOut(reference, "timer_unitReady");
        Placement next = homes.moveIn(newCase(), placement.unitId(), today(), null);
        clock.freeze(clock.instant().plus(Duration.ofDays(1)));

        answer(reference, "task_confirmReady", StayForms.ready());

        assertThat(placements.get(placement.id()).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(placements.get(next.id()).livedIn()).isTrue();
    }

    @Test
    void daysThatAreNoDaysAreRefusedInWords() {
        CaseReference reference = newCase();
        homes.moveIn(reference, Homes.FLAT, today());
        runOut(reference, "timer_stayLook");

        assertThat(send(OFFICER, reference, "task_checkMovedIn", StayForms.notSeen(today())))
                .isEqualTo(List.of("The day must be in the future"));
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = newCase();
        Placement placement = homes.moveIn(reference, Homes.FLAT, today());
        runOut(reference, "timer_stayLook");
        lateThenAnswered(reference, "task_checkMovedIn", StayForms.seenThere());
        stays.decideNow(reference, placement.id(), StayNote.Kind.EXTENDED, today().plusDays(10), "Inquiries go on");
        runOut(reference, "timer_stayLook");
        lateThenAnswered(reference, "task_reviewStay", StayForms.stay("EXTENDED", today().plusDays(150)));
        runOut(reference, "timer_stayLook");
        lateThenAnswered(reference, "task_verifyPlacement", StayForms.verified());
        stays.left(reference, placement.id(), today(), PlacementEnd.CEASED_TO_OCCUPY, "Went to live with a sister");
        lateThenAnswered(reference, "task_collectKeys", StayForms.keys());
        lateThenAnswered(reference, "task_inspectUnit", StayForms.inspected(today().plusDays(12)));
        runOut(reference, "timer_unitReady");
        lateThenAnswered(reference, "task_confirmReady", StayForms.ready());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("ta-placement");
    }
}
