package org.threshold.process.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.process.ProcessTest;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

class LeftOverLaddersTest extends ProcessTest {

    @Autowired
    private LeftOverLadders leftOver;
    @Autowired
    private Worklist worklist;

    @Test
    void onlyALadderWhoseStepIsNotOpenAnyMoreEndsAtTheNextStart() {
        CaseReference orphan = lateForTheLeader();
        CaseReference late = lateForTheLeader();
        jdbc.sql("update overdue_step set step_id = 'gone' where case_reference = ?").param(orphan.value()).update();

        leftOver.end();

        assertThat(open(orphan)).containsExactly("task_first");
        assertThat(ladders(orphan)).isZero();
        assertThat(open(late)).containsExactlyInAnyOrder("task_first", "task_unblockOverdueStep");
        assertThat(ladders(late)).isOne();
    }

    private CaseReference lateForTheLeader() {
        CaseReference reference = start("test-two-steps");
        fire(reference, "timer_overdueFirst");
        fire(reference, "timer_reminderOver");
        return reference;
    }

    private Iterable<String> open(CaseReference reference) {
        return worklist.openStepsOf(reference).stream().map(OpenStep::elementId).toList();
    }

    private long ladders(CaseReference reference) {
        return jdbc.sql("select count(*) from overdue_step where case_reference = ? and ended_at is null")
                .param(reference.value()).query(Long.class).single();
    }
}
