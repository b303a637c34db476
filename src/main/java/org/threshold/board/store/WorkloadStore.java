package org.threshold.board.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.board.InAndOut;
import org.threshold.board.Load;

/** The SQL of the workload; counts no step of a case that is hidden from whoever asks. */
@Repository
public class WorkloadStore {

    private static final String HELD = """
            select team, owner, count(*) as open, count(*) filter (where due_at < :now) as overdue,
                   count(*) filter (where due_at >= :now and due_at < :until) as due,
                   count(*) filter (where hold_until > :today) as on_hold, min(created_at) as oldest
              from worklist_step where %s group by team, owner
            """.formatted(Sight.of("worklist_step.case_reference"));

    /** The team's own numbers stand under nobody's name. */
    private static final String MOVED = """
            with step as (select * from step_measure where (ended_at is null or ended_at >= :month) and %s),
                 passage as (
                     select team, '' as who, created_at as came, null::timestamptz as went from step
                     union all select team, '', null, ended_at from step
                     union all select team, coalesce(owner, last_holder), first_picked_up_at, null from step
                     union all select team, ended_by, null, ended_at from step)
            select team, who, count(*) filter (where came >= :week) as in7,
                   count(*) filter (where went >= :week) as out7, count(*) filter (where came >= :month) as in28,
                   count(*) filter (where went >= :month) as out28
              from passage where who is not null group by team, who
            """.formatted(Sight.of("step_measure.case_reference"));

    private static final String WHEREABOUTS = """
            select step_id, name, case_reference, owner, false as ended from worklist_step
             where step_id = any(:steps) and %s
            union all select step_id, name, case_reference, ended_by, true from step_answer
             where step_id = any(:steps) and %s order by name, case_reference
            """.formatted(Sight.of("worklist_step.case_reference"), Sight.of("step_answer.case_reference"));

    private final JdbcClient jdbc;
    private final Sight sight;

    WorkloadStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** @param owner null for what nobody holds */
    public record HeldLoad(String team, String owner, Load load) {
    }

    /** @param who username, or empty for the team */
    public record Moved(String team, String who, InAndOut flow) {
    }

    /** @param who who holds the step, or ended it; null where nobody holds it */
    public record Whereabouts(String stepId, String name, String caseReference, String who, boolean ended) {
    }

    public List<HeldLoad> held(Instant now, LocalDate today, Instant until) {
        return jdbc.sql(HELD).params(sight.parameters()).param("now", Timestamp.from(now)).param("today", today)
                .param("until", Timestamp.from(until)).query(WorkloadStore::held).list();
    }

    public List<Moved> moved(Instant now) {
        return jdbc.sql(MOVED).params(sight.parameters())
                .param("week", Timestamp.from(now.minus(Duration.ofDays(7))))
                .param("month", Timestamp.from(now.minus(Duration.ofDays(28))))
                .query((row, n) -> new Moved(row.getString("team"), row.getString("who"), new InAndOut(
                        row.getInt("in7"), row.getInt("out7"), row.getInt("in28"), row.getInt("out28")))).list();
    }

    /** Where these steps are now, open or ended. */
    public List<Whereabouts> whereabouts(Collection<String> stepIds) {
        return jdbc.sql(WHEREABOUTS).params(sight.parameters()).param("steps", stepIds.toArray(String[]::new))
                .query((row, n) -> new Whereabouts(row.getString("step_id"), row.getString("name"),
                        row.getString("case_reference"), row.getString("owner"), row.getBoolean("ended"))).list();
    }

    private static HeldLoad held(ResultSet row, int number) throws SQLException {
        return new HeldLoad(row.getString("team"), row.getString("owner"), new Load(row.getInt("open"),
                row.getInt("overdue"), row.getInt("due"), row.getInt("on_hold"),
                row.getTimestamp("oldest").toInstant()));
    }
}
