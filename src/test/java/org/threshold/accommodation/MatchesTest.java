package org.threshold.accommodation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;

/** What suits a household, in which order, and what is kept of the search. */
class MatchesTest extends UnitsBase {

    private static final Unit.Place NEAR = new Unit.Place(51.903, -0.431);
    private static final Unit.Place FAR = new Unit.Place(51.950, -0.431);

    @Autowired
    Matches matches;
    @Autowired
    Searches searches;
    @Autowired
    Schools schools;
    @Autowired
    UnitChecks checks;
    @Autowired
    Household household;
    @Autowired
    CaseDetails details;

    @Test
    void theNeedFollowsFromWhatIsRecordedOfTheHousehold() {
        CaseReference family = family();
        assertThat(matches.needOf(family)).satisfies(need -> {
            assertThat(need.people()).isEqualTo(3);
            assertThat(need.bedrooms()).isEqualTo(2);
            assertThat(need.familyCommitment()).isTrue();
            assertThat(need.under18()).isFalse();
            assertThat(need.stepFree()).isFalse();
            assertThat(need.from()).isEqualTo(today());
        });
        details.changeFlags(family, details.of(family).version(), Set.of(CaseFlag.STEP_FREE), null);
        household.add(family, Person.member(Relationship.EXPECTED_CHILD, "", "Example", today().plusMonths(3)));
        assertThat(matches.needOf(family).stepFree()).isTrue();
        assertThat(matches.needOf(family).people()).isEqualTo(3);

        assertThat(matches.needOf(young()).under18()).isTrue();
    }

    @Test
    void theBoroughComesFirstThenTheNearestAndUnknownDistancesLast() {
        long outsideNear = unit(NEIGHBOUR, SELF_CONTAINED, 2, 4, NEAR);
        long far = unit(OWN, SELF_CONTAINED, 2, 4, FAR);
        long unknown = unit(OWN, SELF_CONTAINED, 2, 4, null);
        long near = unit(OWN, SELF_CONTAINED, 2, 4, NEAR);
        long small = unit(OWN, SELF_CONTAINED, 1, 4, NEAR);
        long room = unit(OWN, HOTEL_ROOM, 2, 4, NEAR);
        CaseReference family = family();
        assertThat(order(matches.free(matches.needOf(withSchool(family))), outsideNear, far, unknown, near, small, room))
                .containsExactly(near, far, unknown, room, small, outsideNear);
        assertThat(candidate(family, small).shortfall())
                .containsExactly("Has 1 room to sleep in, and they need 2");
        assertThat(candidate(family, room).remarks()).anyMatch(remark -> remark.startsWith("Bed and breakfast: for a family"));
        assertThat(candidate(family, near).metres()).isLessThan(10);
        assertThat(candidate(family, far).metres()).isBetween(5200, 5260);
        assertThat(candidate(family, unknown).metres()).isNull();
    }

    @Test
    void whatIsLargerThanTheyNeedComesAfterWhatFitsAndStillBeforeWhatIsOutside() {
        long large = unit(OWN, SELF_CONTAINED, 4, 8, NEAR);
        long fits = unit(OWN, SELF_CONTAINED, 2, 4, FAR);
        long outside = unit(NEIGHBOUR, SELF_CONTAINED, 2, 4, NEAR);
        CaseReference family = withSchool(family());
        assertThat(order(matches.free(matches.needOf(family)), large, fits, outside)).containsExactly(fits, large, outside);
        assertThat(candidate(family, large).remarks()).contains("Larger than they need");
        assertThat(order(searches.toBeExplained(family, placement(family), matches.needOf(family), outside), large, fits))
                .containsExactly(fits, large);
    }

    @Test
    void theFurthestOfSeveralSchoolsCounts() {
        long unit = unit(OWN, SELF_CONTAINED, 2, 4, NEAR);
        CaseReference family = withSchool(family());
        List<Long> children = household.of(family).stream()
                .filter(each -> each.person().relationship() == Relationship.CHILD).map(each -> each.id()).toList();
        schools.goesToNew(family, children.get(1), unique("Far School"), "AA1 1AA", FAR);
        assertThat(candidate(family, unit).metres()).isBetween(5200, 5260);
        schools.goesTo(family, children.get(1), null);
        assertThat(candidate(family, unit).metres()).isLessThan(10);
    }

    @Test
    void whatMustNotBeUsedIsThereWithTheReason() {
        long small = unit(OWN, SELF_CONTAINED, 2, 2, null);
        long expired = unit(OWN, SELF_CONTAINED, 2, 4, null);
        checks.seen(expired, CheckKind.GAS, today().minusDays(1), "CP12");
        long lastDay = unit(OWN, SELF_CONTAINED, 2, 4, null);
        checks.seen(lastDay, CheckKind.GAS, today(), "CP12");
        CaseReference family = family();
        assertThat(candidate(family, small).refusal()).isEqualTo("Holds 2 people, and they are 3");
        assertThat(candidate(family, expired).refusal()).startsWith("Gas safety record ran out on");
        assertThat(candidate(family, lastDay).refusal()).isNull();
        assertThat(candidate(family, lastDay).remarks()).anyMatch(remark -> remark.startsWith("Not recorded: electrical"));
        checks.seen(expired, CheckKind.GAS, today().plusYears(1), "CP12 again");
        assertThat(candidate(family, expired).fits()).isTrue();

        long room = unit(OWN, HOTEL_ROOM, 0, 2, null);
        assertThat(candidate(young(), room).refusal()).contains("not used for anyone of 16 or 17");
        assertThat(candidate(household(), room).fits()).isTrue();

        UnitNeed need = matches.needOf(family).with(2, true, "Level-access shower");
        Candidate stairs = candidate(need, lastDay);
        assertThat(stairs.refusal()).isEqualTo("Not step-free");
        assertThat(stairs.shortfall()).containsExactly("Not adapted, and they need: Level-access shower");
    }

    @Test
    void whatIsTakenVoidOrWithdrawnIsNotFree() {
        long held = flat();
        long empty = flat();
        long gone = flat();
        long mine = flat();
        availability.hold(held, placement(), today());
        availability.markVoid(empty, today().plusDays(5), null, "Works");
        register.withdraw(gone, 0, today(), "Handed back");
        CaseReference reference = household();
        long placement = placement(reference);
        availability.hold(mine, placement, today());
        UnitNeed need = matches.needOf(reference);
        assertThat(order(matches.free(need), held, empty, gone, mine)).isEmpty();
        assertThat(order(matches.free(need, placement), held, empty, gone, mine)).containsExactly(mine);
    }

    @Test
    void aSearchIsKeptWithTheReasonWhyEachNearerOneWasNotUsed() {
        CaseReference family = withSchool(family());
        long placement = placement(family);
        long near = unit(OWN, SELF_CONTAINED, 2, 4, NEAR);
        long small = unit(OWN, SELF_CONTAINED, 1, 4, NEAR);
        long chosen = unit(NEIGHBOUR, SELF_CONTAINED, 2, 4, NEAR);
        UnitNeed need = matches.needOf(family);

        List<Candidate> asked = searches.toBeExplained(family, placement, need, chosen);
        assertThat(order(asked, near, small, chosen)).containsExactly(near);
        assertThatThrownBy(() -> searches.keep(family, placement, need, chosen, Map.of(), null))
                .isInstanceOf(NotPossible.class).hasMessageStartingWith("Say why these are not used");
        assertThat(searches.of(family, placement)).isEmpty();

        UnitSearch kept = searches.keep(family, placement, need, chosen,
                Map.of(near, "The other parent lives next door"), "Kept for a larger family that comes today");
        assertThat(kept.chosenUnitId()).isEqualTo(chosen);
        assertThat(kept.measuredTo()).contains("School");
        assertThat(of(kept, near).whyNot()).isEqualTo("The other parent lives next door");
        assertThat(of(kept, small).whyNot()).isEqualTo("Has 1 room to sleep in, and they need 2");
        assertThat(of(kept, chosen).whyNot()).isNull();
        assertThat(of(kept, chosen).outside()).isTrue();
        assertThat(kept.freeInside()).isGreaterThanOrEqualTo(2);
        assertThat(kept.considered()).extracting(Considered::outside).isSorted();
        assertThat(searches.latest(family, placement)).get().extracting(UnitSearch::id).isEqualTo(kept.id());

        register.changeRate(chosen, today(), new Rate(Rate.Per.NIGHT, 1, 0), "Later");
        assertThat(searches.latest(family, placement)).contains(kept);
    }

    @Test
    void nothingFoundNeedsAReasonForEachThatCouldBeUsed() {
        CaseReference reference = household();
        long placement = placement(reference);
        UnitNeed need = matches.needOf(reference);
        flat();
        assertThatThrownBy(() -> searches.keep(reference, placement, need, null, Map.of(), " "))
                .isInstanceOf(NotPossible.class);
        UnitSearch kept = searches.keep(reference, placement, need, null, Map.of(), "Promised to others tonight");
        assertThat(kept.chosenUnitId()).isNull();
        assertThat(kept.considered()).isNotEmpty().allMatch(each -> each.whyNot() != null);
    }

    @Test
    void whatMustNotBeUsedCannotBeChosenAndWhatIsTakenMeanwhileNeither() {
        CaseReference young = young();
        long placement = placement(young);
        long room = unit(OWN, HOTEL_ROOM, 0, 2, null);
        long flat = flat();
        UnitNeed need = matches.needOf(young);
        assertThatThrownBy(() -> searches.keep(young, placement, need, room, Map.of(), "Only this is near"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("cannot be used for this household");
        availability.take(flat, placement(), today());
        assertThatThrownBy(() -> searches.keep(young, placement, need, flat, Map.of(), "Only this is near"))
                .isInstanceOf(Availability.NotFree.class).hasMessageContaining("not free any more");
        assertThatThrownBy(() -> searches.keep(household(), placement, need, flat, Map.of(), "Another case"))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void whatAUnitCostsAndHasIsKnownByDate() {
        long unit = flat();
        LocalDate change = today().minusDays(30);
        register.changeRate(unit, change, new Rate(Rate.Per.WEEK, 21_000, 1_500), "New contract");
        register.changeRate(unit, today().plusDays(10), new Rate(Rate.Per.WEEK, 22_000, 1_500), "Next year");
        register.changeFacilities(unit, change, HOTEL_ROOM, "The kitchen was taken out");
        assertThat(units.rateOn(unit, change.minusDays(1))).isEqualTo(RATE);
        assertThat(units.rateOn(unit, change).total()).isEqualTo(22_500);
        assertThat(units.get(unit).rate().eligible()).isEqualTo(21_000);
        assertThat(units.get(unit).bedAndBreakfast()).isTrue();
        assertThat(units.rates(List.of(unit)).get(unit)).hasSize(3);
        assertThat(units.facilities(List.of(unit)).get(unit)).extracting(each -> each.facilities().bedAndBreakfast())
                .containsExactly(false, true);
        register.changeRate(unit, change, new Rate(Rate.Per.WEEK, 20_000, 0), "Typed wrongly");
        assertThat(units.rateOn(unit, today()).total()).isEqualTo(20_000);
        assertThatThrownBy(() -> register.changeFacilities(unit, today(), new Facilities(Facilities.RunBy.PRIVATE, false,
                true, Facilities.Share.SHARED, Facilities.Share.OWN, Facilities.Share.OWN), "Wrong"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("self-contained");
    }

    @Test
    void allHousingAuthoritiesOfEnglandAreKnown() {
        assertThat(jdbc.sql("""
                select substr(code, 1, 3) || ' ' || count(*) from district where code not like 'E0799%'
                group by substr(code, 1, 3) order by 1""").query(String.class).list())
                .containsExactly("E06 63", "E07 164", "E08 36", "E09 33");
        assertThat(units.outside(units.get(flat()))).isFalse();
        assertThat(units.outside(units.get(unit("E06000032", SELF_CONTAINED, 1, 2, null)))).isTrue();
    }

    private CaseReference family() {
        CaseReference reference = household();
        household.add(reference, Person.member(Relationship.CHILD, "Robin", "Example", today().minusYears(5)));
        household.add(reference, Person.member(Relationship.CHILD, "Kim", "Example", today().minusYears(7)));
        return reference;
    }

    private CaseReference young() {
        return cases.open(NewCase.atTheDesk("north", Person.applicant("Sam", unique("Young"),
                today().minusYears(17)), "Asked to leave"));
    }

    private CaseReference withSchool(CaseReference family) {
        long child = household.of(family).stream()
                .filter(each -> each.person().relationship() == Relationship.CHILD).findFirst().orElseThrow().id();
        schools.goesToNew(family, child, unique("Near School"), null, NEAR);
        return family;
    }

    private Candidate candidate(CaseReference reference, long unit) {
        return candidate(matches.needOf(reference), unit);
    }

    private Candidate candidate(UnitNeed need, long unit) {
        return matches.free(need).stream().filter(each -> each.unit().id() == unit).findFirst().orElseThrow();
    }

    private static Considered of(UnitSearch search, long unit) {
        return search.considered().stream().filter(each -> each.unitId() == unit).findFirst().orElseThrow();
    }

    private static List<Long> order(List<Candidate> candidates, Long... of) {
        return candidates.stream().map(each -> each.unit().id()).filter(Set.of(of)::contains).toList();
    }
}
