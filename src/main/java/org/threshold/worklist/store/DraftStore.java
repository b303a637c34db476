package org.threshold.worklist.store;

import static org.threshold.worklist.store.Columns.at;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What officers have typed and not yet submitted: one draft for each step and officer. */
@Repository
public class DraftStore {

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param answersJson what the browser sent, by field name */
    public record Draft(String answersJson, Instant savedAt) {
    }

    public void save(String stepId, String officer, String answersJson, Instant at) {
        jdbc.sql("""
                insert into step_draft (step_id, officer, answers, saved_at)
                values (:step, :officer, :answers::jsonb, :at)
                on conflict (step_id, officer) do update set answers = excluded.answers, saved_at = excluded.saved_at""")
                .param("step", stepId).param("officer", officer).param("answers", answersJson).param("at", at(at))
                .update();
    }

    public Optional<Draft> find(String stepId, String officer) {
        return jdbc.sql("select answers, saved_at from step_draft where step_id = :step and officer = :officer")
                .param("step", stepId).param("officer", officer)
                .query((row, n) -> new Draft(row.getString("answers"), Columns.instant(row, "saved_at"))).optional();
    }

    public void discard(String stepId, String officer) {
        jdbc.sql("delete from step_draft where step_id = :step and officer = :officer")
                .param("step", stepId).param("officer", officer).update();
    }
}
