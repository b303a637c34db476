package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.WorkingTime;
import org.threshold.insight.Measures;
import org.threshold.load.History.Place;
import org.threshold.process.ProcessTest;
import org.threshold.worklist.HoldReason;
import org.threshold.worklist.StepMoves;

/** The history that load tests are written with is what the product itself would have written. */
class HistoryTest extends ProcessTest {

    private static final String AGAIN = "again-";

    /** The facts of steps that were played, told to the bulk loader as another case. */
    private static final String TOLD = """
            insert into history_drawn
            select :again || step_id, row_number() over (partition by step_id order by id), :again || case_reference,
                process_key, process_version, element_id, event, at, by_whom,
                case when event in ('PICKED_UP', 'HANDED_OVER') then detail end, team,
                case event when 'ON_HOLD' then detail end,
                case event when 'CREATED' then (about ->> 'due')::timestamptz when 'ON_HOLD' then
                    (about ->> 'until')::timestamptz when 'REDATED' then detail::timestamptz end,
                about ->> 'lane', (about ->> 'inPerson')::boolean, about ->> 'waitsFor', about ->> 'household',
                about ->> 'office', about ->> 'placement'
            from step_fact where case_reference = any(:cases)""";

    private static final String FACTS = """
            select process_key, process_version, element_id, event, at, by_whom, team, detail, about::text
            from step_fact where step_id like :steps order by step_id, id""";

    /** What a fact has and has not, and how it says it; but not what. */
    private static final String SHAPES = """
            select distinct event, team is null as no_team, regexp_replace(case when event in ('PICKED_UP',
                    'HANDED_OVER') then left(detail, 0) || 'name' else detail end, '[0-9]', '9', 'g') as detail,
                case when event = 'CREATED' then null else about is null end as nothing_about,
                regexp_replace(about ->> 'until', '[0-9]', '9', 'g') as until,
                regexp_replace(about ->> 'due', '[0-9]', '9', 'g') as due
            from step_fact where step_id like any(:steps)""";

    @Autowired
    private StepMoves moves;
    @Autowired
    private Measures measures;
    @Autowired
    private CouncilCalendar calendar;

    @AfterEach
    void forget() {
        for (String table : List.of("step_fact", "step_measure")) {
            jdbc.sql("delete from " + table + " where step_id like 'again-%' or step_id like 'load-%'").update();
        }
    }

    @Test
    void whatWasPlayedIsWrittenAgainToTheLetter() {
        List<CaseReference> played = List.of(takenPutBackHeldAndDone(), cancelledOnHold(), passedToAnotherTeam());
        History history = new History(jdbc);
        jdbc.sql(TOLD).param("again", AGAIN).param("cases", played.stream().map(CaseReference::value)
                .toArray(String[]::new)).update();
        write(history);

        for (CaseReference reference : played) {
            List<String> steps = jdbc.sql("select step_id from step_measure where case_reference = ?")
                    .param(reference.value()).query(String.class).list();
            assertThat(steps).isNotEmpty().allSatisfy(step -> {
                assertThat(facts(AGAIN + step)).isEqualTo(facts(step)).isNotEmpty();
                assertThat(measure(AGAIN + step)).isEqualTo(measure(step));
            });
        }
        assertThat(asService(measures::differing)).noneMatch(step -> step.startsWith(AGAIN));
    }

    @Test
    void whatIsDrawnHasTheShapeOfWhatIsPlayedAndItsMeasuresFollowFromItsFacts() {
        takenPutBackHeldAndDone();
        cancelledOnHold();
        History history = new History(jdbc);
        history.draw(60, clock.instant(), List.of(new Place("load-a", "task_a"), new Place("load-b", "task_b"),
                new Place("load-b", "task_c")), List.of("load-north"), List.of("Load Office"));
        write(history);

        assertThat(jdbc.sql("select distinct event from step_fact where step_id like 'load-%'").query(String.class)
                .list()).contains("CREATED", "PICKED_UP", "PUT_BACK", "HANDED_OVER", "ON_HOLD", "OFF_HOLD", "REDATED",
                "COMPLETED");
        assertThat(shapes("load-%")).isNotEmpty().allSatisfy(drawn -> assertThat(shapesOfThePlayed(drawn))
                .contains(drawn));
        assertThat(jdbc.sql("select count(distinct state) from step_measure where step_id like 'load-%'")
                .query(Long.class).single()).isGreaterThan(1);
        assertThat(asService(measures::differing)).noneMatch(step -> step.startsWith("load-"));
    }

    private CaseReference takenPutBackHeldAndDone() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        later(1);
        steps.assign(step, OFFICER);
        later(2);
        steps.assign(step, null);
        later(1);
        steps.assign(step, OFFICER);
        for (HoldReason reason : HoldReason.values()) {
            later(3);
            hold(step, reason);
            later(20);
            signIn(LEADER);
            moves.takeOffHold(step);
            signIn(OFFICER);
        }
        later(1);
        steps.changeDue(step, clock.instant().plus(Duration.ofDays(12)));
        later(5);
        steps.assign(step, COLLEAGUE);
        later(1);
        steps.assign(step, OFFICER);
        later(30);
        complete(task(reference, "task_first"));
        later(2);
        steps.assign(task(reference, "task_second").getId(), OFFICER);
        return reference;
    }

    private CaseReference cancelledOnHold() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        later(2);
        steps.assign(step, OFFICER);
        later(2);
        hold(step, HoldReason.THIRD_PARTY);
        later(50);
        runtime.deleteProcessInstance(task(reference, "task_first").getProcessInstanceId(), "Withdrawn");
        return reference;
    }

    private CaseReference passedToAnotherTeam() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        later(3);
        hold(step, HoldReason.DOCUMENTS);
        later(4);
        steps.moveToTeam(step, "hill");
        return reference;
    }

    private void hold(String step, HoldReason reason) {
        signIn(LEADER);
        moves.putOnHold(step, reason, LocalDate.of(2027, 3, 10));
        signIn(OFFICER);
    }

    private void later(int hours) {
        clock.freeze(clock.instant().plus(Duration.ofHours(hours)));
    }

    private void write(History history) {
        LocalDate today = LocalDate.of(2027, 12, 31);
        history.write(new WorkingTime(calendar.workingDays()), today.minusYears(8), today);
    }

    private List<Map<String, Object>> facts(String step) {
        return jdbc.sql(FACTS).param("steps", step).query().listOfRows();
    }

    private List<Map<String, Object>> shapes(String steps) {
        return jdbc.sql(SHAPES).param("steps", new String[] {steps}).query().listOfRows();
    }

    /** Of the same event, so that a failure is short. */
    private List<Map<String, Object>> shapesOfThePlayed(Map<String, Object> drawn) {
        return shapes("%-%-%-%-%").stream().filter(each -> each.get("event").equals(drawn.get("event"))).toList();
    }

    private Map<String, Object> measure(String step) {
        Map<String, Object> row = jdbc.sql("select * from step_measure where step_id = ?").param(step).query()
                .singleRow();
        row.keySet().removeAll(Set.of("nr", "changed_in", "step_id", "case_reference"));
        return row;
    }
}
