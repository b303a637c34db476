package org.threshold.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.IntegrationTest;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Role;
import org.threshold.access.Team;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ServiceClock;
import org.threshold.worklist.StepEngine;

/** What tests of running processes share: models of their own, cases, people, and the service's clock held still. */
public abstract class ProcessTest extends IntegrationTest {

    /** A Monday in winter, nine in the morning. */
    protected static final Instant MONDAY = Instant.parse("2027-02-01T09:00:00Z");
    protected static final String OFFICER = "casey";
    protected static final String COLLEAGUE = "robin";
    protected static final String LEADER = "lesley";
    protected static final String TEAM = "harbour";

    @Autowired
    protected RepositoryService repository;
    @Autowired
    protected RuntimeService runtime;
    @Autowired
    protected TaskService tasks;
    @Autowired
    protected ManagementService management;
    @Autowired
    protected JdbcClient jdbc;
    @Autowired
    protected TransactionTemplate transaction;
    @Autowired
    protected CurrentOfficer officer;
    @Autowired
    protected StepEngine steps;
    @Autowired
    protected ServiceClock clock;
    @Autowired
    private CaseRegister register;
    @Autowired
    private Accounts accounts;

    @BeforeEach
    void standStill() {
        clock.freeze(MONDAY);
        asService(() -> {
            people();
            return null;
        });
        signIn(OFFICER);
    }

    @AfterEach
    void moveOn() {
        SecurityContextHolder.clearContext();
        clock.reset();
    }

    private void people() {
        if (jdbc.sql("select count(*) from account where username = ?").param(LEADER).query(Long.class).single() > 0) {
            return;
        }
        add(LEADER, "Lesley Example", Role.TEAM_LEADER);
        add(OFFICER, "Casey Placeholder", Role.SENIOR_OFFICER);
        add(COLLEAGUE, "Robin Example", Role.SENIOR_OFFICER);
        accounts.addTeam(new Team(TEAM, "Harbour", "Harbour Office", LEADER));
        List.of(LEADER, OFFICER, COLLEAGUE).forEach(username -> accounts.join(username, Set.of(TEAM)));
    }

    private void add(String username, String name, Role role) {
        accounts.addWithPassword(new AccountDetails(username, name, Set.of(role), Set.of(), true),
                "a long enough password");
    }

    protected static void signIn(String username) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(username, "", "USER"));
    }

    protected <T> T asService(Supplier<T> work) {
        return officer.asService(work);
    }

    protected CaseReference newCase() {
        return register.open(NewCase.atTheDesk(TEAM,
                Person.applicant("Jordan", "Example", LocalDate.of(1990, 5, 17)), "Asked to leave by a friend"));
    }

    /** Deploys the test model unless it is there, and starts it for a new case. */
    protected CaseReference start(String model) {
        deploy(model);
        CaseReference reference = newCase();
        run(model, reference);
        return reference;
    }

    protected void run(String model, CaseReference reference) {
        Map<String, Object> variables = new HashMap<>(Map.of("team", TEAM, "lane", "STANDARD"));
        transaction.executeWithoutResult(
                status -> runtime.startProcessInstanceByKey(model, reference.value(), variables));
    }

    protected void deploy(String model) {
        if (repository.createProcessDefinitionQuery().processDefinitionKey(model).count() == 0) {
            repository.createDeployment().name(model).addClasspathResource("bpmn-test/" + model + ".bpmn").deploy();
        }
    }

    protected Task task(CaseReference reference, String element) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).taskDefinitionKey(element)
                .singleResult();
    }

    protected List<Task> tasksOf(CaseReference reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).listPage(0, 100);
    }

    protected void complete(Task task) {
        transaction.executeWithoutResult(status -> steps.complete(task.getId(), Map.of()));
    }

    /** The case's timer at the element; exactly one. */
    protected Job timer(CaseReference reference, String element) {
        List<Job> jobs = timers(reference, element);
        assertThat(jobs).as("timers at " + element).hasSize(1);
        return jobs.get(0);
    }

    protected List<Job> timers(CaseReference reference, String element) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).listPage(0, 100).stream()
                .flatMap(process -> management.createJobQuery().processInstanceId(process.getId())
                        .activityId(element).listPage(0, 100).stream())
                .toList();
    }

    /** Moves the clock to when the timer at the element is due, and fires it. */
    protected void fire(CaseReference reference, String element) {
        fire(timer(reference, element));
    }

    protected void fire(Job job) {
        clock.freeze(job.getDuedate().toInstant());
        management.executeJob(job.getId());
    }

    protected long count(String table, CaseReference reference) {
        return jdbc.sql("select count(*) from " + table + " where case_reference = ?").param(reference.value())
                .query(Long.class).single();
    }

    protected boolean running(CaseReference reference) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).count() > 0;
    }
}
