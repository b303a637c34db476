package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.NotPermitted;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.board.store.NowStore;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.charge.Arrears;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;
import org.threshold.process.ProcessTest;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepDates;
import org.threshold.worklist.Worklist;

/** The measures of the board from real cases, placements, steps and clocks, and what a leader does from there. */
class NowBoardTest extends ProcessTest {

    @Autowired
    private NowBoard board;
    @Autowired
    private NowCases lists;
    @Autowired
    private NowActs acts;
    @Autowired
    private NowStore store;
    @Autowired
    private Targets targets;
    @Autowired
    private Homes homes;
    @Autowired
    private UnitRegister register;
    @Autowired
    private Providers providers;
    @Autowired
    private Approaches approaches;
    @Autowired
    private Household households;
    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private Worklist worklist;
    @Autowired
    private StepDates dates;
    @Autowired
    private Arrears arrears;
    @Autowired
    private RestrictedCases restricted;

    private CaseReference approach(String family) {
        return approaches.take(new NewApproach(NewCase.atTheDesk(TEAM,
                Person.applicant("Jordan", family, LocalDate.of(1990, 5, 17)), "Asked to leave")));
    }

    private static String unique() {
        return "Boardname" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private Map<TileMeasure, Long> values() {
        Map<TileMeasure, Long> values = new EnumMap<>(TileMeasure.class);
        board.tiles().forEach(tile -> values.put(tile.measure(), tile.value() == null ? 0 : tile.value()));
        return values;
    }

    @Test
    void householdsCountWhereTheySleepTonightAndWhatThatCosts() {
        signIn(LEADER);
        Map<TileMeasure, Long> before = values();
        double lastMonth = board.tile(TileMeasure.IN_TA).trend().get(11).value();
        signIn(OFFICER);
        clock.freeze(Instant.parse("2027-01-15T10:00:00Z"));
        CaseReference flat = approach(unique());
        CaseReference hotel = approach(unique());
        households.add(hotel, Person.member(Relationship.CHILD, "Sam", "Example", LocalDate.of(2020, 1, 1)));
        clock.freeze(Instant.parse("2027-01-20T10:00:00Z"));
        homes.moveIn(flat, outside(), LocalDate.of(2027, 1, 20), null);
        homes.moveIn(hotel, Homes.HOTEL, LocalDate.of(2027, 1, 1));
        clock.freeze(MONDAY);

        signIn(LEADER);
        Map<TileMeasure, Long> after = values();
        assertThat(after.get(TileMeasure.APPROACHES) - before.get(TileMeasure.APPROACHES)).isEqualTo(2);
        assertThat(after.get(TileMeasure.IN_TA) - before.get(TileMeasure.IN_TA)).isEqualTo(2);
        assertThat(after.get(TileMeasure.NIGHTLY) - before.get(TileMeasure.NIGHTLY)).as("a hotel is none").isEqualTo(1);
        assertThat(after.get(TileMeasure.NIGHTLY_COST) - before.get(TileMeasure.NIGHTLY_COST)).isEqualTo(5000);
        assertThat(after.get(TileMeasure.BED_AND_BREAKFAST) - before.get(TileMeasure.BED_AND_BREAKFAST)).isEqualTo(1);
        assertThat(after.get(TileMeasure.FAMILIES_IN_BED_AND_BREAKFAST)
                - before.get(TileMeasure.FAMILIES_IN_BED_AND_BREAKFAST)).isEqualTo(1);
        assertThat(after.get(TileMeasure.OUTSIDE) - before.get(TileMeasure.OUTSIDE)).as("stock").isEqualTo(1);
        assertThat(after.get(TileMeasure.PLACED_OUTSIDE) - before.get(TileMeasure.PLACED_OUTSIDE)).as("flow")
                .isEqualTo(1);
        assertThat(board.tile(TileMeasure.IN_TA).trend().get(11).value() - lastMonth).as("31 January").isEqualTo(2);

        NowCase line = all(TileMeasure.FAMILIES_IN_BED_AND_BREAKFAST).stream()
                .filter(each -> each.item().reference().equals(hotel)).findFirst().orElseThrow();
        assertThat(line.item().figure()).isEqualTo("32 of 42 nights, 10 days to the limit");
        assertThat(line.step().id()).as("whose move is next").isNotNull();
    }

    /** A flat at £50 a night in another district. */
    private long outside() {
        String name = unique();
        return asService(() -> register.add(new UnitDetails(name, "1 Example Street", "AA1 1AA", "E07999002",
                providers.add(name, null, null), Unit.Kind.NIGHTLY_PAID, 1, 6, false, null, null), Homes.FLAT,
                new Rate(Rate.Per.NIGHT, 4500, 500)));
    }

    private List<NowCase> all(TileMeasure measure) {
        NowCases.Lines first = lists.page(measure, measure.sort(), 1);
        return IntStream.rangeClosed(1, first.pages()).boxed()
                .flatMap(page -> lists.page(measure, measure.sort(), page).lines().stream()).toList();
    }

    @Test
    void aStepThatIsLateIsListedGivenRemindedOnceADayAndExtended() {
        CaseReference reference = approach(unique());
        OpenStep step = worklist.openStepsOf(reference).get(0);
        clock.freeze(MONDAY.plusSeconds(86_400L * 60));
        signIn(LEADER);
        Map<TileMeasure, Long> late = values();
        assertThat(all(TileMeasure.OVERDUE)).extracting(each -> each.item().stepId()).contains(step.stepId());
        assertThat(acts.candidates(step)).extracting(NowActs.Candidate::username).contains(OFFICER, COLLEAGUE);
        assertThat(all(TileMeasure.UNOWNED)).extracting(each -> each.item().stepId()).contains(step.stepId());
        assertThatThrownBy(() -> acts.remind(step.stepId(), "How far is it?")).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("Nobody holds this step");

        steps.assign(step.stepId(), OFFICER);
        acts.remind(step.stepId(), "How far is it?");
        assertThatThrownBy(() -> acts.remind(step.stepId(), "Again?")).isInstanceOf(NotPermitted.class)
                .hasMessageContaining("today already");
        NowCase line = all(TileMeasure.OVERDUE).stream().filter(each -> step.stepId().equals(each.item().stepId()))
                .findFirst().orElseThrow();
        assertThat(line.step().owner()).isEqualTo("Casey Placeholder");
        assertThat(line.step().remindedOn()).isEqualTo(LocalDate.now(clock));

        assertThatThrownBy(() -> dates.extend(step.stepId(), LocalDate.now(clock).minusDays(1), "No"))
                .isInstanceOf(NotPermitted.class);
        dates.extend(step.stepId(), LocalDate.now(clock).plusDays(3), "They are in hospital until Friday");
        assertThat(values().get(TileMeasure.OVERDUE)).isEqualTo(late.get(TileMeasure.OVERDUE) - 1);
        assertThat(worklist.step(step.stepId()).dueAt()).isAfter(clock.instant());
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = ? and action in ('step.reminded',"
                + " 'step.extended')").param(step.stepId()).query(Long.class).single()).isEqualTo(2);

        signIn("leader2");
        assertThatThrownBy(() -> dates.extend(step.stepId(), LocalDate.now(clock).plusDays(9), "Not mine"))
                .as("of another team").isInstanceOf(NotPermitted.class);
    }

    @Test
    void theTrendOfStepsAndClocksIsWhatWasOpenThen() {
        String case1 = approach(unique()).value();
        signIn(LEADER);
        List<Instant> weeks = List.of(Instant.parse("2031-03-03T00:00:00Z"), Instant.parse("2031-03-10T00:00:00Z"),
                Instant.parse("2031-03-17T00:00:00Z"));
        List<NowStore.StepsThen> before = store.stepsAt(weeks);
        measured(case1, "2031-03-01T00:00:00Z", "2031-03-05T00:00:00Z", "2031-03-12T00:00:00Z", "2031-03-04T00:00:00Z");
        measured(case1, "2031-03-05T00:00:00Z", null, null, "2031-03-16T00:00:00Z");
        List<NowStore.StepsThen> after = store.stepsAt(weeks);
        assertThat(difference(before, after)).containsExactly("overdue 0 unowned 1", "overdue 1 unowned 1",
                "overdue 1 unowned 1");
    }

    @AfterEach
    void noRowsWithoutFacts() {
        jdbc.sql("delete from step_measure where process_key = 'test'").update();
    }

    private static List<String> difference(List<NowStore.StepsThen> before, List<NowStore.StepsThen> after) {
        return IntStream.range(0, before.size()).mapToObj(at -> "overdue "
                + (after.get(at).overdue() - before.get(at).overdue()) + " unowned "
                + (after.get(at).unowned() - before.get(at).unowned())).toList();
    }

    private void measured(String reference, String created, String pickedUp, String ended, String due) {
        jdbc.sql("""
                insert into step_measure (step_id, case_reference, process_key, process_version, first_element_id,
                    element_id, team, created_at, first_picked_up_at, ended_at, ended_how, state, since, due_at)
                values (:id, :case, 'test', 1, 'a', 'a', :team, cast(:created as timestamptz),
                    cast(:picked as timestamptz), cast(:ended as timestamptz), :how, :state,
                    cast(:created as timestamptz), cast(:due as timestamptz))""")
                .param("id", UUID.randomUUID().toString()).param("case", reference).param("team", TEAM)
                .param("created", created).param("picked", pickedUp).param("ended", ended)
                .param("how", ended == null ? null : "COMPLETED")
                .param("state", ended == null ? "WAITING" : "ENDED").param("due", due).update();
    }

    @Test
    void clocksThatRunOutAreCountedAndThoseOfTheApplicantAreNot() {
        CaseReference reference = newCase();
        signIn(LEADER);
        long before = values().get(TileMeasure.CLOCKS);
        signIn(OFFICER);
        LocalDate today = LocalDate.now(clock);
        clocks.start(reference, ClockKind.RELIEF_DUTY, today.minusDays(45));
        clocks.start(reference, ClockKind.REVIEW_REQUEST, today.minusDays(15));
        signIn(LEADER);
        assertThat(values().get(TileMeasure.CLOCKS) - before).isEqualTo(1);
        Tile tile = board.tile(TileMeasure.CLOCKS);
        assertThat(tile.trend().get(tile.trend().size() - 1).value()).as("the line ends at the value")
                .isEqualTo(tile.value().doubleValue());
    }

    @Test
    void whatWasOwedOnADayIsWhatThePageOfArrearsSays() {
        signIn(LEADER);
        LocalDate today = LocalDate.now(clock);
        List<LocalDate> days = List.of(today.minusDays(400), today.minusDays(31), today.minusDays(1), today);
        assertThat(arrears.totals(days)).isEqualTo(days.stream().map(day -> arrears.on(day, false).all().total())
                .toList());
    }

    @Test
    void aCaseHiddenFromTheLeaderIsNeitherCountedNorListed() {
        CaseReference reference = approach(unique());
        signIn(LEADER);
        long open = values().get(TileMeasure.UNOWNED);
        signIn("leader2");
        long others = values().get(TileMeasure.UNOWNED);
        signIn(LEADER);
        restricted.restrict(reference, RestrictionKind.OTHER, "Works here", LEADER, Set.of(OFFICER));
        assertThat(values().get(TileMeasure.UNOWNED)).as("named").isEqualTo(open);
        signIn("leader2");
        assertThat(values().get(TileMeasure.UNOWNED)).isEqualTo(others - 1);
        assertThat(all(TileMeasure.UNOWNED)).extracting(each -> each.item().reference()).doesNotContain(reference);
    }

    @Test
    void aTargetHoldsInItsDaysAndWhatWasSetBeforeStays() {
        signIn("manager");
        LocalDate today = LocalDate.now(clock);
        targets.set(TileMeasure.NOTICES, 10L, "manager", today.minusDays(30), null, "Plan of last year");
        targets.set(TileMeasure.NOTICES, 4L, "leader", today.minusDays(2), today.plusDays(1), "Recovery plan");
        assertThat(targets.today().get(TileMeasure.NOTICES).value()).isEqualTo(4);
        assertThat(board.tile(TileMeasure.NOTICES).target().owner()).isEqualTo("leader");
        clock.freeze(MONDAY.plusSeconds(86_400L * 5));
        assertThat(targets.today().get(TileMeasure.NOTICES).value()).as("the earlier one holds again").isEqualTo(10);
        targets.set(TileMeasure.NOTICES, null, "manager", LocalDate.now(clock), null, "Given up");
        assertThat(targets.today()).doesNotContainKey(TileMeasure.NOTICES);
        assertThat(board.tile(TileMeasure.NOTICES).status()).isEqualTo(TileStatus.DATA_ONLY);
        assertThat(targets.history().get(TileMeasure.NOTICES)).extracting(Target::value).contains(10L, 4L, null);
        assertThatThrownBy(() -> targets.set(TileMeasure.NOTICES, 1L, "officer", today, null, "Why"))
                .isInstanceOf(IllegalArgumentException.class);
        signIn(LEADER);
        assertThatThrownBy(() -> targets.set(TileMeasure.NOTICES, 1L, LEADER, today, null, "Why"))
                .isInstanceOf(NotPermitted.class);
    }
}
