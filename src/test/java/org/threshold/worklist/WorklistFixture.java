package org.threshold.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.IntegrationTest;
import org.threshold.access.Presence;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;

/** Cases with open steps of a small process, and people to work on them. */
abstract class WorklistFixture extends IntegrationTest {

    private static final AtomicInteger EARLIER = new AtomicInteger();
    private static boolean deployed;

    @Autowired Worklist worklist;
    @Autowired StepMoves moves;
    @Autowired StepWork work;
    @Autowired Drafts drafts;
    @Autowired CaseRegister register;
    @Autowired Presence presence;
    @Autowired RuntimeService runtime;
    @Autowired RepositoryService repository;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @BeforeEach
    void deploy() {
        synchronized (WorklistFixture.class) {
            if (!deployed) {
                String folder = "bpmn-test/worklist-test/";
                repository.createDeployment().name("worklist-test")
                        .addInputStream("bpmn/worklist-test/worklist-test.bpmn", resource(folder + "worklist-test.bpmn"))
                        .addInputStream("forms/worklist-test/worklist-questions.form",
                                resource(folder + "worklist-questions.form"))
                        .addInputStream("forms/worklist-test/worklist-meeting.form",
                                resource(folder + "worklist-meeting.form")).deploy();
                deployed = true;
            }
        }
        as("officer");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    static java.io.InputStream resource(String name) {
        return WorklistFixture.class.getClassLoader().getResourceAsStream(name);
    }

    void as(String username) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(username, null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    <T> T as(String username, Callable<T> action) {
        SecurityContext before = SecurityContextHolder.getContext();
        as(username);
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    CaseReference openCase(String team, String given, String family) {
        return openCase(team, given, family, LocalDate.of(1990, 5, 17));
    }

    CaseReference openCase(String team, String given, String family, LocalDate born) {
        NewCase approach = NewCase.atTheDesk(team, Person.applicant(given, family, born), "Asked to leave");
        return team.equals("south") ? as("officer2", () -> register.open(approach)) : register.open(approach);
    }

    /** The id of the first step, which is more urgent than every step that a test has opened before. */
    String openStep(CaseReference reference, String team) {
        return openStep(reference, team, "STANDARD", Instant.parse("2001-01-01T00:00:00Z")
                .minusSeconds(3600L * EARLIER.incrementAndGet()));
    }

    String openStep(CaseReference reference, String team, String lane, Instant due) {
        runtime.startProcessInstanceByKey("worklist-test", reference.value(),
                Map.of("team", team, "lane", lane, "dueAt", Date.from(due)));
        return onlyStep(reference).stepId();
    }

    String openStep(String team) {
        return openStep(openCase(team, "Jordan", "Example"), team);
    }

    OpenStep onlyStep(CaseReference reference) {
        List<OpenStep> steps = worklist.openStepsOf(reference);
        if (steps.size() != 1) {
            throw new AssertionError("One step expected, not " + steps);
        }
        return steps.get(0);
    }

    /** A step of the same kind behind the first: in person when they are met, a senior officer's otherwise. */
    OpenStep secondStep(String team, boolean inPerson) {
        CaseReference reference = openCase(team, "Sam", "Specimen");
        String first = openStep(reference, team);
        as(team.equals("north") ? "officer" : "officer2",
                () -> work.complete(first, answers("They said yes", inPerson ? "yes" : "no")));
        return onlyStep(reference);
    }

    static Map<String, List<String>> answers(String said, String meet) {
        return Map.of("whatWasSaid", List.of(said), "meet", List.of(meet));
    }

    String ownerOf(String stepId) {
        return jdbc.sql("select owner from worklist_step where step_id = ?").param(stepId)
                .query((row, n) -> String.valueOf(row.getString(1))).single();
    }
}
