package org.threshold.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.threshold.IntegrationTest;

/** A database that kept contact details on the case comes to have them by person, and loses none. */
class ContactCarriedOverTest extends IntegrationTest {

    private static final String OLD_CASE = """
            insert into case_file (reference, opened_at, opened_by, channel, team, status, status_since, reason, phone,
                email, address, postcode, contact_method, contact_safety, language, needs, flags, version)
            values (?, '2026-03-29 23:30+00', 'officer', 'WALK_IN', 'north', 'RELIEF', now(), 'Asked to leave', ?, ?, ?,
                ?, ?, ?, 'English', '{}', ?::text[], 1)""";

    @Autowired
    private HikariDataSource shared;

    @Test
    void everythingThatWasOnTheCaseIsOnItsApplicant() {
        new JdbcTemplate(shared).execute("create database contact_carried_over");
        String url = shared.getJdbcUrl().replaceFirst("/postgres\\?.*", "/contact_carried_over");
        migrate(url, "19.2");
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url + "?currentSchema=threshold,engine",
                "postgres", ""));
        jdbc.update(OLD_CASE, "TH-100001-K", "+447700900111", "a@example.org", "1 Old Road\r\nLeicester", "LE1 1AA",
                "TEXT", "After 6pm", "{DO_NOT_WRITE,RISK_FROM_OTHERS}");
        jdbc.update(OLD_CASE, "TH-100002-M", null, "", " ", "LE2 7TF", null, null, "{}");
        jdbc.update(OLD_CASE, "TH-100003-P", null, null, null, null, null, null, "{}");
        jdbc.update("insert into household_member (case_reference, main_applicant, relationship, given_name, family_name,"
                + " given_key, family_key, in_education, version) select reference, main, case when main then"
                + " 'MAIN_APPLICANT' else 'PARTNER' end, 'Kim', 'Old', 'kim', 'old', false, 1 from case_file"
                + " cross join unnest(array[true, false]) main");

        migrate(url, "24.3");

        assertThat(jdbc.queryForList("""
                select concat_ws('|', p.case_reference, p.kind, p.value, p.postcode, p.safety, p.from_day, p.ended_on,
                    p.recorded_by) from contact_point p join household_member m on m.id = p.member_id
                    and m.main_applicant order by p.id""", String.class)).containsExactlyInAnyOrder(
                "TH-100001-K|LETTERS|1 Old Road\r\nLeicester|LE1 1AA|NOT_ASKED|2026-03-30|threshold",
                "TH-100001-K|PHONE|+447700900111|NOT_ASKED|2026-03-30|threshold",
                "TH-100001-K|EMAIL|a@example.org|NOT_ASKED|2026-03-30|threshold",
                "TH-100002-M|LETTERS|LE2 7TF|NOT_ASKED|2026-03-30|threshold");
        assertThat(jdbc.queryForList("select concat_ws('|', case_reference, kind, only_by, method, safe_when) from"
                + " contact_rule where ended_on is null order by id", String.class)).containsExactlyInAnyOrder(
                "TH-100001-K|WAY|f|TEXT|After 6pm", "TH-100001-K|DO_NOT_WRITE|f");
        assertThat(jdbc.queryForObject("select flags::text || case_flags(reference, flags)::text from case_file where"
                + " reference = 'TH-100001-K'", String.class))
                .isEqualTo("{RISK_FROM_OTHERS}{RISK_FROM_OTHERS,DO_NOT_WRITE}");
        assertThat(jdbc.queryForObject("select count(*) from contact_point", Long.class)).isEqualTo(4);
    }

    private static void migrate(String url, String to) {
        Flyway.configure().dataSource(url, "postgres", "").schemas("threshold", "engine").defaultSchema("threshold")
                .locations("classpath:db/migration", "classpath:org/threshold/process/migration").target(to)
                .initSql("set time zone 'UTC'; set search_path to threshold, engine").load().migrate();
    }
}
