package org.threshold.homelessness.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.PlanReviews;

/** The SQL of {@code housing_plan_step_review}. */
@Repository
public class PlanReviewStore {

    private final JdbcClient jdbc;

    PlanReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All steps in one statement. */
    public void insert(CaseReference reference, int version, List<PlanReviews.Taken> taken, String by, Instant now) {
        jdbc.sql("""
                insert into housing_plan_step_review (case_reference, plan_version, position, done, by_whom, words,
                    recorded_by, recorded_at)
                select :reference, :version, t.position, t.done, t.by_whom, nullif(t.words, ''), :by,
                    cast(:at as timestamptz)
                from unnest(cast(:positions as int[]), cast(:done as text[]), cast(:whom as text[]),
                    cast(:words as text[])) as t (position, done, by_whom, words)""")
                .param("reference", reference.value()).param("version", version)
                .param("positions", taken.stream().map(PlanReviews.Taken::position).toArray(Integer[]::new))
                .param("done", taken.stream().map(one -> one.done().name()).toArray(String[]::new))
                .param("whom", taken.stream().map(PlanReviews.Taken::byWhom).toArray(String[]::new))
                .param("words", taken.stream().map(one -> one.words() == null ? "" : one.words())
                        .toArray(String[]::new))
                .param("by", by).param("at", Columns.at(now)).update();
    }

    /** What was last said of each step of that version, by its place. */
    public List<PlanReviews.Taken> of(CaseReference reference, int version) {
        return jdbc.sql("""
                select distinct on (position) * from housing_plan_step_review
                where case_reference = :reference and plan_version = :version order by position, id desc""")
                .param("reference", reference.value()).param("version", version)
                .query((row, i) -> new PlanReviews.Taken(row.getInt("position"),
                        Columns.code(row, "done", PlanReviews.Done.class), row.getString("by_whom"),
                        row.getString("words"), row.getString("recorded_by"), Columns.instant(row, "recorded_at")))
                .list();
    }
}
