package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.access.AccountDetails;
import org.threshold.access.Accounts;
import org.threshold.access.Role;
import org.threshold.accommodation.Keys;
import org.threshold.accommodation.OutsideHomes;
import org.threshold.accommodation.OutsideRecords;
import org.threshold.accommodation.Placement;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.worklist.CaseProcesses;

/** Before a home outside the borough is offered: what is asked, who decides, and both sides of each gate. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutOfBoroughPlacementPathsTest extends ModelTest {

    private static final String MANAGER = "morgan";

    @Autowired
    private OutsideHomes homes;
    @Autowired
    private OutsideRecords records;
    @Autowired
    private CaseProcesses processes;
    @Autowired
    private Keys keys;
    @Autowired
    private Household households;
    @Autowired
    private Accounts accounts;

    private CaseReference reference;
    private Placement placement;

    @BeforeEach
    void chooseAHomeOutside() {
        asService(() -> {
            if (jdbc.sql("select count(*) from account where username = ?").param(MANAGER).query(Long.class).single() == 0) {
                accounts.addWithPassword(new AccountDetails(MANAGER, "Morgan Example", Set.of(Role.SERVICE_MANAGER),
                        Set.of(), true), "a long enough password");
                accounts.join(MANAGER, Set.of(TEAM));
            }
            return null;
        });
        reference = newCase();
    }

    /** A manager more would be one more who could sign in other tests. */
    @AfterAll
    void leaveTheTeamAsItWas() {
        signIn("admin");
        accounts.disable(MANAGER);
        SecurityContextHolder.clearContext();
    }

    private void begin() {
        placement = homes.chosen(reference, homes.home(homes.district("notices@farborough.example")));
        processes.startBeside(reference, "out-of-borough-placement", Map.of("placementId", placement.id(), "team", TEAM,
                "lane", "EMERGENCY"));
    }

    @Test
    void aManagerApprovesAndOnlyThenCanTheKeysBeGiven() {
        begin();
        assertThat(keys.refusal(placement.id())).contains("outside the borough");
        answer(reference, "task_recordWhyOutside", OutsideForms.proposed(records.household(reference)));

        assertThat(send(OFFICER, reference, "task_approveOutside", OutsideForms.approved())).hasSize(1);
        assertThat(send(LEADER, reference, "task_approveOutside", OutsideForms.approved()))
                .as("a team leader is not a manager").hasSize(1);
        assertThat(keys.refusal(placement.id())).contains("outside the borough");
        answerAs(MANAGER, reference, "task_approveOutside", OutsideForms.approved());

        assertThat(running(reference)).isFalse();
        assertThat(records.latest(placement.id())).hasValueSatisfying(made -> {
            assertThat(made.approved()).isTrue();
            assertThat(made.answer().by()).isEqualTo(MANAGER);
            assertThat(records.evidence(made)).isPresent();
        });
        assertThat(keys.refusal(placement.id())).doesNotContain("outside the borough");
    }

    @Test
    void returnedItIsPutRightWithWhatWasTypedKept() {
        begin();
        answer(reference, "task_recordWhyOutside", OutsideForms.proposed(records.household(reference)));
        answerAs(MANAGER, reference, "task_approveOutside", OutsideForms.returned());

        Map<String, Object> facts = facts(step(reference, "task_recordWhyOutside").stepId());
        assertThat(facts.get("nothingNearer")).asString().contains("Two homes were free");
        assertThat(String.valueOf(facts.get("beside"))).contains("Ask the school first");
        answer(reference, "task_recordWhyOutside", OutsideForms.proposed(records.household(reference)));
        answerAs(MANAGER, reference, "task_approveOutside", OutsideForms.approved());
        assertThat(records.of(placement.id())).hasSize(2);
    }

    @Test
    void anotherHomeIsLookedForInstead() {
        begin();
        answer(reference, "task_recordWhyOutside", OutsideForms.notProposed());
        assertThat(running(reference)).isFalse();
        assertThat(records.latest(placement.id())).isEmpty();
    }

    @Test
    void aChildInAnExamYearIsNotSentAwayOnTheApplicationAlone() {
        households.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", LocalDate.of(2011, 4, 1)));
        begin();
        long child = records.household(reference).get(1).id();
        Map<String, List<String>> form = FilledForms.with(OutsideForms.proposed(records.household(reference)),
                "members[1].schoolYear", "YEAR_11", "members[1].schoolMinutes", "110");
        assertThat(records.household(reference).get(1).id()).isEqualTo(child);

        assertThat(send(OFFICER, reference, "task_recordWhyOutside", form))
                .anyMatch(sentence -> sentence.contains("Ask Sam Example or the school"))
                .anyMatch(sentence -> sentence.contains("year of exams"));

        answer(reference, "task_recordWhyOutside", FilledForms.with(form, "members[1].schoolSource", "BODY",
                "members[1].school", "Exampleton Academy; the head was rung", "members[1].schoolPlan",
                "Fares are paid until the last exam on 20 June"));
        assertThat(String.valueOf(facts(step(reference, "task_approveOutside").stepId()).get("beside")))
                .contains("Must not suffer from the move").contains("110 minutes to school");
    }

    @Test
    void everyPersonIsConsideredAndNobodyOnTheApplicationAlone() {
        households.add(reference, Person.member(Relationship.PARTNER, "Alex", "Example", LocalDate.of(1991, 4, 1)));
        begin();
        Map<String, List<String>> one = OutsideForms.proposed(records.household(reference).subList(0, 1));
        assertThat(send(OFFICER, reference, "task_recordWhyOutside", one))
                .anyMatch(sentence -> sentence.contains("Alex Example is missing"));
        Map<String, List<String>> both = FilledForms.with(OutsideForms.proposed(records.household(reference)),
                "members[1].workSource", "APPLICATION", "members[1].careSource", "APPLICATION",
                "members[1].healthSource", "APPLICATION", "members[1].servicesSource", "APPLICATION");
        assertThat(send(OFFICER, reference, "task_recordWhyOutside", both))
                .anyMatch(sentence -> sentence.contains("Everything about Alex Example comes from the application"));
    }

    @Test
    void lateStepsClimb() {
        begin();
        lateThenAnswered(reference, "task_recordWhyOutside", OutsideForms.proposed(records.household(reference)));
        lateThenAnsweredBy(MANAGER, reference, "task_approveOutside", OutsideForms.approved());
        assertThat(running(reference)).isFalse();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("out-of-borough-placement");
    }
}
