package org.threshold.referral.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.referral.Answer;
import org.threshold.referral.ReferralOutcome;
import org.threshold.referral.Triaged;

/** The SQL of what came of referrals, and what referrers were told. */
@Repository
public class OutcomeStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    OutcomeStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @return false when the referral has an outcome already; nothing was written then */
    public boolean insert(String receipt, Triaged triaged, String by, Instant now) {
        boolean first = jdbc.sql("""
                insert into referral_outcome (receipt, outcome, contact_on, notes, joined_to, elsewhere, recorded_by,
                    recorded_at)
                values (:receipt, :outcome, :contactOn, :notes, :joinedTo, :elsewhere, :by, :at)
                on conflict (receipt) do nothing""")
                .param("receipt", receipt).param("outcome", triaged.outcome().name())
                .param("contactOn", triaged.contactOn()).param("notes", triaged.notes())
                .param("joinedTo", triaged.joinedTo() == null ? null : triaged.joinedTo().value())
                .param("elsewhere", triaged.elsewhere()).param("by", by).param("at", Timestamp.from(now)).update() == 1;
        if (first) {
            batches.batchUpdate("insert into referral_attempt (receipt, on_day, how, what) values (?, ?, ?, ?)",
                    triaged.attempts(), 100, (row, attempt) -> {
                        row.setString(1, receipt);
                        row.setObject(2, attempt.on());
                        row.setString(3, attempt.how());
                        row.setString(4, attempt.what());
                    });
        }
        return first;
    }

    public Optional<ReferralOutcome> outcome(String receipt) {
        return jdbc.sql("select outcome from referral_outcome where receipt = :receipt").param("receipt", receipt)
                .query(String.class).optional().map(ReferralOutcome::valueOf);
    }

    public void insertAnswer(String receipt, Answer answer, String how, String by, Instant now) {
        jdbc.sql("""
                insert into referral_answer (receipt, answer, how, answered_at, answered_by)
                values (:receipt, :answer, :how, :at, :by)""")
                .param("receipt", receipt).param("answer", answer.name()).param("how", how)
                .param("at", Timestamp.from(now)).param("by", by).update();
    }
}
