package org.threshold.board.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.board.Alert;
import org.threshold.board.AlertMeasure;
import org.threshold.board.AlertThreshold;

/** The tables {@code board_alert} and {@code board_threshold}, and what they are measured against. */
@Repository
public class BoardAlertStore {

    private static final String READINGS = """
            select team, count(*) filter (where due_at < :now) as overdue,
                   count(*) filter (where owner is null) as unowned,
                   count(distinct case_reference) filter (where clock_last_day between :today and :until) as clocks
              from worklist_step where not %s group by team
            """.formatted(Sight.restricted("worklist_step.case_reference"));

    private static final String READING = "unnest(cast(:measures as text[]), cast(:teams as text[]),"
            + " cast(:values as int[])) as reading(measure, team, value)";

    private static final String FOLLOW = """
            update board_alert alert set value = reading.value, highest = greatest(alert.highest, reading.value),
                   resolved_at = case when reading.value < bound.clear_below then cast(:now as timestamptz) end
              from %s join board_threshold bound on bound.measure = reading.measure
             where alert.measure = reading.measure and alert.team = reading.team and alert.resolved_at is null
            """.formatted(READING);

    private static final String RAISE = """
            insert into board_alert (measure, team, raised_at, value, highest)
            select reading.measure, reading.team, :now, reading.value, reading.value
              from %s join board_threshold bound on bound.measure = reading.measure
             where reading.value > bound.raise_above
            on conflict (measure, team) where resolved_at is null do nothing
            """.formatted(READING);

    private final JdbcClient jdbc;

    BoardAlertStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param team key; empty for the whole service */
    public record Reading(AlertMeasure measure, String team, int value) {
    }

    /** @param clocks cases with a statutory clock that ends from today until then */
    public record Counts(String team, int overdue, int unowned, int clocks) {
    }

    /** Of each team with open steps; what is restricted is left out. */
    public List<Counts> counts(Instant now, LocalDate today, LocalDate until) {
        return jdbc.sql(READINGS).param("now", Timestamp.from(now)).param("today", today).param("until", until)
                .query((row, n) -> new Counts(row.getString("team"), row.getInt("overdue"), row.getInt("unowned"),
                        row.getInt("clocks"))).list();
    }

    /** Of these cases, those that are not restricted. */
    public List<String> unrestricted(Collection<String> references) {
        return jdbc.sql("select reference from unnest(cast(:cases as text[])) as asked(reference) where not "
                        + Sight.restricted("asked.reference"))
                .param("cases", references.toArray(String[]::new)).query(String.class).list();
    }

    /** Follows, resolves and raises; two statements, however many numbers there are. */
    public void take(List<Reading> readings, Instant now) {
        for (String change : List.of(FOLLOW, RAISE)) {
            jdbc.sql(change).param("now", Timestamp.from(now))
                    .param("measures", readings.stream().map(each -> each.measure().name()).toArray(String[]::new))
                    .param("teams", readings.stream().map(Reading::team).toArray(String[]::new))
                    .param("values", readings.stream().map(Reading::value).toArray(Integer[]::new)).update();
        }
    }

    /** Those that stand, and those resolved since; newest first. */
    public List<Alert> since(Instant resolvedSince) {
        return jdbc.sql("select * from board_alert where resolved_at is null or resolved_at >= :since"
                        + " order by resolved_at nulls first, raised_at desc, id")
                .param("since", Timestamp.from(resolvedSince)).query(BoardAlertStore::alert).list();
    }

    /**
     * What a morning's message has to tell: raised and never told; unacknowledged and not told of for its interval of
     * days in London; and resolved after it was told of.
     */
    public List<Alert> toTell(LocalDate today) {
        return jdbc.sql("""
                select alert.* from board_alert alert join board_threshold bound on bound.measure = alert.measure
                 where (alert.resolved_at is null and (alert.told_at is null or alert.acknowledged_at is null
                            and (alert.told_at at time zone 'Europe/London')::date + bound.remind_after_days <= :today))
                    or (alert.resolved_at is not null and alert.told_at is not null
                        and alert.resolution_told_at is null)
                 order by alert.resolved_at nulls first, alert.raised_at, alert.id""")
                .param("today", today).query(BoardAlertStore::alert).list();
    }

    /** What the day's message told of and is still so: not what somebody has acknowledged since. */
    public List<Alert> toldOn(LocalDate day) {
        return jdbc.sql("""
                select * from board_alert
                 where (told_at at time zone 'Europe/London')::date = :day and acknowledged_at is null
                    or (resolution_told_at at time zone 'Europe/London')::date = :day
                 order by resolved_at nulls first, raised_at, id""")
                .param("day", day).query(BoardAlertStore::alert).list();
    }

    public void told(Collection<Long> ids, Instant now) {
        jdbc.sql("""
                update board_alert set
                       told_at = case when resolved_at is null then cast(:now as timestamptz) else told_at end,
                       resolution_told_at = case when resolved_at is not null then cast(:now as timestamptz) end
                 where id = any(:ids)""").param("now", Timestamp.from(now))
                .param("ids", ids.toArray(Long[]::new)).update();
    }

    /** @return key of its team; empty list when it is resolved, was acknowledged already, or never was */
    public List<String> acknowledge(long id, Collection<String> teams, String by, String words, Instant now) {
        return jdbc.sql("update board_alert set acknowledged_at = :now, acknowledged_by = :by, acknowledgement = :words"
                        + " where id = :id and team = any(:teams) and resolved_at is null and acknowledged_at is null"
                        + " returning measure")
                .param("now", Timestamp.from(now)).param("by", by).param("words", words).param("id", id)
                .param("teams", teams.toArray(String[]::new)).query(String.class).list();
    }

    public List<AlertThreshold> thresholds() {
        return jdbc.sql("select * from board_threshold").query((row, n) -> new AlertThreshold(
                AlertMeasure.valueOf(row.getString("measure")), row.getInt("raise_above"), row.getInt("clear_below"),
                row.getInt("remind_after_days"))).list();
    }

    public void change(AlertThreshold bound, String by, Instant now) {
        jdbc.sql("update board_threshold set raise_above = ?, clear_below = ?, remind_after_days = ?, changed_by = ?,"
                + " changed_at = ? where measure = ?").params(bound.raiseAbove(), bound.clearBelow(),
                bound.remindAfterDays(), by, Timestamp.from(now), bound.measure().name()).update();
    }

    private static Alert alert(ResultSet row, int number) throws SQLException {
        return new Alert(row.getLong("id"), AlertMeasure.valueOf(row.getString("measure")), row.getString("team"),
                instant(row, "raised_at"), row.getInt("value"), row.getInt("highest"), instant(row, "told_at"),
                instant(row, "acknowledged_at"), row.getString("acknowledged_by"), row.getString("acknowledgement"),
                instant(row, "resolved_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
