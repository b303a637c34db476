package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;
import org.threshold.web.Caller.Reply;

/** The deadline calculator, for people and for programs, and the calendar's page. */
class ClockPagesTest extends IntegrationTest {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void anOfficerCalculatesADeadline() {
        Caller officer = Caller.signedIn(port, "officer");

        assertThat(officer.get("/clocks/calculator").status()).isEqualTo(200);
        Reply reply = officer.get("/clocks/calculator?kind=RELIEF_DUTY&trigger.day=1&trigger.month=6&trigger.year=2026");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("Sunday 26 July 2026", "Monday 1 June 2026", "s189B(2)",
                "The last day falls on a weekend", "eriod of 56 days beginning with the day");
        assertThat(officer.get("/clocks/calculator?kind=ASSESSMENT&trigger=2026-06-01").text())
                .contains("The rule sets no number of days");
    }

    @Test
    void aProgramCalculatesADeadline() {
        String basic = Base64.getEncoder().encodeToString("analyst:demo".getBytes(StandardCharsets.UTF_8));

        Reply reply = Caller.stranger(port).send("GET", "/api/clocks/calculate?kind=COUNTY_COURT_APPEAL"
                + "&trigger=2026-06-01", null, new byte[0], "Authorization", "Basic " + basic);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("\"kind\":\"COUNTY_COURT_APPEAL\"", "\"firstDay\":\"2026-06-02\"",
                "\"lastDay\":\"2026-06-22\"", "\"wording\":\"within 21 days of the day\"", "\"provision\":\"s204(2)\"");
    }

    @Test
    void anAdministratorClosesADayAndTakesItBack() {
        Caller admin = Caller.signedIn(port, "admin");

        Reply changed = admin.post("/administration/calendar", "day.day", "10", "day.month", "6", "day.year", "2027",
                "change", "close", "reason", "Office move <b>");
        assertThat(changed.status()).isEqualTo(302);
        Reply page = admin.get("/administration/calendar");
        assertThat(page.text()).contains("The calendar was changed", "Thursday 10 June 2027", "Closed",
                "Office move <b>");
        assertThat(admin.get("/clocks/calculator?kind=MAIN_DUTY_DECISION_EXTENDED&trigger=2027-06-01").text())
                .contains("Wednesday 23 June 2027");

        assertThat(admin.post("/administration/calendar/remove", "day", "2027-06-10").status()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from working_day_override").query(Long.class).single()).isZero();
        assertThat(admin.get("/clocks/calculator?kind=MAIN_DUTY_DECISION_EXTENDED&trigger=2027-06-01").text())
                .contains("Tuesday 22 June 2027");
    }
}
