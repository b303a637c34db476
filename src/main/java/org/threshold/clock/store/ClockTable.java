package org.threshold.clock.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockBelief;
import org.threshold.clock.ClockKind;
import org.threshold.clock.Period;
import org.threshold.clock.StatutoryClock;

/** The tables {@code statutory_clock} and {@code statutory_clock_belief}. */
@Repository
public class ClockTable {

    private static final String[] APPLICANTS =
            ClockKind.OF_THE_APPLICANT.stream().map(Enum::name).toArray(String[]::new);
    private static final String COLUMNS = "id, case_reference, kind, about, trigger_date, first_day, last_day,"
            + " wording, provision, ended_on, end_reason";

    private final JdbcClient jdbc;

    ClockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Empty when a clock of that kind runs on the case already.
     *
     * @param about null for a clock of which only one of its kind can run
     */
    public Optional<StatutoryClock> insert(CaseReference reference, Period period, LocalDate trigger, String about,
                                           Instant at, String by) {
        return jdbc.sql("insert into statutory_clock (case_reference, kind, about, trigger_date, first_day, last_day,"
                        + " wording, provision, started_at, started_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing returning " + COLUMNS)
                .param(reference.value()).param(period.kind().name()).param(about).param(trigger)
                .param(period.firstDay())
                .param(period.lastDay()).param(period.wording()).param(period.provision())
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).param(by)
                .query(ClockTable::clock).optional();
    }

    /** Keeps the old belief and writes the new one. */
    public StatutoryClock replace(StatutoryClock old, Period period, LocalDate trigger, String why, Instant at,
                                  String by) {
        return jdbc.sql("with believed as (insert into statutory_clock_belief (clock_id, trigger_date, first_day,"
                        + " last_day, replaced_at, replaced_by, why) select id, trigger_date, first_day, last_day,"
                        + " ?, ?, ? from statutory_clock where id = ?)"
                        + " update statutory_clock set trigger_date = ?, first_day = ?, last_day = ?, wording = ?,"
                        + " provision = ? where id = ? returning " + COLUMNS)
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).param(by).param(why).param(old.id())
                .param(trigger).param(period.firstDay()).param(period.lastDay()).param(period.wording())
                .param(period.provision()).param(old.id())
                .query(ClockTable::clock).single();
    }

    /** @param kind null for every kind */
    public List<StatutoryClock> end(CaseReference reference, ClockKind kind, LocalDate on, String reason) {
        String name = kind == null ? null : kind.name();
        return jdbc.sql("update statutory_clock set ended_on = ?, end_reason = ? where case_reference = ?"
                        + " and ended_on is null and (cast(? as text) is null or kind = ?) returning " + COLUMNS)
                .param(on).param(reason).param(reference.value()).param(name).param(name)
                .query(ClockTable::clock).list();
    }

    /** Empty when it has ended already. */
    public Optional<StatutoryClock> end(long id, LocalDate on, String reason) {
        return jdbc.sql("update statutory_clock set ended_on = ?, end_reason = ? where id = ? and ended_on is null"
                        + " returning " + COLUMNS)
                .param(on).param(reason).param(id).query(ClockTable::clock).optional();
    }

    /** Running ones first, then by last day. */
    public List<StatutoryClock> of(CaseReference reference) {
        return jdbc.sql("select " + COLUMNS + " from statutory_clock where case_reference = ?"
                        + " order by ended_on is not null, last_day nulls last, id")
                .param(reference.value()).query(ClockTable::clock).list();
    }

    public Optional<StatutoryClock> running(CaseReference reference, ClockKind kind) {
        return jdbc.sql("select " + COLUMNS + " from statutory_clock where case_reference = ? and kind = ?"
                        + " and ended_on is null order by trigger_date desc, id desc limit 1")
                .param(reference.value()).param(kind.name()).query(ClockTable::clock).optional();
    }

    public Optional<StatutoryClock> nearest(CaseReference reference) {
        return jdbc.sql("select " + COLUMNS + " from statutory_clock where case_reference = ? and ended_on is null"
                        + " and last_day is not null and kind <> all (?) order by last_day, id limit 1")
                .param(reference.value()).param(APPLICANTS).query(ClockTable::clock).optional();
    }

    /** Oldest first. */
    public List<ClockBelief> beliefs(long clockId) {
        return jdbc.sql("select trigger_date, first_day, last_day, replaced_at, replaced_by, why"
                        + " from statutory_clock_belief where clock_id = ? order by id")
                .param(clockId)
                .query((row, n) -> new ClockBelief(day(row, "trigger_date"), day(row, "first_day"),
                        day(row, "last_day"), row.getObject("replaced_at", OffsetDateTime.class).toInstant(),
                        row.getString("replaced_by"), row.getString("why")))
                .list();
    }

    private static StatutoryClock clock(ResultSet row, int number) throws SQLException {
        Period period = new Period(ClockKind.valueOf(row.getString("kind")), day(row, "first_day"),
                day(row, "last_day"), row.getString("wording"), row.getString("provision"));
        return new StatutoryClock(row.getLong("id"), new CaseReference(row.getString("case_reference")), period,
                day(row, "trigger_date"), row.getString("about"), day(row, "ended_on"), row.getString("end_reason"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
