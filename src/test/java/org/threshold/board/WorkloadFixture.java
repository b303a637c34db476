package org.threshold.board;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.Acting;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.Role;
import org.threshold.access.Team;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.process.ProcessTest;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.Worklist;

/** Teams of a test's own with a leader and officers, and open steps of a small process that lie with them. */
abstract class WorkloadFixture extends ProcessTest {

    @Autowired Accounts accounts;
    @Autowired CaseRegister cases;
    @Autowired StepMoves moves;
    @Autowired Worklist worklist;

    /** A team that no other test has, and its people. */
    Crew crew;

    record Crew(String team, String name, String leader, String first, String second) {

        String mail() {
            return leader + "@council.example";
        }
    }

    @BeforeEach
    void ownTeam() {
        crew = newCrew();
        if (repository.createProcessDefinitionQuery().processDefinitionKey("worklist-test").count() == 0) {
            String folder = "bpmn-test/worklist-test/";
            repository.createDeployment().name("worklist-test")
                    .addInputStream("bpmn/worklist-test/worklist-test.bpmn", resource(folder + "worklist-test.bpmn"))
                    .addInputStream("forms/worklist-test/worklist-questions.form",
                            resource(folder + "worklist-questions.form"))
                    .addInputStream("forms/worklist-test/worklist-meeting.form",
                            resource(folder + "worklist-meeting.form"))
                    .deploy();
        }
        Acting.as(crew.leader());
    }

    private static java.io.InputStream resource(String name) {
        return WorkloadFixture.class.getClassLoader().getResourceAsStream(name);
    }

    Crew newCrew() {
        String key = "crew-" + UUID.randomUUID().toString().substring(0, 8);
        Crew made = new Crew(key, "Team " + key, key + ".lead", key + ".ash", key + ".bo");
        asService(() -> {
            account(made.leader(), "Lee of " + key, Role.TEAM_LEADER);
            account(made.first(), "Ash of " + key, Role.OFFICER);
            account(made.second(), "Bo of " + key, Role.OFFICER);
            accounts.addTeam(new Team(key, made.name(), "Harbour Office", made.leader()));
            Set.of(made.leader(), made.first(), made.second()).forEach(each -> accounts.join(each, Set.of(key)));
            return null;
        });
        return made;
    }

    private void account(String username, String name, Role role) {
        accounts.addWithPassword(new AccountDetails(username, name, Set.of(role), Set.of(), true,
                username + "@council.example"), "a long enough password");
    }

    CaseReference newCase(Crew of) {
        return Acting.as(of.first(), () -> cases.open(NewCase.atTheDesk(of.team(),
                Person.applicant("Jordan", "Secretname", LocalDate.of(1990, 5, 17)), "Asked to leave by a friend")));
    }

    /** An open step of a case of its own. */
    String step(Crew of, Instant due) {
        return step(of, newCase(of), due);
    }

    String step(Crew of, CaseReference reference, Instant due) {
        transaction.executeWithoutResult(status -> runtime.startProcessInstanceByKey("worklist-test",
                reference.value(), Map.of("team", of.team(), "lane", "STANDARD", "dueAt", Date.from(due))));
        return Acting.as(of.first(), () -> worklist.openStepsOf(reference)).get(0).stepId();
    }

    String held(Crew of, String username, Instant due) {
        String step = step(of, due);
        Acting.as(username, () -> moves.claim(step));
        return step;
    }

    Instant days(long days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    /** A step of the measures: opened and, unless null, ended so many days ago, and waited so long before. */
    void measured(Crew of, String element, String holder, long openedDaysAgo, Long endedDaysAgo, long waitedSeconds) {
        Timestamp opened = Timestamp.from(days(-openedDaysAgo));
        Timestamp ended = endedDaysAgo == null ? null : Timestamp.from(days(-endedDaysAgo));
        jdbc.sql("""
                insert into step_measure (step_id, case_reference, process_key, process_version, first_element_id,
                    element_id, team, owner, created_at, first_picked_up_at, ended_at, ended_how, ended_by, state,
                    since, waiting_seconds, last_holder)
                values (:step, 'TH-measured', 'worklist-test', 1, :element, :element, :team, :open, :opened, :opened,
                    :ended, :how, :by, :state, :opened, :waited, :holder)""")
                .param("step", UUID.randomUUID().toString()).param("element", element).param("team", of.team())
                .param("open", ended == null ? holder : null).param("opened", opened)
                .param("ended", ended, java.sql.Types.TIMESTAMP).param("how", ended == null ? null : "COMPLETED")
                .param("by", ended == null ? null : holder).param("state", ended == null ? "HELD" : "ENDED")
                .param("waited", waitedSeconds).param("holder", holder).update();
    }

    void statutoryClock(String step, LocalDate lastDay) {
        jdbc.sql("update worklist_step set clock_kind = 'RELIEF_DUTY', clock_last_day = ? where step_id = ?")
                .params(lastDay, step).update();
    }

    String ownerOf(String step) {
        return jdbc.sql("select coalesce(owner, 'nobody') from worklist_step where step_id = ?").param(step)
                .query(String.class).single();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
