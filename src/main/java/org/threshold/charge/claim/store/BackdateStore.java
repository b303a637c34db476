package org.threshold.charge.claim.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.charge.claim.Backdate;

/** The SQL of {@code benefit_backdate}; its claims are looked for under sight before anything of them is asked. */
@Repository
public class BackdateStore {

    private final JdbcClient jdbc;

    BackdateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where a question is open already */
    public boolean insert(long claimId, LocalDate backTo, String goodCause, LocalDate requestedOn, String by, Instant now) {
        return jdbc.sql("""
                insert into benefit_backdate (claim_id, back_to, good_cause, requested_on, recorded_by, recorded_at)
                values (:claim, :to, :cause, :on, :by, :at)
                on conflict (claim_id) where decided_on is null do nothing""")
                .param("claim", claimId).param("to", backTo).param("cause", goodCause).param("on", requestedOn)
                .param("by", by).param("at", Timestamp.from(now)).update() == 1;
    }

    /** Newest first. */
    public List<Backdate> of(long claimId) {
        return jdbc.sql("select * from benefit_backdate where claim_id = :claim order by id desc").param("claim", claimId)
                .query((row, i) -> new Backdate(row.getLong("id"), row.getObject("back_to", LocalDate.class),
                        row.getString("good_cause"), row.getObject("requested_on", LocalDate.class),
                        row.getObject("decided_on", LocalDate.class), row.getObject("allowed_from", LocalDate.class)))
                .list();
    }

    /** @param allowedFrom null where it was refused */
    public void decide(long id, LocalDate on, LocalDate allowedFrom) {
        jdbc.sql("update benefit_backdate set decided_on = :on, allowed_from = :from where id = :id").param("id", id)
                .param("on", on).param("from", allowedFrom).update();
    }
}
