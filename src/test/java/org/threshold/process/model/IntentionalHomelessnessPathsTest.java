package org.threshold.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Household;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.Opportunities;

/** Every path of {@code intentional-homelessness}, from the decision on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IntentionalHomelessnessPathsTest extends ModelTest {

    @Autowired
    private Opportunities opportunities;
    @Autowired
    private Duties duties;
    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private Household household;

    @Test
    void theDutyRunsUntilItsLastDayAndIsNotClosedBefore() {
        CaseReference reference = decided();
        LocalDate last = lastDay(reference);
        assertThat(open(reference)).containsExactly("task_helpFindHome");
        assertThat(status(reference)).isEqualTo(CaseStatus.INTENTIONAL_S190);

        runOut(reference, "timer_opportunityNearsEnd");
        assertThat(today()).as("ten days before the end").isEqualTo(last.minusDays(10));
        assertThat(open(reference)).containsExactly("task_decideMoreTime", "task_helpFindHome");
        answer(reference, "task_decideMoreTime", enough());
        assertThat(lettersOf(reference)).contains("s190-accommodation-ends");
        assertThat(open(reference)).containsExactly("task_helpFindHome");

        runOut(reference, "timer_opportunityEnds");

        assertThat(today()).isEqualTo(last.plusDays(1));
        assertThat(open(reference)).containsExactly("task_closeCase");
        assertThat(duty(reference).endedOn()).isEqualTo(last);
        assertThat(duty(reference).endReason()).isEqualTo(EndReason.OPPORTUNITY_OVER);
        assertThat(clocks.running(reference, ClockKind.REASONABLE_OPPORTUNITY)).isEmpty();
    }

    @Test
    void moreTimeMovesTheLastDayAndTheEndIsDecidedAgain() {
        CaseReference reference = decided();
        LocalDate last = lastDay(reference);
        runOut(reference, "timer_opportunityNearsEnd");

        answer(reference, "task_decideMoreTime", moreTime(last.plusDays(21)));

        assertThat(lastDay(reference)).isEqualTo(last.plusDays(21));
        assertThat(lettersOf(reference)).contains("s190-more-time").doesNotContain("s190-accommodation-ends");
        runOut(reference, "timer_opportunityNearsEnd");
        assertThat(today()).isEqualTo(last.plusDays(11));
    }

    @Test
    void aDecisionThatComesLateStillLeavesTimeAfterItsLetter() {
        CaseReference reference = decided();
        LocalDate last = lastDay(reference);
        runOut(reference, "timer_opportunityNearsEnd");
        late(reference, "task_decideMoreTime");
        clock.freeze(last.minusDays(2).atTime(9, 0).atZone(ZoneOffset.UTC).toInstant());

        answer(reference, "task_decideMoreTime", enough());

        assertThat(lastDay(reference)).as("seven days after the letter").isEqualTo(last.plusDays(5));
        runOut(reference, "timer_opportunityEnds");
        assertThat(duty(reference).endedOn()).isEqualTo(last.plusDays(5));
    }

    @Test
    void moreTimeMayBeGivenEvenAfterTheEndWasNotified() {
        CaseReference reference = decided();
        LocalDate last = lastDay(reference);
        runOut(reference, "timer_opportunityNearsEnd");
        answer(reference, "task_decideMoreTime", enough());

        opportunities.extend(reference, last.plusDays(30), "A child is in hospital");
        runOut(reference, "timer_opportunityEnds");

        assertThat(today()).isEqualTo(last.plusDays(31));
        assertThat(duty(reference).endedOn()).isEqualTo(last.plusDays(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 400})
    void theLastDayIsOnlyMovedLaterAndWithinAYear(int days) {
        CaseReference reference = decided();
        LocalDate to = lastDay(reference).plusDays(days);

        assertThatThrownBy(() -> opportunities.extend(reference, to, "More time")).isInstanceOf(NotPossible.class);
        runOut(reference, "timer_opportunityNearsEnd");
        assertThat(send(OFFICER, reference, "task_decideMoreTime", moreTime(to))).hasSize(1);
        assertThat(lastDay(reference)).isEqualTo(to.minusDays(days));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOUND_HOME", "WITHDREW"})
    void whoFindsAHomeOrWithdrawsEndsItBeforeItsLastDay(String reason) {
        CaseReference reference = decided();

        answer(reference, "task_helpFindHome", helped(reason));

        assertThat(open(reference)).containsExactly("task_closeCase");
        assertThat(duty(reference).endReason()).isEqualTo(EndReason.valueOf(reason));
        assertThat(duty(reference).endedOn()).isEqualTo(today());
        assertThat(lettersOf(reference)).contains("s190-accommodation-ends");
        assertThat(clocks.running(reference, ClockKind.REASONABLE_OPPORTUNITY)).isEmpty();
    }

    @Test
    void childrensServicesAreToldWhereAChildLivesThere() {
        CaseReference reference = inRelief();
        household.add(reference, Person.member(Relationship.CHILD, "Kit", "Example", LocalDate.of(2012, 3, 1)));
        runOut(reference, "timer_reliefDay56");
        decide(reference, "INTENTIONAL", FilledForms.findings("YES", "YES", "YES", "YES"));

        assertThat(open(reference)).containsExactly("task_helpFindHome", "task_tellChildrensServices");
        answer(reference, "task_tellChildrensServices",
                TellChildrensServicesPathsTest.told("AGREED", "", today().toString()));
        answer(reference, "task_helpFindHome", helped("FOUND_HOME"));
        assertThat(open(reference)).containsExactly("task_closeCase");
    }

    @Test
    void lateStepsClimb() {
        CaseReference reference = decided();
        lateThenAnswered(reference, "task_helpFindHome", helped("FOUND_HOME"));
        CaseReference other = decided();
        runOut(other, "timer_opportunityNearsEnd");
        lateThenAnswered(other, "task_decideMoreTime", enough());
        assertThat(open(other)).containsExactly("task_helpFindHome");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasCovered() {
        assertCovered("intentional-homelessness");
    }

    private CaseReference decided() {
        CaseReference reference = inRelief();
        runOut(reference, "timer_reliefDay56");
        decide(reference, "INTENTIONAL", FilledForms.findings("YES", "YES", "YES", "YES"));
        return reference;
    }

    private LocalDate lastDay(CaseReference reference) {
        return opportunities.lastDay(reference).orElseThrow();
    }

    private Duty duty(CaseReference reference) {
        return duties.of(reference).stream().filter(duty -> duty.kind() == DutyKind.S190).findFirst().orElseThrow();
    }

    private static Map<String, List<String>> enough() {
        return FilledForms.of("helpGiven", "A list of landlords and help with the deposit", "moreTime", "no",
                "opportunityReasons", "You have had four weeks and three offers.");
    }

    private static Map<String, List<String>> moreTime(LocalDate until) {
        return FilledForms.with(enough(), "moreTime", "yes", "newLastDay", until.toString());
    }

    private Map<String, List<String>> helped(String reason) {
        Map<String, List<String>> form = FilledForms.of("helpGiven", "Help with the deposit", "opportunityEnd", reason,
                "endedOn", today().toString());
        return reason.equals("WITHDREW") ? FilledForms.with(form, "withdrawalConfirmed", "yes")
                : FilledForms.with(form, "homeAddress", "5 Testing Road, Exampleton");
    }
}
