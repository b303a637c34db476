package org.threshold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.IntegrationTest;
import org.threshold.audit.store.AuditGuards;

/** A database that kept its audit in one table comes to have it by month, and nothing of it is written anew. */
class AuditCarriedOverTest extends IntegrationTest {

    private static final String AS_BEFORE = """
            with entry as (
                select cast(? as text) as chain, cast(? as timestamptz) as at, 'officer' as who,
                       'step.completed' as action, 'S1' as subject, '{"b": "1", "a": "2"}'::jsonb as details,
                       'Because' as reason, 's184(3)' as provision
            ), head as (
                insert into audit_chain as c (chain, last_sequence, last_hash)
                select chain, 1, audit_hash(''::bytea, chain, 1, audit_micros(at), who, action, subject, details,
                                            reason, provision)
                  from entry
                on conflict (chain) do update
                   set last_sequence = c.last_sequence + 1,
                       last_hash = (select audit_hash(c.last_hash, e.chain, c.last_sequence + 1, audit_micros(e.at),
                                                      e.who, e.action, e.subject, e.details, e.reason, e.provision)
                                      from entry e)
                returning last_sequence, last_hash
            )
            insert into audit_entry (chain, sequence, at, who, action, subject, details, reason, provision, hash)
            select e.chain, h.last_sequence, e.at, e.who, e.action, e.subject, e.details, e.reason, e.provision,
                   h.last_hash
              from entry e cross join head h
            """;

    @Autowired
    private HikariDataSource shared;
    @Autowired
    private AuditVerifier verifier;
    @Autowired
    private AuditGuards guards;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whatWasWrittenBeforeKeepsItsHashes() {
        new JdbcTemplate(shared).execute("create database audit_carried_over");
        String url = shared.getJdbcUrl().replaceFirst("/postgres\\?.*", "/audit_carried_over");
        migrate(url, "20");
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
                url + "?currentSchema=threshold,engine", "postgres", ""));
        for (String at : new String[] {"2026-01-31 23:59:59.999999+00", "2026-02-01 00:00+00", "2026-11-20 10:00+00"}) {
            jdbc.update(AS_BEFORE, "TH-1", at);
            jdbc.update(AS_BEFORE, "", at);
        }
        String before = held(jdbc);

        migrate(url, "25");

        assertThat(held(jdbc)).isEqualTo(before);
        assertThat(jdbc.queryForList("select distinct tableoid::regclass::text from audit_entry order by 1",
                String.class)).containsExactly("audit_entry_2026_01", "audit_entry_2026_02", "audit_entry_2026_11");
        assertThat(jdbc.queryForList("""
                select sequence from (select e.*, lag(hash, 1, ''::bytea) over (partition by chain order by sequence)
                                             as before from audit_entry e) e
                 where hash <> audit_hash(before, chain, sequence, audit_micros(at), who, via, address, action, subject,
                                          details, reason, provision)""")).isEmpty();
    }

    private static String held(JdbcTemplate jdbc) {
        return String.join("\n", jdbc.queryForList("select concat_ws('|', chain, sequence, at, who, action, details,"
                + " reason, provision, hash) from audit_entry order by chain, sequence", String.class));
    }

    private static void migrate(String url, String to) {
        Flyway.configure().dataSource(url, "postgres", "").schemas("threshold", "engine").defaultSchema("threshold")
                .locations("classpath:db/migration", "classpath:org/threshold/process/migration").target(to)
                .initSql("set time zone 'UTC'; set search_path to threshold, engine").load().migrate();
    }

    @Test
    void theComingMonthsAreReadyAndAMonthIsMadeOnce() {
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        assertThat(guards.hasMonth(now.plusMonths(3))).isTrue();
        assertThat(transaction.<Boolean>execute(status -> guards.makeMonth(now.plusMonths(3)))).isFalse();

        YearMonth far = now.plusYears(40);
        assertThat(transaction.<Boolean>execute(status -> guards.makeMonth(far))).isTrue();
        assertThat(guards.hasMonth(far)).isTrue();
        assertThat(guards.unguarded()).isEmpty();
        assertThat(verifier.verify("")).isEmpty();
    }
}
