package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.casepage.Desk.Answer;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;
import org.threshold.homelessness.Duties;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyKind;

/** The start of a duty, put right over HTTP. */
class DutyCorrectionPageTest extends CasePageTest {

    @Autowired
    private Duties duties;
    @Autowired
    private StatutoryClocks clocks;
    @Autowired
    private JdbcClient jdbc;

    private LocalDate today;
    private String page;

    @BeforeEach
    void accept() {
        today = LocalDate.now(clock);
        page = "/cases/" + reference + "/duties/correct";
    }

    @Test
    void theDutyAndItsClockMoveAndTheEarlierBeliefIsShown() {
        duties.accept(reference, DutyKind.RELIEF, today);
        LocalDate day = today.minusDays(20);

        Answer saved = correct(DutyKind.RELIEF, today, day, "Satisfied at the interview, typed in late");

        assertThat(saved.status()).as(saved.text()).isEqualTo(302);
        assertThat(desk.follow(saved).text()).contains("The relief duty now counts from");
        assertThat(duties.running(reference, DutyKind.RELIEF).map(Duty::startedOn)).contains(day);
        assertThat(clocks.running(reference, ClockKind.RELIEF_DUTY).map(StatutoryClock::period).orElseThrow().lastDay())
                .isEqualTo(day.plusDays(55));
        assertThat(desk.get(page).text()).contains("believed: from", "Corrected by Olive Demo",
                "Satisfied at the interview, typed in late");
        assertThat(desk.get("/cases/" + reference + "/timeline").text()).contains("Relief duty: start corrected from",
                "Clock corrected");
        assertThat(jdbc.sql("select details ->> 'to' from audit_entry where chain = ? and action = 'duty.startCorrected'")
                .param(reference.value()).query(String.class).single()).isEqualTo(day.toString());
    }

    @Test
    void mistakesAreSaidAndNothingMoves() {
        duties.accept(reference, DutyKind.PREVENTION, today);
        assertThat(correct(DutyKind.PREVENTION, today, today.plusDays(1), "Wrong").text())
                .contains("must be today or in the past");
        assertThat(correct(DutyKind.PREVENTION, today, today, "Wrong").text())
                .contains("recorded from that day already");
        assertThat(correct(DutyKind.PREVENTION, today, today.minusDays(1), " ").text())
                .contains("Enter why the day was wrong");
        assertThat(correct(DutyKind.PREVENTION, today.minusDays(4), today.minusDays(1), "Wrong").text())
                .contains("Someone else changed this duty");
        assertThat(correct(DutyKind.RELIEF, today, today.minusDays(1), "Wrong").text())
                .contains("Someone else changed this duty");
        assertThat(desk.post(page, "why", "Wrong").text()).contains("Enter the day the council was satisfied",
                "Open this page again");
        assertThat(desk.post(page, "ended", "1").status()).isEqualTo(400);
        assertThat(duties.running(reference, DutyKind.PREVENTION).map(Duty::startedOn)).contains(today);
    }

    @Test
    void withoutADutyThereIsNothingToCorrectAndAnAnalystMayNot() {
        assertThat(desk.get(page).text()).contains("there is nothing to correct");
        Desk analyst = Desk.signedIn(port, "analyst");
        analyst.get("/processes");
        assertThat(analyst.get(page).status()).isEqualTo(403);
        assertThat(analyst.post(page, "why", "x").status()).isEqualTo(403);
    }

    private Answer correct(DutyKind kind, LocalDate believed, LocalDate day, String why) {
        return desk.post(page, "duty", kind.name(), "believed", believed.toString(), "why", why,
                "satisfiedOn-day", day.getDayOfMonth() + "", "satisfiedOn-month", day.getMonthValue() + "",
                "satisfiedOn-year", day.getYear() + "");
    }
}
