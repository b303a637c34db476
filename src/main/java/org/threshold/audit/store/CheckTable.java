package org.threshold.audit.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.audit.AuditCheck;
import org.threshold.audit.store.ChainReader.Head;

/** The tables {@code audit_verified} and {@code audit_check}. */
@Repository
public class CheckTable {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CheckTable(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The ends of chains that were found whole. */
    public void verified(List<Head> heads, Instant at) {
        batches.batchUpdate("""
                insert into audit_verified (chain, sequence, hash, verified_at) values (?, ?, ?, ?)
                on conflict (chain) do update set sequence = excluded.sequence, hash = excluded.hash,
                                                  verified_at = excluded.verified_at
                """, heads, AT_ONCE, (statement, head) -> {
                    statement.setString(1, head.chain());
                    statement.setLong(2, head.sequence());
                    statement.setBytes(3, head.hash());
                    statement.setTimestamp(4, Timestamp.from(at));
                });
    }

    public void add(AuditCheck check) {
        jdbc.sql("insert into audit_check (began_at, ended_at, entries, findings, first_said) values (?, ?, ?, ?, ?)")
                .param(Timestamp.from(check.beganAt())).param(Timestamp.from(check.endedAt())).param(check.entries())
                .param(check.findings()).param(check.firstSaid()).update();
    }

    public Optional<AuditCheck> latest() {
        return jdbc.sql("select * from audit_check order by id desc limit 1").query((row, n) -> new AuditCheck(
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at", OffsetDateTime.class).toInstant(), row.getLong("entries"),
                row.getInt("findings"), row.getString("first_said"))).optional();
    }

    /** Whether this node may check now; held to the end of the transaction. */
    public boolean isMine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit_check'))").query(Boolean.class).single();
    }
}
