package org.threshold.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.threshold.access.NotPermitted;
import org.threshold.form.FieldError;

/** The way of one step: checked, recorded, kept, completed and followed up in one commit, or not at all. */
class StepWorkTest extends WorklistFixture {

    @Test
    void completingRecordsKeepsAndGoesOn() {
        String step = openStep("north");
        OpenStep before = worklist.step(step);

        Completion completion = work.complete(step, answers("They must leave on Friday", "no"));

        assertThat(completion).isInstanceOf(Completion.Done.class);
        assertThat(((Completion.Done) completion).next()).extracting(OpenStep::elementId)
                .containsExactly("task_signOff");
        assertThat(jdbc.sql("select said from worklist_test_said where step_id = ?").param(step).query(String.class)
                .single()).isEqualTo("They must leave on Friday");
        assertThat(jdbc.sql("select answers->>'whatWasSaid' from step_answer where step_id = ?").param(step)
                .query(String.class).single()).isEqualTo("They must leave on Friday");
        assertThat(runtime.getVariable(before.processInstanceId(), "meet")).isEqualTo("no");
        assertThat(runtime.getVariable(before.processInstanceId(), "whatWasSaid")).isNull();
        assertThat(jdbc.sql("select event from step_fact where step_id = ? order by id").param(step)
                .query(String.class).list()).containsExactly("CREATED", "PICKED_UP", "COMPLETED");
        assertThat(jdbc.sql("select action from audit_entry where chain = ?").param(before.caseReference().value())
                .query(String.class).list()).contains("step.claimed", "step.completed");
        assertThat(jdbc.sql("select ended_by from step_answer where step_id = ?").param(step).query(String.class)
                .single()).isEqualTo("officer");
    }

    @Test
    void aDesignersQuestionReachesTheGateway() {
        String step = openStep("north");

        Completion.Done done = (Completion.Done) work.complete(step, answers("Said", "yes"));

        assertThat(done.next()).extracting(OpenStep::elementId).containsExactly("task_meetThem");
        assertThat(done.next().get(0).inPerson()).isTrue();
    }

    @Test
    void aMistakeInTheFormOrInTheMatterChangesNothing() {
        String step = openStep("north");

        leavesNoTrace(() -> {
            Completion missing = work.complete(step, Map.of("meet", List.of("no")));
            Completion unknown = work.complete(step, Map.of("whatWasSaid", List.of("Said"), "meet", List.of("no"),
                    "role", List.of("ADMINISTRATOR")));
            Completion impossible = work.complete(step, answers("the impossible", "no"));

            assertThat(((Completion.Refused) missing).errors()).extracting(FieldError::key)
                    .containsExactly("whatWasSaid");
            assertThat(((Completion.Refused) unknown).malformed()).isTrue();
            assertThat(((Completion.Refused) impossible).errors())
                    .containsExactly(new FieldError("whatWasSaid", "Enter something that can be true"));
        });
    }

    @Test
    void whatThrowsHalfwayLeavesNoTraceInAnyTable() {
        String step = openStep("north");

        leavesNoTrace(() -> assertThatThrownBy(() -> work.complete(step, answers("the house falls", "no")))
                .hasStackTraceContaining("The handler failed on purpose"));
        assertThat(ownerOf(step)).isEqualTo("null");
    }

    @Test
    void whoeverIsTooLateIsToldAndKeepsWhatTheyTyped() {
        String step = openStep("north");
        as("senior", () -> work.complete(step, answers("First", "no")));

        assertThatThrownBy(() -> work.complete(step, answers("Second", "no"))).isInstanceOf(StepGone.class)
                .hasMessageContaining("completed ‘Ask questions’ on");
        assertThat(drafts.save(step, answers("Second", "no"))).isFalse();

        assertThat(drafts.mine(step).orElseThrow()).containsEntry("whatWasSaid", List.of("Second"));
        assertThat(jdbc.sql("select answers->>'whatWasSaid' from step_answer where step_id = ?").param(step)
                .query(String.class).single()).isEqualTo("First");
    }

    @Test
    void aColleaguesStepCannotBeCompleted() {
        String step = openStep("north");
        as("senior", () -> moves.claim(step));

        assertThatThrownBy(() -> work.complete(step, answers("Said", "no"))).isInstanceOf(StepTaken.class);
        assertThatThrownBy(() -> as("officer2", () -> work.complete(step, answers("Said", "no"))))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as("analyst", () -> work.complete(step, answers("Said", "no"))))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void theRoleIsAskedAgainWhenTheStepIsCompleted() {
        OpenStep signing = secondStep("north", false);

        assertThatThrownBy(() -> work.complete(signing.stepId(), Map.of("outcome", List.of("Signed"))))
                .isInstanceOf(NotPermitted.class);
        assertThat(as("senior", () -> work.complete(signing.stepId(), Map.of("outcome", List.of("Signed")))))
                .isInstanceOf(Completion.Done.class);
        assertThat(worklist.openStepsOf(signing.caseReference())).isEmpty();
    }

    @Test
    void draftsAreEachOfficersOwnAndUnchecked() {
        String step = openStep("north");
        Map<String, List<String>> typed = new LinkedHashMap<>(answers("x".repeat(5000), "maybe"));
        typed.put("visitors[0].visitor", List.of("Robin\0 Example"));
        typed.put("_csrf", List.of("token"));

        assertThat(drafts.save(step, typed)).isTrue();

        assertThat(work.open(step).typed()).containsEntry("meet", List.of("maybe"))
                .containsEntry("visitors[0].visitor", List.of("Robin Example")).doesNotContainKey("_csrf");
        assertThat(as("senior", () -> work.open(step)).typed()).isNull();
        assertThatThrownBy(() -> as("officer2", () -> drafts.save(step, typed))).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> drafts.save("no-such-step", typed)).isInstanceOf(StepGone.class);

        work.complete(step, answers("Said", "no"));
        assertThat(drafts.mine(step)).isEmpty();
    }

    @Test
    void answersAreNeverChangedAfterwards() {
        String step = openStep("north");
        work.complete(step, answers("Said", "no"));

        assertThatThrownBy(() -> jdbc.sql("update step_answer set ended_by = 'nobody' where step_id = ?").param(step)
                .update()).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from step_answer where step_id = ?").param(step).update())
                .hasMessageContaining("append-only");
    }

    /** One line for each table of both schemas that changes when any row in it does. */
    /**
     * The service's own rounds (messages, sessions, scans) go on beside a test and may write between two looks. What
     * the step itself left behind would be there every time, what a round wrote is not.
     */
    private void leavesNoTrace(Runnable step) {
        Set<String> touchedEachTime = touchedBy(step);
        for (int again = 0; again < 4 && !touchedEachTime.isEmpty(); again++) {
            touchedEachTime.retainAll(touchedBy(step));
        }
        assertThat(touchedEachTime).isEmpty();
    }

    /** The tables whose content differs before and after. */
    private Set<String> touchedBy(Runnable step) {
        Map<String, String> before = everything();
        step.run();
        Map<String, String> after = everything();
        return after.keySet().stream().filter(table -> !after.get(table).equals(before.get(table)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> everything() {
        return jdbc.sql("""
                select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                where schemaname in ('threshold', 'engine') order by 1""").query(String.class).list().stream()
                .collect(Collectors.toMap(table -> table, table -> jdbc.sql(
                        "select md5(coalesce(string_agg(row::text, '|' order by row::text), '')) from " + table + " row")
                        .query(String.class).single()));
    }
}
