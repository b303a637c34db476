package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.ApproachProcess;
import org.threshold.homelessness.Stage;

/** An approach that is taken up in its middle stands there as if it had come by itself. */
class StartAtStageTest extends ModelTest {

    private static final Map<String, Object> VARIABLES = Map.of("team", TEAM, "lane", "STANDARD");

    @Autowired
    private ApproachProcess process;
    @Autowired
    private StatutoryClocks clocks;

    @ParameterizedTest
    @CsvSource({"TRIAGE, task_triageApproach", "ASSESSMENT, task_checkIdentityAndEligibility", "PLAN, task_agreePlan",
        "PREVENTION, task_preventHomelessness", "RELIEF, task_relieveHomelessness", "DECISION, task_makeInquiries",
        "MAIN_DUTY, task_dischargeMainDuty", "CLOSING, task_closeCase"})
    void opensTheStepOfTheStageAndNoOther(Stage stage, String step) {
        CaseReference reference = startedBefore(stage, 1);

        assertThat(open(reference)).containsExactly(step);
        assertThat(facts(reference)).as("facts of steps").containsExactly(step);
        assertThat(lettersOf(reference)).isEmpty();
    }

    @Test
    void aPlanThatIsAgreedLeadsOnToTheDuty() {
        CaseReference reference = startedBefore(Stage.PLAN, 3);

        answer(reference, "task_agreePlan", FilledForms.plan(today().plusDays(7)));

        assertThat(open(reference)).containsExactly("task_relieveHomelessness");
        assertThat(lettersOf(reference)).containsExactly("personalised-housing-plan");
    }

    @ParameterizedTest
    @CsvSource({"30, 1, 1", "42, 1, 1", "43, 0, 1", "56, 0, 1", "57, 0, 0"})
    void reliefHasTheTimersThatAreStillToCome(int dayOfRelief, int day42, int day56) {
        CaseReference reference = startedBefore(Stage.RELIEF, dayOfRelief);

        assertThat(timers(reference, "timer_reliefDay42")).hasSize(day42);
        assertThat(timers(reference, "timer_reliefDay56")).hasSize(day56);
        assertThat(open(reference).contains("task_recordInquiries")).isEqualTo(day42 == 0);
        assertThat(open(reference).contains("task_makeInquiries")).isEqualTo(day56 == 0);
        assertThat(status(reference)).isEqualTo(CaseStatus.RELIEF);
    }

    @Test
    void timersOfATakenUpReliefFallWhereTheLawPutsThem() {
        CaseReference reference = startedBefore(Stage.RELIEF, 30);

        runOut(reference, "timer_reliefDay56");

        assertThat(today()).isEqualTo(LocalDate.of(2027, 2, 1).minusDays(29).plusDays(56));
        assertThat(open(reference)).contains("task_makeInquiries");
    }

    /** On day {@code dayOfDuty} of the relief duty, of which the applicant was told elsewhere. */
    private CaseReference startedBefore(Stage stage, int dayOfDuty) {
        CaseReference reference = newCase();
        String kind = stage == Stage.PREVENTION ? "PREVENTION" : "RELIEF";
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    insert into duty (case_reference, kind, started_on, started_by, started_at, notified_elsewhere)
                    values (?, ?, ?, 'A former officer', ?, true)""")
                    .params(reference.value(), kind, today().minusDays(dayOfDuty - 1L),
                            java.sql.Timestamp.from(clock.instant())).update();
            jdbc.sql("update case_file set status = 'RELIEF' where reference = ?").param(reference.value()).update();
            clocks.start(reference, ClockKind.valueOf(kind + "_DUTY"), today().minusDays(dayOfDuty - 1L));
            Map<String, Object> variables = new java.util.HashMap<>(VARIABLES);
            variables.put("assessmentOutcome", "HOMELESS");
            process.startAt(reference, stage, variables);
        });
        return reference;
    }

    private List<String> facts(CaseReference reference) {
        return jdbc.sql("select distinct element_id from step_fact where case_reference = ?").param(reference.value())
                .query(String.class).list();
    }
}
