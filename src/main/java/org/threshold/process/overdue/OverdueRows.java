package org.threshold.process.overdue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.worklist.OverdueBoard.Rung;

/** The table {@code overdue_step}. */
@Repository
class OverdueRows {

    private final JdbcClient jdbc;

    OverdueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(OverdueStep step) {
        jdbc.sql("""
                        insert into overdue_step (id, step_id, case_reference, process_key, element_id, step_name, team,
                            owner, lane, due_at, raised_at, rung, rung_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(step.id(), step.stepId(), step.caseReference(), step.processKey(), step.elementId(),
                        step.stepName(), step.team(), step.owner(), step.lane(), utc(step.dueAt()),
                        utc(step.raisedAt()), step.rung().name(), utc(step.rungAt()))
                .update();
    }

    void ladderBegan(UUID id, String processInstanceId) {
        jdbc.sql("update overdue_step set ladder_instance_id = ? where id = ?").params(processInstanceId, id).update();
    }

    void climbed(UUID id, Rung rung, Instant at) {
        jdbc.sql("""
                        update overdue_step set rung = :rung, rung_at = :at,
                            repeats = repeats + case when :rung = 'REPEATED' then 1 else 0 end
                        where id = :id""")
                .param("rung", rung.name()).param("at", utc(at)).param("id", id)
                .update();
    }

    void acted(UUID id, String action, String cause, String owner, Instant dueAt, Instant lookAgainAt) {
        jdbc.sql("""
                        update overdue_step set action = ?, cause = ?, owner = ?, due_at = ?, look_again_at = ?
                        where id = ?""")
                .params(action, cause, owner, utc(dueAt), utc(lookAgainAt), id)
                .update();
    }

    /** Ends what is open for these steps; returns the process instances of their ladders. */
    List<String> end(Collection<String> stepIds, Instant at) {
        return jdbc.sql("""
                        update overdue_step set ended_at = ? where step_id = any(?) and ended_at is null
                        returning ladder_instance_id""")
                .params(utc(at), stepIds.toArray(String[]::new))
                .query((row, n) -> row.getString(1)).list().stream().filter(Objects::nonNull).toList();
    }

    /** Steps that are not open any more, although their ladder goes on. */
    List<String> leftOver() {
        return jdbc.sql("""
                        select distinct step_id from overdue_step where ended_at is null
                            and not exists (select from worklist_step where worklist_step.step_id = overdue_step.step_id)
                        """)
                .query(String.class).list();
    }

    Optional<OverdueStep> find(UUID id) {
        return jdbc.sql("select * from overdue_step where id = ?").param(id).query(OverdueRows::read).optional();
    }

    List<OverdueStep> openOf(Collection<String> teams, Instant now) {
        return jdbc.sql("""
                        select * from overdue_step where team = any(?) and ended_at is null and due_at <= ?
                        order by raised_at, id""")
                .params(teams.toArray(String[]::new), utc(now))
                .query(OverdueRows::read).list();
    }

    private static OverdueStep read(ResultSet row, int number) throws SQLException {
        return new OverdueStep(row.getObject("id", UUID.class), row.getString("step_id"),
                row.getString("case_reference"), row.getString("process_key"), row.getString("element_id"),
                row.getString("step_name"), row.getString("team"), row.getString("owner"), row.getString("lane"),
                instant(row, "due_at"), instant(row, "raised_at"), Rung.valueOf(row.getString("rung")),
                instant(row, "rung_at"), instant(row, "look_again_at"), instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
