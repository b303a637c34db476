package org.threshold.accommodation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NoSuchCase;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseTimeline;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.TimelineEntry;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.process.ProcessTest;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** Nights in bed and breakfast are counted from what is recorded, whenever it is recorded. */
class BedAndBreakfastNightsTest extends ProcessTest {

    @Autowired
    private Homes homes;
    @Autowired
    private Placements placements;
    @Autowired
    private BedAndBreakfastNights nights;
    @Autowired
    private BedAndBreakfastRules rules;
    @Autowired
    private Units units;
    @Autowired
    private UnitRegister register;
    @Autowired
    private Household household;
    @Autowired
    private CaseRegister cases;
    @Autowired
    private CaseTimeline timeline;
    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private Worklist worklist;

    @Test
    void aBirthRecordedThreeWeeksLateCountsAgainAndSaysSo() {
        CaseReference reference = newCase();
        homes.moveIn(reference, Homes.HOTEL, today().minusDays(49));
        assertThat(nights.of(reference).counted()).as("a household without a child").isZero();
        assertThat(openSteps(reference)).isEmpty();

        household.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", today().minusDays(21)));

        NightsLedger ledger = nights.of(reference);
        assertThat(ledger.counted()).as("the nights of the pregnancy too").isEqualTo(50);
        assertThat(ledger.unlawfulSince()).contains(today().minusDays(7));
        TimelineEntry said = entries(reference).stream().filter(entry -> entry.headline().contains("counted again"))
                .findFirst().orElseThrow();
        assertThat(said.headline()).isEqualTo("Nights in bed and breakfast counted again: 49 before today, not 0");
        assertThat(said.detail()).contains("Night 43 was on 25 January 2027");
        assertThat(openSteps(reference)).as("straight to the service manager").containsExactly("task_answerForStay");
        assertThat(clocks.running(reference, ClockKind.BED_AND_BREAKFAST).orElseThrow().period().lastDay())
                .isEqualTo(today().minusDays(8));
    }

    @Test
    void aCorrectedFirstNightMovesThePointAndTheClock() {
        CaseReference reference = family();
        Placement hotel = homes.moveIn(reference, Homes.HOTEL, today().minusDays(10));
        assertThat(nights.of(reference).counted()).isEqualTo(11);

        placements.correct(hotel.id(), today().minusDays(20), null, "The night porter's book says so");

        assertThat(nights.of(reference).counted()).isEqualTo(21);
        assertThat(openSteps(reference)).containsExactly("task_planWayOut");
        assertThat(entries(reference)).extracting(TimelineEntry::headline)
                .contains("Nights in bed and breakfast counted again: 20 before today, not 10");
        assertThat(clocks.running(reference, ClockKind.BED_AND_BREAKFAST).orElseThrow().period().lastDay())
                .isEqualTo(today().plusDays(21));
    }

    @Test
    void aPointIsToldOnceHoweverOftenSomethingIsRecorded() {
        CaseReference reference = family();
        Placement hotel = homes.moveIn(reference, Homes.HOTEL, today().minusDays(20));
        household.add(reference, Person.member(Relationship.CHILD, "Alex", "Example", LocalDate.of(2022, 1, 1)));
        placements.correct(hotel.id(), today().minusDays(21), null, "One night more");

        assertThat(openSteps(reference)).containsExactly("task_planWayOut");
        assertThat(entries(reference).stream().filter(entry -> entry.headline().startsWith("Night "))).hasSize(1);
    }

    @Test
    void aChildWhoJoinedLaterCountsFromTheRecordedDay() {
        CaseReference reference = family();
        long child = household.of(reference).stream().filter(member -> !member.mainApplicant())
                .map(HouseholdMember::id).findFirst().orElseThrow();
        homes.moveIn(reference, Homes.HOTEL, today().minusDays(30));

        nights.familySince(reference, child, today().minusDays(3), "Came from her grandmother's");

        assertThat(nights.of(reference).nights().stream().filter(NightsLedger.Night::family)).hasSize(4);
        assertThat(nights.of(reference).counted()).as("nights before count too, as the setting stands").isEqualTo(31);
        assertThatThrownBy(() -> nights.familySince(reference, child, today().plusDays(1), "Soon"))
                .isInstanceOf(NotPossible.class).hasMessage("The day must be today or in the past");
    }

    @Test
    void someoneOf17IsNotPlacedInBedAndBreakfastAndOneWhoIsThereAlertsAtOnce() {
        CaseReference young = applicantBorn(today().minusYears(17));
        long hotel = homes.unit(Homes.HOTEL);
        assertThat(rules.refusal(young, units.get(hotel)).orElseThrow()).contains("even in an emergency");
        assertThat(rules.refusal(young, units.get(homes.unit(Homes.FLAT)))).isEmpty();
        assertThatThrownBy(() -> homes.moveIn(young, hotel, today(), null)).isInstanceOf(NotPossible.class);
        CaseReference adult = applicantBorn(today().minusYears(30));
        homes.moveIn(adult, Homes.HOTEL, today().minusDays(2));
        assertThat(openSteps(adult)).isEmpty();

        HouseholdMember applicant = household.of(adult).get(0);
        household.change(adult, applicant.id(), applicant.version(), Person.applicant(applicant.person().givenName(),
                applicant.person().familyName(), today().minusYears(17)));

        assertThat(openSteps(adult)).containsExactly("task_answerForStay");
        assertThat(nights.of(adult).unlawfulSince()).contains(today().minusDays(2));
    }

    @Test
    void aUnitThatWasFoundToBeBedAndBreakfastCountsFromWhenItWas() {
        CaseReference reference = family();
        Placement flat = homes.moveIn(reference, Homes.FLAT, today().minusDays(30));
        assertThat(nights.of(reference).nights()).isEmpty();

        asService(() -> {
            register.changeFacilities(flat.unitId(), today().minusDays(24), Homes.HOTEL, "The kitchen was taken out");
            return null;
        });

        assertThat(nights.of(reference).counted()).isEqualTo(25);
        assertThat(openSteps(reference)).containsExactly("task_planWayOut");
    }

    @Test
    void tonightsFamiliesAreInTheOrderOfTheirNightsAndAHiddenOneIsNotAmongThem() {
        CaseReference few = family();
        CaseReference many = family();
        CaseReference hidden = family();
        CaseReference couple = newCase();
        homes.moveIn(few, Homes.HOTEL, today().minusDays(5));
        homes.moveIn(many, Homes.HOTEL, today().minusDays(50));
        homes.moveIn(hidden, Homes.HOTEL, today().minusDays(60));
        homes.moveIn(couple, Homes.HOTEL, today().minusDays(70));
        restrict(hidden);

        List<CaseReference> list = nights.tonight(500).stream().map(BedAndBreakfastNights.Tonight::reference)
                .filter(List.of(few, many, hidden, couple)::contains).toList();

        assertThat(list).containsExactly(many, few);
        assertThatThrownBy(() -> nights.of(hidden)).isInstanceOf(NoSuchCase.class);
    }

    private void restrict(CaseReference reference) {
        jdbc.sql("insert into case_restriction (case_reference, kind, reason, manager, restricted_by,"
                + " restricted_at) values (?, 'DOMESTIC_ABUSE', 'For this test', '" + LEADER + "', '" + LEADER + "', now())").param(reference.value()).update();
    }

    private CaseReference family() {
        CaseReference reference = newCase();
        household.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", LocalDate.of(2020, 5, 5)));
        return reference;
    }

    private CaseReference applicantBorn(LocalDate born) {
        return cases.open(NewCase.atTheDesk(TEAM, Person.applicant("Jordan", "Example", born), "Asked to leave"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Of the process about the nights; others run beside it. */
    private List<String> openSteps(CaseReference reference) {
        return worklist.openStepsOf(reference).stream().filter(step -> step.processKey().equals("bed-and-breakfast"))
                .map(OpenStep::elementId).toList();
    }

    private List<TimelineEntry> entries(CaseReference reference) {
        return timeline.page(reference, null, null, 100);
    }
}
