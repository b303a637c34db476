package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.access.Officer;
import org.threshold.casefile.CaseReference;
import org.threshold.insight.StepFacts;
import org.threshold.insight.StepFacts.StepFact;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepGone;
import org.threshold.worklist.Worklist;

class StepRecordingTest extends ProcessTest {

    @Autowired
    private StepFacts facts;
    @Autowired
    private Worklist worklist;

    @Test
    void aNewStepIsInTheWorklistWithAllThatItsModelSays() {
        CaseReference reference = start("test-two-steps");

        Task task = task(reference, "task_first");
        assertThat(worklist.openStepsOf(reference)).singleElement().satisfies(step -> {
            assertThat(step.stepId()).isEqualTo(task.getId());
            assertThat(step.name()).isEqualTo("First step");
            assertThat(step.team()).isEqualTo(TEAM);
            assertThat(step.owner()).isNull();
            assertThat(step.lane()).isEqualTo("STANDARD");
            assertThat(step.inPerson()).isTrue();
            assertThat(step.role()).isEqualTo("SENIOR_OFFICER");
            assertThat(step.provision()).isEqualTo("s189A(1)");
            assertThat(step.waitsFor()).isEqualTo("applicant");
            assertThat(step.formKey()).isEqualTo("test-first");
            assertThat(step.documentation()).isEqualTo("What good looks like.");
            assertThat(step.processKey()).isEqualTo("test-two-steps");
            assertThat(step.createdAt()).isEqualTo(MONDAY);
            assertThat(step.dueAt()).isEqualTo(task.getDueDate().toInstant());
        });
    }

    @Test
    void theOverdueTimerIsSetForTheMomentWhenTheStepIsDue() {
        CaseReference reference = start("test-two-steps");

        assertThat(timer(reference, "timer_overdueFirst").getDuedate())
                .isEqualTo(task(reference, "task_first").getDueDate())
                .isAfter(java.util.Date.from(MONDAY));
    }

    @Test
    void factsTellWhoPickedUpPutBackHandedOverAndCompleted() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();

        steps.assign(step, OFFICER);
        steps.assign(step, COLLEAGUE);
        steps.assign(step, null);
        signIn(COLLEAGUE);
        steps.complete(step, Map.of());

        assertThat(facts.of(reference.value())).extracting(StepFact::elementId, StepFact::event, StepFact::by,
                StepFact::detail).containsExactly(
                org.assertj.core.groups.Tuple.tuple("task_first", "CREATED", OFFICER, null),
                org.assertj.core.groups.Tuple.tuple("task_first", "PICKED_UP", OFFICER, OFFICER),
                org.assertj.core.groups.Tuple.tuple("task_first", "HANDED_OVER", OFFICER, COLLEAGUE),
                org.assertj.core.groups.Tuple.tuple("task_first", "PUT_BACK", OFFICER, null),
                org.assertj.core.groups.Tuple.tuple("task_first", "COMPLETED", COLLEAGUE, null),
                org.assertj.core.groups.Tuple.tuple("task_second", "CREATED", COLLEAGUE, null));
    }

    @Test
    void completingWritesAuditAndTimelineAndOpensTheNextStep() {
        CaseReference reference = start("test-two-steps");
        complete(task(reference, "task_first"));

        assertThat(worklist.openStepsOf(reference)).extracting(OpenStep::elementId).containsExactly("task_second");
        assertThat(audited(reference)).contains("step.completed");
        assertThat(jdbc.sql("select headline from timeline_entry where case_reference = ?").param(reference.value())
                .query(String.class).list()).contains("Step completed: First step");
    }

    @Test
    void aStepThatItsCaseNoLongerNeedsIsCancelledEverywhere() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();

        runtime.createMessageCorrelation("threshold.test.withdrawn")
                .processInstanceBusinessKey(reference.value()).correlate();

        assertThat(running(reference)).isFalse();
        assertThat(worklist.openStepsOf(reference)).isEmpty();
        assertThat(facts.of(reference.value())).last().satisfies(fact -> {
            assertThat(fact.stepId()).isEqualTo(step);
            assertThat(fact.event()).isEqualTo("CANCELLED");
        });
        assertThat(audited(reference)).contains("step.cancelled");
    }

    @Test
    void movingToAnotherTeamChangesTheEngineTheListAndTheFacts() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();

        steps.moveToTeam(step, "hill");

        assertThat(tasks.createTaskQuery().taskId(step).taskCandidateGroup("hill").count()).isEqualTo(1);
        assertThat(tasks.createTaskQuery().taskId(step).taskCandidateGroup(TEAM).count()).isZero();
        assertThat(worklist.openStepsOf(reference)).extracting(OpenStep::team).containsExactly("hill");
        assertThat(facts.of(reference.value())).last().satisfies(fact -> {
            assertThat(fact.event()).isEqualTo("HANDED_OVER");
            assertThat(fact.team()).isEqualTo("hill");
        });
    }

    @Test
    void whatATimerOpensIsOpenedByTheServiceItself() {
        CaseReference reference = start("test-two-steps");
        fire(reference, "timer_overdueFirst");
        fire(reference, "timer_reminderOver");

        assertThat(facts.of(reference.value())).last().satisfies(fact -> {
            assertThat(fact.elementId()).isEqualTo("task_unblockOverdueStep");
            assertThat(fact.by()).isEqualTo(Officer.SERVICE.username());
        });
    }

    @Test
    void whoComesTooLateIsToldSo() {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();
        steps.complete(step, Map.of());

        assertThatThrownBy(() -> steps.complete(step, Map.of())).isInstanceOf(StepGone.class)
                .hasMessageContaining("finished");
        assertThatThrownBy(() -> steps.assign(step, OFFICER)).isInstanceOf(StepGone.class);
        assertThatThrownBy(() -> steps.changeDue(step, MONDAY)).isInstanceOf(StepGone.class);
        assertThatThrownBy(() -> steps.moveToTeam(step, TEAM)).isInstanceOf(StepGone.class);
    }

    private List<String> audited(CaseReference reference) {
        return jdbc.sql("select action from audit_entry where chain = ?").param(reference.value())
                .query(String.class).list();
    }
}
