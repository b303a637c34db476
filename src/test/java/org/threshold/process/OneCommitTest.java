package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.StepGone;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.StepTaken;

/** A step is one commit: all of it or nothing, whoever else is at it. */
class OneCommitTest extends ProcessTest {

    @Autowired
    private StepMoves moves;

    @Test
    void whenTheNextStepCannotOpenNoTraceIsLeftInAnyTable() {
        CaseReference reference = start("test-broken-step");
        String step = task(reference, "task_first").getId();
        Map<String, String> before = fingerprints();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> steps.complete(step, Map.of("way", "HERE"))))
                .rootCause().hasMessageContaining("no line for step 'no-such-standard'");

        assertThat(fingerprints()).isEqualTo(before);
    }

    @Test
    void whenTheCallerFailsAfterTheEngineNoTraceIsLeftInAnyTable() {
        CaseReference reference = start("test-two-steps");
        fire(reference, "timer_overdueFirst");
        String step = task(reference, "task_first").getId();
        Map<String, String> before = fingerprints();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            steps.assign(step, OFFICER);
            steps.complete(step, Map.of());
            throw new IllegalStateException("the last listener failed");
        })).hasMessage("the last listener failed");

        assertThat(fingerprints()).isEqualTo(before);
    }

    @Test
    void ofTwoOfficersWhoCompleteAtOnceOneIsTold() throws Exception {
        CaseReference reference = start("test-two-steps");
        String step = task(reference, "task_first").getId();

        List<Object> outcomes = atOnce(
                () -> transaction.execute(status -> {
                    steps.complete(step, Map.of());
                    return "done";
                }));

        assertThat(outcomes).as(String.valueOf(outcomes)).filteredOn("done"::equals).hasSize(1);
        assertThat(outcomes).as(String.valueOf(outcomes)).filteredOn(StepGone.class::isInstance).hasSize(1);
        assertThat(tasksOf(reference)).extracting(Task::getTaskDefinitionKey).containsExactly("task_second");
    }

    @Test
    void ofTwoOfficersWhoClaimAtOnceOneGetsTheStep() throws Exception {
        CaseReference reference = start("test-two-steps");
        complete(task(reference, "task_first"));
        String step = task(reference, "task_second").getId();

        List<Object> outcomes = atOnce(() -> moves.claim(step).owner());

        assertThat(outcomes).as(String.valueOf(outcomes)).filteredOn(String.class::isInstance).hasSize(1);
        assertThat(outcomes).as(String.valueOf(outcomes)).filteredOn(StepTaken.class::isInstance).hasSize(1);
        assertThat(task(reference, "task_second").getAssignee())
                .isEqualTo(outcomes.stream().filter(String.class::isInstance).findFirst().orElseThrow());
    }

    /** Two officers do the same in the same moment; what each got, or the exception. */
    private List<Object> atOnce(Callable<Object> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both = List.of(OFFICER, COLLEAGUE).stream().map(who -> pool.submit(() -> {
                signIn(who);
                start.await(10, TimeUnit.SECONDS);
                try {
                    return work.call();
                } catch (RuntimeException e) {
                    return e;
                } finally {
                    SecurityContextHolder.clearContext();
                }
            })).toList();
            return List.of(both.get(0).get(30, TimeUnit.SECONDS), both.get(1).get(30, TimeUnit.SECONDS));
        } finally {
            pool.shutdownNow();
        }
    }

    /** Of every table of both schemas: how many rows, and a sum over what is in them. */
    private Map<String, String> fingerprints() {
        Map<String, String> all = new TreeMap<>();
        List<String> tables = jdbc.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_schema in ('threshold', 'engine') and table_type = 'BASE TABLE'""")
                .query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(40);
        for (String table : tables) {
            all.put(table, jdbc.sql("select count(*) || ' ' || coalesce(sum(hashtext(row::text)::bigint), 0) from "
                    + table + " row").query(String.class).single());
        }
        return all;
    }
}
