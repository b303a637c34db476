package org.threshold.moveon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.Barrier;
import org.threshold.moveon.BarrierKind;

/** The SQL of {@code move_on_barrier} and of how it was chased. */
@Repository
public class BarrierStore {

    private static final String BARRIERS = """
            select barrier.*, (select count(*) from move_on_barrier_chase chase where chase.barrier_id = barrier.id) as chased
            from move_on_barrier barrier
            """;

    private final JdbcClient jdbc;

    BarrierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(long moveOn, CaseReference reference, Barrier.New barrier, String by, Instant now) {
        return jdbc.sql("""
                insert into move_on_barrier (move_on_id, case_reference, kind, words, team, owner, due_on, recorded_by,
                    recorded_at)
                values (:way, :r, :kind, :words, :team, :owner, :due, :by, :at) returning id""")
                .param("way", moveOn).param("r", reference.value()).param("kind", barrier.kind().name())
                .param("words", barrier.words()).param("team", barrier.owner().team())
                .param("owner", barrier.owner().officer()).param("due", barrier.dueOn()).param("by", by)
                .param("at", Rows.at(now)).query(Long.class).single();
    }

    /** Those that stand first, by their day. */
    public List<Barrier> of(long moveOn) {
        return jdbc.sql(BARRIERS + "where move_on_id = :id order by resolved_on is not null, due_on, id")
                .param("id", moveOn).query((row, i) -> barrier(row)).list();
    }

    public Optional<Barrier> find(CaseReference reference, long id) {
        return jdbc.sql(BARRIERS + "where barrier.id = :id and case_reference = :r").param("id", id)
                .param("r", reference.value()).query((row, i) -> barrier(row)).optional();
    }

    private static Barrier barrier(ResultSet row) throws SQLException {
        return new Barrier(row.getLong("id"), row.getLong("move_on_id"),
                new CaseReference(row.getString("case_reference")), BarrierKind.valueOf(row.getString("kind")),
                row.getString("words"), row.getString("team"), row.getString("owner"), Rows.day(row, "due_on"),
                Rows.dayOf(row, "recorded_at"), row.getInt("chased"), Rows.day(row, "resolved_on"),
                row.getString("resolved_how"));
    }

    /** @return whether it stood until now */
    public boolean resolve(long id, LocalDate on, String how, String by) {
        return jdbc.sql("update move_on_barrier set resolved_on = :on, resolved_how = :how, resolved_by = :by"
                + " where id = :id and resolved_on is null").param("id", id).param("on", on).param("how", how)
                .param("by", by).update() == 1;
    }

    public void chase(Barrier barrier, Barrier.Owner owner, LocalDate due, String words, String by, Instant now) {
        jdbc.sql("""
                insert into move_on_barrier_chase (barrier_id, was_due_on, words, team, owner, due_on, recorded_by,
                    recorded_at) values (:id, :was, :words, :team, :owner, :due, :by, :at)""")
                .param("id", barrier.id()).param("was", barrier.dueOn()).param("words", words).param("team", owner.team())
                .param("owner", owner.officer()).param("due", due).param("by", by).param("at", Rows.at(now)).update();
        jdbc.sql("update move_on_barrier set team = :team, owner = :owner, due_on = :due where id = :id")
                .param("id", barrier.id()).param("team", owner.team()).param("owner", owner.officer()).param("due", due)
                .update();
    }
}
