package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.Role;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.NightsAnswer;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Household;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.worklist.OpenStep;

/** Every path of {@code bed-and-breakfast}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BedAndBreakfastPathsTest extends ModelTest {

    private static final String MANAGER = "nights-manager";

    @Autowired
    private Homes homes;
    @Autowired
    private Placements placements;
    @Autowired
    private BedAndBreakfastNights nights;
    @Autowired
    private Household household;
    @Autowired
    private Accounts people;

    @BeforeEach
    void aServiceManager() {
        asService(() -> {
            if (jdbc.sql("select count(*) from account where username = ?").param(MANAGER).query(Long.class).single() == 0) {
                people.addWithPassword(new AccountDetails(MANAGER, "Morgan Example", java.util.Set.of(Role.SERVICE_MANAGER),
                        java.util.Set.of(), true), "a long enough password");
                people.join(MANAGER, java.util.Set.of(TEAM));
            }
            return null;
        });
    }

    @Test
    void somebodyIsAskedAtEachPointAndTheManagerAnswersForWhatIsUnlawful() {
        CaseReference reference = family();
        Placement hotel = homes.moveIn(reference, Homes.HOTEL, today());
        LocalDate first = today();
        assertThat(stepsAbout(reference)).isEmpty();

        runOut(reference, "timer_nextLook");
        assertThat(today()).isEqualTo(first.plusDays(20));
        answer(reference, "task_planWayOut", StayForms.wayOut(first.plusDays(30)));
        runOut(reference, "timer_nextLook");
        answerAs(LEADER, reference, "task_reviewWayOut", StayForms.review(first.plusDays(39)));
        runOut(reference, "timer_nextLook");
        answerAs(LEADER, reference, "task_securePlace", StayForms.noPlaceYet(first.plusDays(42)));
        runOut(reference, "timer_nextLook");
        assertThat(nights.of(reference).counted()).isEqualTo(42);
        assertThat(nights.of(reference).unlawfulSince()).isEmpty();
        answerAs(MANAGER, reference, "task_answerForStay", StayForms.answer(today()));

        runOut(reference, "timer_nextLook");
        assertThat(today()).as("the 43rd night").isEqualTo(first.plusDays(42));
        assertThat(nights.of(reference).unlawfulSince()).contains(today());
        answerAs(MANAGER, reference, "task_answerForStay", StayForms.answer(today().plusDays(2)));
        runOut(reference, "timer_nextLook");
        assertThat(today()).as("asked again each week").isEqualTo(first.plusDays(49));
        assertThat(stepsAbout(reference)).containsExactly("task_answerForStay");

        placements.end(hotel.id(), today(), PlacementEnd.OTHER, "Moved to a flat");
        follow(reference);
        assertThat(stepsAbout(reference)).containsExactly("task_accountForStay");
        answerAs(MANAGER, reference, "task_accountForStay", StayForms.accounted());

        assertThat(stepsAbout(reference)).isEmpty();
        assertThat(nights.answers(reference)).extracting(NightsAnswer::remedyPence).first().isEqualTo(26250);
    }

    /** The new duty changes the case and carries the placement on in one step of the engine: the count hears of both. */
    @Test
    void theMainDutyBeginsWhileTheyAreThere() {
        CaseReference reference = inRelief();
        household.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", today().minusYears(5)));
        Placement hotel = homes.moveIn(reference, Homes.HOTEL, today());
        runOut(reference, "timer_reliefDay42");
        answer(reference, "task_recordInquiries", FilledForms.findings("YES", "YES", "YES", "NO"));
        runOut(reference, "timer_reliefDay56");

        decide(reference, "MAIN_DUTY", FilledForms.findings("YES", "YES", "YES", "NO"));

        assertThat(status(reference)).isEqualTo(CaseStatus.MAIN_DUTY);
        assertThat(placements.get(hotel.id()).function()).isEqualTo(AccommodationFunction.MAIN);
        assertThat(open(reference)).contains("task_dischargeMainDuty");
    }

    @Test
    void whoIsOutInTimeIsNotAskedAbout() {
        CaseReference reference = family();
        Placement hotel = homes.moveIn(reference, Homes.HOTEL, today());
        runOut(reference, "timer_nextLook");

        homes.moveIn(reference, homes.unit(Homes.FLAT), today(), hotel.id());

        assertThat(stepsAbout(reference)).as("the plan is not needed any more").isEmpty();
        assertThat(route(reference)).contains("end_outOfBedAndBreakfast", "end_lawfulThroughout");
        assertThat(timers(reference, "timer_nextLook")).isEmpty();
    }

    @Test
    void anotherHotelMovesTheNextPointOnAndAnOpenStepStays() {
        CaseReference reference = family();
        Placement first = homes.moveIn(reference, Homes.HOTEL, today());
        runOut(reference, "timer_nextLook");
        Placement second = homes.moveIn(reference, homes.unit(Homes.HOTEL), today(), first.id());

        assertThat(stepsAbout(reference)).containsExactly("task_planWayOut");
        placements.correct(second.id(), today(), null, "Nothing to correct");
        runOut(reference, "timer_nextLook");
        assertThat(nights.of(reference).counted()).as("nights in both hotels").isEqualTo(35);
        assertThat(stepsAbout(reference)).containsExactly("task_planWayOut", "task_reviewWayOut");
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = family();
        Placement hotel = homes.moveIn(reference, Homes.HOTEL, today());
        runOut(reference, "timer_nextLook");
        lateThenAnswered(reference, "task_planWayOut", StayForms.wayOut(today().plusDays(10)));
        runOut(reference, "timer_nextLook");
        lateThenAnsweredBy(LEADER, reference, "task_reviewWayOut", StayForms.review(today().plusDays(4)));
        runOut(reference, "timer_nextLook");
        lateThenAnsweredBy(LEADER, reference, "task_securePlace", StayForms.noPlaceYet(today().plusDays(4)));
        runOut(reference, "timer_nextLook");
        lateThenAnsweredBy(MANAGER, reference, "task_answerForStay", StayForms.answer(today().plusDays(4)));
        runOut(reference, "timer_nextLook");
        runOut(reference, "timer_nextLook");
        placements.end(hotel.id(), today(), PlacementEnd.OTHER, "Moved to a flat");
        follow(reference);
        lateThenAnsweredBy(MANAGER, reference, "task_accountForStay", StayForms.accounted());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("bed-and-breakfast");
    }

    private CaseReference family() {
        CaseReference reference = newCase();
        household.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", LocalDate.of(2020, 5, 5)));
        return reference;
    }

    private List<String> stepsAbout(CaseReference reference) {
        return worklist.openStepsOf(reference).stream().filter(step -> step.processKey().equals("bed-and-breakfast"))
                .map(OpenStep::elementId).sorted().toList();
    }
}
