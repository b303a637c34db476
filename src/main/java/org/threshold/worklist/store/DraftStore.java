package org.threshold.worklist.store;

import static org.threshold.worklist.store.Columns.at;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;

/**
 * What officers have typed and not yet submitted: one draft for each step and officer. What somebody typed into a step
 * whose case has been hidden from them since is not shown to them either.
 */
@Repository
public class DraftStore {

    private static final String SEEN = Sight.of("of_step.case_reference");

    private final JdbcClient jdbc;
    private final Sight sight;

    DraftStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
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
        return jdbc.sql("""
                select answers, saved_at from step_draft where step_id = :step and officer = :officer and not exists (
                    select from (select case_reference from worklist_step where step_id = :step
                        union all select case_reference from step_answer where step_id = :step) of_step
                    where not\s""" + SEEN + ")")
                .params(sight.parameters()).param("step", stepId).param("officer", officer)
                .query((row, n) -> new Draft(row.getString("answers"), Columns.instant(row, "saved_at"))).optional();
    }

    public void discard(String stepId, String officer) {
        jdbc.sql("delete from step_draft where step_id = :step and officer = :officer")
                .param("step", stepId).param("officer", officer).update();
    }

    /** What others than these people have typed into the steps of a case, open or ended. */
    public void discardOfOthers(String caseReference, Collection<String> usernames) {
        jdbc.sql("""
                delete from step_draft where not officer = any(:names) and step_id in (
                    select step_id from worklist_step where case_reference = :case
                    union all select step_id from step_answer where case_reference = :case)""")
                .param("names", usernames.toArray(String[]::new)).param("case", caseReference).update();
    }
}
