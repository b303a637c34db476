package org.threshold.charge.claim.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.charge.claim.BenefitQuery;

/** The SQL of {@code benefit_query}; its claims are looked for under sight before anything of them is asked. */
@Repository
public class QueryStore {

    private final JdbcClient jdbc;

    QueryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(long claimId, String question, boolean urgent, String by, Instant now) {
        return jdbc.sql("""
                insert into benefit_query (claim_id, question, urgent, asked_at, asked_by)
                values (:claim, :question, :urgent, :at, :by) returning id""")
                .param("claim", claimId).param("question", question).param("urgent", urgent)
                .param("at", Timestamp.from(now)).param("by", by).query(Long.class).single();
    }

    /** Newest first. */
    public List<BenefitQuery> of(long claimId) {
        return jdbc.sql("select * from benefit_query where claim_id = :claim order by id desc").param("claim", claimId)
                .query((row, i) -> query(row)).list();
    }

    /** The one that has waited longest for an answer. */
    public Optional<BenefitQuery> oldestOpen(long claimId) {
        return jdbc.sql("""
                select * from benefit_query where claim_id = :claim and answer is null order by id limit 1""")
                .param("claim", claimId).query((row, i) -> query(row)).optional();
    }

    public void answer(long id, String answer, String by, Instant now) {
        jdbc.sql("""
                update benefit_query set answer = :answer, answered_by = :by, answered_at = :at
                where id = :id and answer is null""")
                .param("id", id).param("answer", answer).param("by", by).param("at", Timestamp.from(now)).update();
    }

    private static BenefitQuery query(ResultSet row) throws SQLException {
        Timestamp answered = row.getTimestamp("answered_at");
        return new BenefitQuery(row.getLong("id"), row.getString("question"), row.getBoolean("urgent"),
                row.getTimestamp("asked_at").toInstant(), row.getString("asked_by"), row.getString("answer"),
                answered == null ? null : answered.toInstant(), row.getString("answered_by"));
    }
}
