package org.threshold.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.audit.AuditRecord;
import org.threshold.audit.Origin;

/** Writes to {@code audit_entry} and {@code audit_chain}, and reads one chain. */
@Repository
public class AuditTable {

    /**
     * Moves the head of the chain and adds the entry in one statement. The head's row lock puts concurrent writers of
     * one case in line, so that there is neither a gap nor a duplicate.
     */
    private static final String APPEND = """
            with entry as (
                select cast(? as text) as chain, cast(? as timestamptz) as at, cast(? as text) as who,
                       cast(? as text) as via, cast(? as text) as address, cast(? as text) as action,
                       cast(? as text) as subject, cast(? as jsonb) as details, cast(? as text) as reason,
                       cast(? as text) as provision
            ), head as (
                %s
                returning last_sequence, last_hash
            )
            insert into audit_entry (chain, sequence, at, who, via, address, action, subject, details, reason,
                                     provision, hash)
            select e.chain, h.last_sequence, e.at, e.who, e.via, e.address, e.action, e.subject, e.details, e.reason,
                   e.provision, h.last_hash
              from entry e cross join head h
            """;

    private static final String BEGIN_OR_GO_ON = """
            insert into audit_chain as c (chain, last_sequence, last_hash)
                select chain, 1, audit_hash(''::bytea, chain, 1, audit_micros(at), who, via, address, action, subject,
                                            details, reason, provision)
                  from entry
                on conflict (chain) do update
                   set last_sequence = c.last_sequence + 1,
                       last_hash = (select audit_hash(c.last_hash, e.chain, c.last_sequence + 1, audit_micros(e.at),
                                                      e.who, e.via, e.address, e.action, e.subject, e.details,
                                                      e.reason, e.provision)
                                      from entry e)
            """;

    private static final String GO_ON = """
            update audit_chain c
                   set last_sequence = c.last_sequence + 1,
                       last_hash = audit_hash(c.last_hash, e.chain, c.last_sequence + 1, audit_micros(e.at), e.who,
                                              e.via, e.address, e.action, e.subject, e.details, e.reason, e.provision)
                  from entry e
                 where c.chain = e.chain
            """;

    private final JdbcClient jdbc;

    AuditTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is to be written.
     *
     * @param chain   the case reference, or empty for what belongs to no case
     * @param details JSON
     */
    public record Entry(String chain, Instant at, String who, Origin origin, String action, String subject,
                        String details, String reason, String provision) {
    }

    /** Begins the chain where it is the first. */
    public void append(Entry entry) {
        write(APPEND.formatted(BEGIN_OR_GO_ON), entry);
    }

    /** Does nothing where there is no such chain. */
    public void appendToExisting(Entry entry) {
        write(APPEND.formatted(GO_ON), entry);
    }

    private void write(String statement, Entry entry) {
        jdbc.sql(statement).param(entry.chain()).param(OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC))
                .param(entry.who()).param(entry.origin().via().name()).param(entry.origin().address())
                .param(entry.action()).param(entry.subject()).param(entry.details()).param(entry.reason())
                .param(entry.provision()).update();
    }

    public List<AuditRecord> entries(String chain) {
        return jdbc.sql("select * from audit_entry where chain = ? order by sequence").param(chain)
                .query(AuditTable::record).list();
    }

    /** Without who only looked: of those there may be thousands. */
    public List<AuditRecord> entriesButViews(String chain) {
        return jdbc.sql("select * from audit_entry where chain = ? and action not like '%.viewed' order by sequence")
                .param(chain).query(AuditTable::record).list();
    }

    static AuditRecord record(ResultSet row, int number) throws SQLException {
        return new AuditRecord(row.getString("chain"), row.getLong("sequence"),
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"), row.getString("via"),
                row.getString("address"), row.getString("action"), row.getString("subject"),
                row.getString("details"), row.getString("reason"), row.getString("provision"));
    }
}
