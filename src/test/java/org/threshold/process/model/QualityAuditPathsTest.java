package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;
import org.threshold.quality.Audits;
import org.threshold.quality.QualityAudit;
import org.threshold.worklist.CaseProcesses;

/** Every path of {@code quality-audit}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QualityAuditPathsTest extends ModelTest {

    private static final AtomicInteger MONTHS = new AtomicInteger();
    private static final List<String> PARTS = List.of("triage", "assessment", "plan", "decision", "accommodation",
            "benefit", "contact");

    @Autowired
    private CaseProcesses processes;
    @Autowired
    private Audits audits;

    @Test
    void aCaseThatIsAsItShouldBeIsAuditedAndThatIsAll() {
        CaseReference reference = drawn();
        assertThat(step(reference, "task_auditCase").owner()).isEqualTo(LEADER);
        answerAs(LEADER, reference, "task_auditCase", scored("AS_IT_SHOULD_BE"));

        assertThat(route(reference)).contains("end_audited");
        assertThat(audit(reference).result().score()).isEqualByComparingTo("100");
        assertThat(audit(reference).state()).isEqualTo("Audited");
    }

    @Test
    void whatIsWrongIsPutRightByTheTeamByTheDayThatTheAuditorSet() {
        CaseReference reference = drawn();
        answerAs(LEADER, reference, "task_auditCase", wrong("SMALL_FAULTS", today().plusDays(3)));

        assertThat(step(reference, "task_putRight").dueAt()).as("the auditor’s day, before the standard’s")
                .isBefore(today().plusDays(4).atStartOfDay(ServiceClock.LONDON).toInstant());
        assertThat(facts(step(reference, "task_putRight").stepId()).get("beside").toString())
                .contains("Send the letter again", "Small faults: No reasons are given");
        answer(reference, "task_putRight", Map.of("words", List.of("The letter was sent again")));
        assertThat(route(reference)).contains("end_putRight");
        assertThat(audit(reference).state()).isEqualTo("Put right");
    }

    @Test
    void whoeverWorkedOnTheCaseDoesNotAuditIt() {
        CaseReference reference = drawn();
        jdbc.sql("update worklist_step set owner = null where case_reference = ?").param(reference.value()).update();
        assertThat(send(COLLEAGUE, reference, "task_auditCase", scored("AS_IT_SHOULD_BE")))
                .containsExactly("You cannot audit this case, because you took part in the case.");
        assertThat(audit(reference).result()).isNull();
    }

    @Test
    void whatDoesNotAddUpIsNotTaken() {
        CaseReference reference = drawn();
        Map<String, List<String>> form = scored("SERIOUS_FAULT");
        PARTS.forEach(part -> form.put(part + "Faults", List.of("Nothing is there")));
        assertThat(send(LEADER, reference, "task_auditCase", form))
                .containsExactly("A serious fault must be put right. Select yes");
        assertThat(send(LEADER, reference, "task_auditCase", scored("NOT_PART")))
                .containsExactly("Score at least one part of the work");
        assertThat(send(LEADER, reference, "task_auditCase", wrong("SMALL_FAULTS", today().minusDays(1))))
                .containsExactly("The day must be today or in the future");
        assertThat(send(LEADER, reference, "task_auditCase", scored("SMALL_FAULTS"))).hasSize(PARTS.size());
        assertThat(send(LEADER, reference, "task_auditCase", scored("SPLENDID"))).isNotEmpty();
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = drawn();
        lateThenAnsweredBy(LEADER, reference, "task_auditCase", wrong("SERIOUS_FAULT", today().plusDays(60)));
        lateThenAnswered(reference, "task_putRight", Map.of("words", List.of("Sent again")));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("quality-audit");
    }

    private QualityAudit audit(CaseReference reference) {
        return asService(() -> audits.newest(reference)).orElseThrow();
    }

    /** A case of a colleague's that was drawn for the leader, in a month of its own: a team draws once a month. */
    private CaseReference drawn() {
        signIn(COLLEAGUE);
        CaseReference reference = newCase();
        signIn(OFFICER);
        jdbc.sql("""
                with d as (insert into quality_draw (team, month, seed, pool, random_size, risk_size, drawn_by, drawn_at)
                    values (:team, :month, 'a seed of the test', '{}', 1, 0, :leader, now()) returning id)
                insert into quality_audit (draw_id, case_reference, how, points, auditor)
                select id, :reference, 'RANDOM', 0, :leader from d""").param("team", TEAM)
                .param("month", LocalDate.of(2001, 1, 1).plusMonths(MONTHS.getAndIncrement()))
                .param("leader", LEADER).param("reference", reference.value()).update();
        asService(() -> {
            processes.startBeside(reference, "quality-audit", Map.of("team", TEAM, "lane", "STANDARD"));
            return null;
        });
        return reference;
    }

    private static Map<String, List<String>> scored(String mark) {
        Map<String, List<String>> form = new HashMap<>();
        PARTS.forEach(part -> form.put(part + "Mark", List.of(mark)));
        form.put("overall", List.of("Clear and kind"));
        form.put("auditToMend", List.of("no"));
        return form;
    }

    private static Map<String, List<String>> wrong(String mark, LocalDate by) {
        Map<String, List<String>> form = scored("AS_IT_SHOULD_BE");
        form.put("decisionMark", List.of(mark));
        form.put("decisionFaults", List.of("No reasons are given"));
        form.put("auditToMend", List.of("yes"));
        form.put("toMend", List.of("Send the letter again"));
        form.put("mendBy", List.of(by.toString()));
        return form;
    }
}
