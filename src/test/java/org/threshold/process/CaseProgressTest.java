package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.process.CaseProgress.ProcessProgress;

class CaseProgressTest extends ProcessTest {

    @Autowired
    private CaseProgress progress;
    @Autowired
    private DriftCheck drift;

    @Test
    void aCaseIsWhereItsProcessesWait() {
        CaseReference reference = startCalling();

        assertThat(progress.of(reference)).extracting(ProcessProgress::processKey)
                .containsExactly("test-calling", "test-two-steps");
        ProcessProgress parent = progress.of(reference).get(0);
        ProcessProgress called = progress.of(reference).get(1);
        assertThat(parent.currentElements()).containsExactly("call_twoSteps");
        assertThat(parent.doneElements()).isEmpty();
        assertThat(called.name()).isEqualTo("Two steps");
        assertThat(called.currentElements()).containsExactly("task_first");
        assertThat(called.xml()).contains("id=\"test-two-steps\"");
    }

    @Test
    void whatWasDoneIsToldInItsOrder() {
        CaseReference reference = startCalling();
        complete(task(reference, "task_first"));
        assertThat(progress.of(reference).get(1).doneElements()).containsExactly("task_first");

        complete(task(reference, "task_second"));

        ProcessProgress parent = progress.of(reference).get(0);
        ProcessProgress called = progress.of(reference).get(1);
        assertThat(parent.currentElements()).containsExactly("task_after");
        assertThat(parent.doneElements()).containsExactly("call_twoSteps");
        assertThat(called.ended()).isTrue();
        assertThat(called.doneElements()).containsExactly("task_first", "task_second");
    }

    @Test
    void aFinishedCaseStillShowsItsWay() {
        CaseReference reference = startCalling();
        for (String element : new String[] {"task_first", "task_second", "task_after"}) {
            complete(task(reference, element));
        }

        assertThat(running(reference)).isFalse();
        assertThat(progress.of(reference)).allMatch(ProcessProgress::ended)
                .allSatisfy(each -> assertThat(each.currentElements()).isEmpty());
        assertThat(progress.of(reference).get(0).doneElements()).containsExactly("task_after", "call_twoSteps");
        assertThat(progress.of(reference).get(0).xml()).contains("test-calling");
    }

    @Test
    void aLadderIsNotPartOfTheCasesWay() {
        CaseReference reference = start("test-two-steps");
        fire(reference, "timer_overdueFirst");

        assertThat(progress.of(reference)).extracting(ProcessProgress::processKey).containsExactly("test-two-steps");
        assertThat(progress.of(reference).get(0).currentElements()).contains("task_first");
    }

    @Test
    void theWorklistAndTheEngineAgreeUntilSomebodyMeddles() {
        CaseReference reference = start("test-two-steps");
        Task step = task(reference, "task_first");
        DriftCheck.Drift before = drift.compare();
        assertThat(before.missing()).doesNotContain(step.getId());
        assertThat(before.stray()).doesNotContain(step.getId());

        transaction.executeWithoutResult(status -> {
            jdbc.sql("update worklist_step set step_id = 'meddled' where step_id = ?").param(step.getId()).update();
        });
        try {
            DriftCheck.Drift after = drift.compare();
            assertThat(after.missing()).contains(step.getId());
            assertThat(after.stray()).contains("meddled");
            assertThat(after.count()).isEqualTo(before.count() + 2);
            signIn(LEADER);
            assertThat(drift.latest()).isEqualTo(after);
        } finally {
            jdbc.sql("update worklist_step set step_id = ? where step_id = 'meddled'").param(step.getId()).update();
        }
    }

    private CaseReference startCalling() {
        deploy("test-two-steps");
        return start("test-calling");
    }
}
