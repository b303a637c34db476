package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.process.engine.ScratchEngine;

/**
 * The product's rows of measures against a second engine on the same server that keeps its full history and goes
 * through the same, one test for each trap of that history that could touch a number of ours.
 */
class MeasuresAgainstFullHistoryTest extends ProcessTest {

    private static final String MODEL = "test-measured";
    private static final String MOVED = "test-moved";
    private static final String TRIAGE = "task_triage";
    private static final String CHECK = "task_check";
    private static ScratchEngine scratch;

    @Autowired
    private DataSource database;
    @Autowired
    private ProcessEngine product;

    private FullHistory full;
    private CaseReference reference;

    @AfterAll
    static void endSecondEngine() {
        if (scratch != null) {
            scratch.close();
            scratch = null;
        }
    }

    @BeforeEach
    void bothStartTheCase() {
        if (scratch == null) {
            scratch = new ScratchEngine(database, "full_history").withFullHistory();
            scratch.engine().getRepositoryService().createDeployment()
                    .addClasspathResource("bpmn-test/" + MODEL + ".bpmn").deploy();
        }
        deploy(MODEL);
        full = new FullHistory(scratch.engine(), scratch.jdbc());
        reference = newCase();
        begin(MODEL);
    }

    @Test
    void claimDoubleClaimReassignmentAndCompletion() {
        at("2027-02-02T10:00:00Z").assign(TRIAGE, "amy");
        at("2027-02-02T12:00:00Z").assign(TRIAGE, "amy");
        at("2027-02-03T09:00:00Z").assign(TRIAGE, null);
        at("2027-02-03T11:00:00Z").assign(TRIAGE, "ben");
        at("2027-02-03T13:00:00Z").assign(TRIAGE, "cat");
        at("2027-02-04T16:00:00Z").complete(TRIAGE, false);

        assertSame();
        assertThat(ours()).first().isEqualTo(new StepRow(TRIAGE, 27 * 3600, 52 * 3600, "COMPLETED"));
    }

    @Test
    void aStepCancelledByItsTimerIsNotCompleted() {
        at("2027-02-02T10:00:00Z").assign(TRIAGE, "amy");
        clock.freeze(timer(reference, "timer_tooLate").getDuedate().toInstant());
        both(engine -> engine.getManagementService().executeJob(timerOf(engine).getId()));

        assertSame();
        assertThat(ours()).singleElement().extracting(StepRow::ended).isEqualTo("CANCELLED");
    }

    @Test
    void aCaseThatIsDeletedCancelsWhatIsOpen() {
        at("2027-02-02T10:00:00Z").both(engine -> engine.getRuntimeService()
                .deleteProcessInstance(instance(engine), "Made in error"));

        assertSame();
        assertThat(ours()).singleElement().extracting(StepRow::ended).isEqualTo("CANCELLED");
    }

    @Test
    void siblingsOfAMultiInstancePartAreOnePass() {
        at("2027-02-02T10:00:00Z").complete(TRIAGE, false);
        at("2027-02-02T11:00:00Z").complete(CHECK, false);
        at("2027-02-02T13:00:00Z").complete(CHECK, false);

        assertSame();
        assertThat(passes(CHECK)).containsExactly(1, 1, 1);
    }

    @Test
    void eachRoundOfALoopIsAPass() {
        at("2027-02-02T10:00:00Z").complete(TRIAGE, true);
        at("2027-02-03T10:00:00Z").complete(TRIAGE, true);
        at("2027-02-04T10:00:00Z").complete(TRIAGE, false);

        assertSame();
        assertThat(passes(TRIAGE)).containsExactly(1, 2, 3);
        assertThat(passes(CHECK)).containsExactly(1, 1, 1);
    }

    @Test
    void aMigrationMovesTheOpenStepAndKeepsWhereItBegan() {
        reference = newCase();
        both(engine -> deploy(engine, model()));
        begin(MOVED);
        at("2027-02-02T10:00:00Z").assign(TRIAGE, "amy");
        at("2027-02-03T10:00:00Z").both(this::migrate);

        assertThat(row()).containsEntry("element_id", "task_triageAnew").containsEntry("first_element_id", TRIAGE)
                .containsEntry("state", "HELD");
        assertSame();
        at("2027-02-04T10:00:00Z").complete("task_triageAnew", false);

        assertSame();
        assertThat(ours()).first().isEqualTo(new StepRow("task_triageAnew", 25 * 3600, 48 * 3600, "COMPLETED"));
    }

    @Test
    void theSpringChangeOfTheClockMakesNoHour() {
        reference = newCase();
        at("2026-03-06T10:00:00Z").begin(MODEL);
        at("2026-03-30T15:00:00Z").complete(TRIAGE, false);

        assertSame();
        assertThat(ours()).first().extracting(StepRow::waiting).isEqualTo(581L * 3600);
        // Seven hours of the first Friday, three whole weeks, and until 16:00 by the clock on the last Monday.
        assertThat(row()).containsEntry("waiting_working_seconds", (7 + 15 * 8 + 7) * 3600L);
    }

    @Test
    void aPausedCaseGoesOnBeingMeasuredAsTheEngineDoes() {
        at("2027-02-02T10:00:00Z").assign(TRIAGE, "amy");
        at("2027-02-02T11:00:00Z").both(engine -> engine.getRuntimeService()
                .suspendProcessInstanceById(instance(engine)));
        at("2027-02-05T11:00:00Z").both(engine -> engine.getRuntimeService()
                .activateProcessInstanceById(instance(engine)));
        at("2027-02-05T12:00:00Z").complete(TRIAGE, false);

        assertSame();
    }

    @Test
    void clearingTheEnginesHistoryTakesNothingFromTheMeasures() {
        at("2027-02-02T10:00:00Z").both(engine -> engine.getRuntimeService()
                .deleteProcessInstance(instance(engine), "Ended"));
        List<StepRow> kept = ours();
        clock.freeze(MONDAY.plus(Duration.ofDays(400)));
        Job cleanup = full.engine().getHistoryService().cleanUpHistoryAsync(true);
        full.engine().getManagementService().executeJob(cleanup.getId());

        assertThat(full.stepsOf(reference.value(), clock.instant())).isEmpty();
        assertThat(ours()).isEqualTo(kept).hasSize(1);
    }

    private MeasuresAgainstFullHistoryTest at(String instant) {
        clock.freeze(Instant.parse(instant));
        return this;
    }

    private void begin(String model) {
        run(model, reference);
        full.engine().getRuntimeService().startProcessInstanceByKey(model, reference.value(),
                Map.of("team", TEAM, "lane", "STANDARD"));
    }

    private void assign(String element, String username) {
        steps.assign(firstOpen(product, element).getId(), username);
        full.engine().getTaskService().setAssignee(firstOpen(full.engine(), element).getId(), username);
    }

    private void complete(String element, boolean again) {
        Map<String, Object> answer = Map.of("again", again);
        transaction.executeWithoutResult(
                status -> steps.complete(firstOpen(product, element).getId(), answer));
        full.engine().getTaskService().complete(firstOpen(full.engine(), element).getId(), answer);
    }

    private void both(Consumer<ProcessEngine> work) {
        transaction.executeWithoutResult(status -> work.accept(product));
        work.accept(full.engine());
    }

    private Task firstOpen(ProcessEngine engine, String element) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(element).listPage(0, 10).get(0);
    }

    private String instance(ProcessEngine engine) {
        return engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value()).singleResult().getId();
    }

    private Job timerOf(ProcessEngine engine) {
        return engine.getManagementService().createJobQuery().processInstanceId(instance(engine)).timers()
                .singleResult();
    }

    private void migrate(ProcessEngine engine) {
        String from = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(MOVED)
                .processDefinitionVersion(1).singleResult().getId();
        String to = deploy(engine, model().replace(TRIAGE, "task_triageAnew"));
        MigrationPlan plan = engine.getRuntimeService().createMigrationPlan(from, to)
                .mapActivities(TRIAGE, "task_triageAnew").mapActivities("timer_tooLate", "timer_tooLate").build();
        engine.getRuntimeService().newMigration(plan).processInstanceIds(instance(engine)).execute();
    }

    private static String deploy(ProcessEngine engine, String model) {
        return engine.getRepositoryService().createDeployment().addString("model.bpmn", model).deployWithResult()
                .getDeployedProcessDefinitions().get(0).getId();
    }

    /** Of a key of its own, as its versions would be in the way of the other tests. */
    private static String model() {
        try (InputStream file = MeasuresAgainstFullHistoryTest.class
                .getResourceAsStream("/bpmn-test/" + MODEL + ".bpmn")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("process id=\"" + MODEL, "process id=\"" + MOVED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertSame() {
        assertThat(ours()).isEqualTo(full.stepsOf(reference.value(), clock.instant()));
    }

    /** Kept up to the last change, so what an open step has waited since then is added. */
    private List<StepRow> ours() {
        return jdbc.sql("""
                        select element_id, ended_how,
                            waiting_seconds + case when state = 'WAITING' then passed else 0 end as waiting,
                            held_seconds + case when state = 'HELD' then passed else 0 end as held
                        from step_measure cross join lateral
                            (select extract(epoch from ?::timestamptz - since)::bigint as passed) open
                        where case_reference = ? order by created_at, element_id, ended_at""")
                .params(clock.instant().toString(), reference.value())
                .query((row, n) -> new StepRow(row.getString("element_id"), row.getLong("waiting"),
                        row.getLong("held"), row.getString("ended_how"))).list();
    }

    private Map<String, Object> row() {
        return jdbc.sql("select * from step_measure where case_reference = ? order by created_at limit 1")
                .param(reference.value()).query().singleRow();
    }

    private List<Integer> passes(String element) {
        return jdbc.sql("select pass from step_measure where case_reference = ? and element_id = ? order by created_at")
                .params(reference.value(), element).query(Integer.class).list();
    }
}
