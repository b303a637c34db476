package org.threshold.charge.claim.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.charge.claim.Evidence;

/** The SQL of {@code benefit_evidence}; its claims are looked for under sight before anything of them is asked. */
@Repository
public class EvidenceStore {

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement, in the order given. */
    public void insert(long claimId, Collection<String> what, LocalDate askedOn, LocalDate dueOn, String by, Instant now) {
        jdbc.sql("""
                insert into benefit_evidence (claim_id, what, asked_on, due_on, recorded_by, recorded_at)
                select :claim, item, :asked, :due, :by, :at from unnest(:what::text[]) with ordinality as items (item, place)
                order by place""")
                .param("claim", claimId).param("what", what.toArray(String[]::new)).param("asked", askedOn)
                .param("due", dueOn).param("by", by).param("at", Timestamp.from(now)).update();
    }

    /** In the order in which they were asked for. */
    public List<Evidence> of(long claimId) {
        return jdbc.sql("select * from benefit_evidence where claim_id = :claim order by id").param("claim", claimId)
                .query((row, i) -> new Evidence(row.getLong("id"), row.getString("what"),
                        row.getObject("asked_on", LocalDate.class), row.getObject("due_on", LocalDate.class),
                        row.getObject("received_on", LocalDate.class))).list();
    }

    public void receive(long claimId, Collection<Long> ids, LocalDate on) {
        jdbc.sql("""
                update benefit_evidence set received_on = :on
                where claim_id = :claim and id = any(:ids::bigint[]) and received_on is null""")
                .param("claim", claimId).param("ids", ids.toArray(Long[]::new)).param("on", on).update();
    }

    /** The benefit office gives longer for what is still outstanding. */
    public void extend(long claimId, LocalDate dueOn) {
        jdbc.sql("update benefit_evidence set due_on = :due where claim_id = :claim and received_on is null")
                .param("claim", claimId).param("due", dueOn).update();
    }
}
