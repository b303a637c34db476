package org.threshold.board.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.worklist.OverdueBoard.Rung;

/** The SQL of the ladders that late steps climb. */
@Repository
public class EscalationStore {

    /** The leader's step belongs to the ladder's own process. */
    private static final String CLIMBING = """
            with climbing as (
                select late.rung, late.rung_at, late.raised_at, late.ladder_instance_id, step.*, %2$s as restricted,
                       count(*) over (partition by late.rung) as total,
                       row_number() over (partition by late.rung order by late.raised_at, step.step_id) as place
                  from overdue_step late join worklist_step step on step.step_id = late.step_id
                 where late.ended_at is null and late.due_at <= :now and step.team = any(:teams) and %1$s)
            select climbing.*, unblock.step_id as unblock_id from climbing
              left join worklist_step unblock on unblock.process_instance_id = climbing.ladder_instance_id
             where place <= :most order by raised_at, climbing.step_id
            """.formatted(Sight.of("step.case_reference"), Sight.restricted("step.case_reference"));

    private final JdbcClient jdbc;
    private final Sight sight;

    EscalationStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /**
     * @param total     how many stand on the same rung
     * @param unblockId the leader's step to unblock it; null while there is none
     */
    public record Climbing(Rung rung, int total, String stepId, String name, String caseReference, String team,
                           String owner, Instant dueAt, Instant reachedAt, boolean restricted, String unblockId) {
    }

    /** Longest late first; of each rung at most so many. */
    public List<Climbing> climbing(Collection<String> teams, Instant now, int most) {
        return jdbc.sql(CLIMBING).params(sight.parameters()).param("teams", teams.toArray(String[]::new))
                .param("now", Timestamp.from(now)).param("most", most).query(EscalationStore::climbing).list();
    }

    private static Climbing climbing(ResultSet row, int number) throws SQLException {
        return new Climbing(Rung.valueOf(row.getString("rung")), row.getInt("total"), row.getString("step_id"),
                row.getString("name"), row.getString("case_reference"), row.getString("team"), row.getString("owner"),
                row.getTimestamp("due_at").toInstant(), row.getTimestamp("rung_at").toInstant(),
                row.getBoolean("restricted"), row.getString("unblock_id"));
    }
}
