package org.threshold.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.insight.ElementMeasures.Ageing;
import org.threshold.insight.ElementMeasures.Causes;
import org.threshold.insight.ElementMeasures.Flow;
import org.threshold.insight.ElementMeasures.Rework;
import org.threshold.process.ProcessTest;

/** Sums and percentiles over rows whose numbers can be worked out by hand; the period is January 2027. */
class StepMeasuresTest extends ProcessTest {

    private static final String OWN_TEAM = "measured-team";
    private static final long DAY = 86_400;

    @Autowired
    private StepMeasures measures;

    @BeforeEach
    void rowsOfATeamOfTheirOwn() {
        jdbc.sql("delete from step_measure where team = ?").param(OWN_TEAM).update();
        signIn(LEADER);
    }

    @Test
    void percentilesInterpolateBetweenTheFinishedStepsOfThePeriod() {
        for (int days = 1; days <= 5; days++) {
            ended("p" + days, "task_a", "2027-01-10", days, 1, "amy", 1, "officer");
        }
        ended("before", "task_a", "2026-12-31", 90, 1, "amy", 1, "officer");

        ElementMeasures found = only(measures.perElement(january()));

        assertThat(found.finished()).isEqualTo(5);
        assertThat(found.waiting().p50()).isEqualTo(3 * DAY);
        assertThat(found.waiting().p85()).isCloseTo(4.4 * DAY, within(0.01));
        assertThat(found.waiting().p90()).isCloseTo(4.6 * DAY, within(0.01));
        assertThat(found.waiting().max()).isEqualTo(5 * DAY);
        assertThat(found.total().p50()).isEqualTo(4 * DAY);
        assertThat(found.delay()).isEqualTo(15 * DAY);
        assertThat(found.ageing().expectation()).isCloseTo(5.4 * DAY, within(0.01));
    }

    @Test
    void whatTheLawOrSomebodyElseTakesIsNotPutDownToAnOfficer() {
        ended("c1", "task_a", "2027-01-10", 2, 3, "amy", 1, "officer");
        ended("c2", "task_a", "2027-01-10", 10, 5, "amy", 1, "statutory");
        ended("c3", "task_a", "2027-01-10", 4, 0, "amy", 1, "applicant");
        ended("c4", "task_a", "2027-01-10", 0, 7, "amy", 1, "third-party");
        jdbc.sql("update step_measure set on_hold_seconds = 6 * 86400, applicant_seconds = 86400, "
                + "third_party_seconds = 2 * 86400 where step_id = 'c1'").update();

        assertThat(only(measures.perElement(january())).causes())
                .isEqualTo(new Causes(15 * DAY, 5 * DAY, 9 * DAY, 3 * DAY, 2 * DAY, 3 * DAY));
    }

    @Test
    void laterPassesAreReworkByTheSameOrAnotherOfficer() {
        ended("r1", "task_a", "2027-01-10", 1, 1, "amy", 1, "officer");
        ended("r2", "task_a", "2027-01-12", 1, 2, "amy", 2, "officer");
        ended("r3", "task_a", "2027-01-14", 1, 3, "ben", 3, "officer");
        jdbc.sql("update step_measure set handovers = 2, ping_pongs = 1 where step_id = 'r3'").update();

        assertThat(only(measures.perElement(january())).rework()).isEqualTo(new Rework(2, 1, 1, 7 * DAY, 2, 1));
    }

    @Test
    void openStepsAreMeasuredAgainstWhatFinishedOnesTook() {
        ended("o1", "task_a", "2027-01-10", 2, 2, "amy", 1, "officer");
        open("o2", "2027-01-30T09:00:00Z");
        open("o3", "2027-01-22T09:00:00Z");

        ElementMeasures found = only(measures.perElement(january()));

        assertThat(found.ageing()).isEqualTo(new Ageing(4 * DAY, 1, 10 * DAY));
        assertThat(found.flow()).isEqualTo(new Flow(3, 1, 0, 2));
        assertThat(found.flow().net()).isEqualTo(2);
        // Waiting of the finished one, and until now of the open ones.
        assertThat(found.delay()).isEqualTo((2 + 2 + 10) * DAY);
    }

    @Test
    void whatIsLateIsSaidWithWhatWasGivenANewDate() {
        ended("d1", "task_a", "2027-01-10", 1, 1, "amy", 1, "officer");
        ended("d2", "task_a", "2027-01-20", 1, 1, "amy", 1, "officer");
        jdbc.sql("update step_measure set due_at = '2027-01-16T00:00:00Z', redated = 1 where team = ?")
                .param(OWN_TEAM).update();

        ElementMeasures.Dues dues = only(measures.perElement(january())).dues();

        assertThat(dues.due()).isEqualTo(2);
        assertThat(dues.overdue()).isEqualTo(1);
        assertThat(dues.daysOverP50()).isCloseTo(4, within(0.001));
        assertThat(dues.redated()).isEqualTo(2);
    }

    @Test
    void aFilterLeavesOutTheRestAndTheWorstElementComesFirst() {
        ended("f1", "task_a", "2027-01-10", 1, 1, "amy", 1, "officer");
        ended("f2", "task_b", "2027-01-10", 9, 1, "amy", 1, "officer");

        assertThat(measures.perElement(january())).extracting(ElementMeasures::elementId)
                .containsExactly("task_b", "task_a");
        assertThat(measures.perElement(january().ofLane("URGENT"))).isEmpty();
        assertThat(measures.perElement(january().ofLane("STANDARD").ofOffice("Hill Office").ofHouseholds("SINGLE")
                .ofProcess("measured"))).hasSize(2);
    }

    private static MeasureFilter january() {
        return MeasureFilter.between(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 1)).ofTeam(OWN_TEAM);
    }

    private static ElementMeasures only(List<ElementMeasures> found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void ended(String step, String element, String day, int waitingDays, int heldDays, String by, int pass,
                       String waitsFor) {
        insert(step, element, day + "T00:00:00Z", "ENDED", waitsFor, pass);
        jdbc.sql("""
                update step_measure set created_at = ended.at - make_interval(days => :waiting + :held),
                    ended_at = ended.at, ended_how = 'COMPLETED', ended_by = :by, state = 'ENDED', since = ended.at,
                    waiting_seconds = :waiting * 86400, held_seconds = :held * 86400
                from (select :day::timestamptz as at) ended where step_id = :step""")
                .param("waiting", waitingDays).param("held", heldDays).param("by", by)
                .param("day", day + "T00:00:00Z").param("step", step).update();
    }

    private void open(String step, String since) {
        insert(step, "task_a", since, "WAITING", "officer", 1);
    }

    private void insert(String step, String element, String at, String state, String waitsFor, int pass) {
        jdbc.sql("""
                insert into step_measure (step_id, case_reference, process_key, process_version, first_element_id,
                    element_id, team, lane, household_type, office, created_at, state, since, waits_for, pass, ended_at,
                    ended_how)
                values (:step, 'TH-999001-X', 'measured', 1, :element, :element, :team, 'STANDARD', 'SINGLE',
                    'Hill Office', :at::timestamptz, :state, :at::timestamptz, :waitsFor, :pass,
                    case when :state = 'ENDED' then :at::timestamptz end,
                    case when :state = 'ENDED' then 'COMPLETED' end)""")
                .param("step", step).param("element", element).param("team", OWN_TEAM).param("at", at)
                .param("state", state).param("waitsFor", waitsFor).param("pass", pass).update();
    }
}
