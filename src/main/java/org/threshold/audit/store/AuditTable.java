package org.threshold.audit.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.audit.AuditRecord;

/** The tables {@code audit_entry} and {@code audit_chain}. */
@Repository
public class AuditTable {

    /**
     * Moves the head of the chain and adds the entry in one statement. The head's row lock puts concurrent writers of
     * one case in line, so that there is neither a gap nor a duplicate.
     */
    private static final String APPEND = """
            with entry as (
                select cast(? as text) as chain, cast(? as timestamptz) as at, cast(? as text) as who,
                       cast(? as text) as action, cast(? as text) as subject, cast(? as jsonb) as details,
                       cast(? as text) as reason, cast(? as text) as provision
            ), head as (
                insert into audit_chain as c (chain, last_sequence, last_hash)
                select chain, 1, audit_hash(''::bytea, chain, 1, audit_micros(at), who, action, subject, details,
                                            reason, provision)
                  from entry
                on conflict (chain) do update
                   set last_sequence = c.last_sequence + 1,
                       last_hash = (select audit_hash(c.last_hash, e.chain, c.last_sequence + 1, audit_micros(e.at),
                                                      e.who, e.action, e.subject, e.details, e.reason, e.provision)
                                      from entry e)
                returning last_sequence, last_hash
            )
            insert into audit_entry (chain, sequence, at, who, action, subject, details, reason, provision, hash)
            select e.chain, h.last_sequence, e.at, e.who, e.action, e.subject, e.details, e.reason, e.provision,
                   h.last_hash
              from entry e cross join head h
            """;

    /** The same where the chain exists already; otherwise nothing. */
    private static final String APPEND_TO_EXISTING = """
            with entry as (
                select cast(? as text) as chain, cast(? as timestamptz) as at, cast(? as text) as who,
                       cast(? as text) as action, cast(? as text) as subject, cast(? as jsonb) as details,
                       cast(? as text) as reason, cast(? as text) as provision
            ), head as (
                update audit_chain c
                   set last_sequence = c.last_sequence + 1,
                       last_hash = audit_hash(c.last_hash, e.chain, c.last_sequence + 1, audit_micros(e.at), e.who,
                                              e.action, e.subject, e.details, e.reason, e.provision)
                  from entry e
                 where c.chain = e.chain
                returning last_sequence, last_hash
            )
            insert into audit_entry (chain, sequence, at, who, action, subject, details, reason, provision, hash)
            select e.chain, h.last_sequence, e.at, e.who, e.action, e.subject, e.details, e.reason, e.provision,
                   h.last_hash
              from entry e cross join head h
            """;

    private static final String BROKEN = """
            with linked as (
                select e.*, lag(hash, 1, ''::bytea) over chained as previous_hash,
                       lag(sequence, 1, 0::bigint) over chained as previous_sequence
                  from audit_entry e
                 where cast(? as text) is null or chain = ?
                window chained as (partition by chain order by sequence)
            )
            select chain, sequence, 'REMOVED' as fault
              from linked
             where sequence <> previous_sequence + 1
            union all
            select chain, sequence, 'ALTERED'
              from linked
             where sequence = previous_sequence + 1
               and hash <> audit_hash(previous_hash, chain, sequence, audit_micros(at), who, action, subject, details,
                                      reason, provision)
            union all
            select c.chain, c.last_sequence, 'REMOVED'
              from audit_chain c
             where (cast(? as text) is null or c.chain = ?)
               and not exists (select from audit_entry e where e.chain = c.chain and e.sequence = c.last_sequence)
            union all
            select c.chain, c.last_sequence, 'ALTERED'
              from audit_chain c join audit_entry e on e.chain = c.chain and e.sequence = c.last_sequence
             where (cast(? as text) is null or c.chain = ?) and e.hash <> c.last_hash
            union all
            select l.chain, max(l.sequence), 'ADDED'
              from linked l left join audit_chain c on c.chain = l.chain
             group by l.chain, c.last_sequence
            having max(l.sequence) > coalesce(c.last_sequence, 0)
            order by 1, 2
            """;

    private final JdbcClient jdbc;

    AuditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is wrong at which entry of which chain. */
    public record Broken(String chain, long sequence, String fault) {
    }

    /** @param chain the case reference, or empty for what belongs to no case */
    public void append(String chain, Instant at, String who, String action, String subject, String detailsJson,
                       String reason, String provision) {
        write(APPEND, chain, at, who, action, subject, detailsJson, reason, provision);
    }

    /** @return whether there was such a chain */
    public boolean appendToExisting(String chain, Instant at, String who, String action, String subject,
                                    String detailsJson, String reason, String provision) {
        return write(APPEND_TO_EXISTING, chain, at, who, action, subject, detailsJson, reason, provision) > 0;
    }

    private int write(String statement, String chain, Instant at, String who, String action, String subject,
                      String detailsJson, String reason, String provision) {
        return jdbc.sql(statement).param(chain).param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).param(who)
                .param(action).param(subject).param(detailsJson).param(reason).param(provision).update();
    }

    /** @param chain null for every chain */
    public List<Broken> broken(String chain) {
        return jdbc.sql(BROKEN).param(chain).param(chain).param(chain).param(chain).param(chain).param(chain)
                .query((row, n) -> new Broken(row.getString(1), row.getLong(2), row.getString(3))).list();
    }

    public List<AuditRecord> entries(String chain) {
        return jdbc.sql("select sequence, at, who, action, subject, details, reason, provision from audit_entry"
                        + " where chain = ? order by sequence")
                .param(chain)
                .query((row, n) -> new AuditRecord(chain, row.getLong("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"),
                        row.getString("action"), row.getString("subject"), row.getString("details"),
                        row.getString("reason"), row.getString("provision")))
                .list();
    }
}
