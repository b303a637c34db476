package org.threshold.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Reads entries in the order of their chains together with the hash that each ought to have. Rows come through a cursor,
 * so the memory does not grow with the audit; call it inside a transaction.
 */
@Repository
public class ChainReader {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String LINKED = """
            select e.chain, e.sequence, e.hash,
                   audit_hash(lag(e.hash, 1, ''::bytea) over chained, e.chain, e.sequence, audit_micros(e.at), e.who,
                              e.via, e.address, e.action, e.subject, e.details, e.reason, e.provision) as ought,
                   c.last_sequence, c.last_hash, %s
              from audit_entry e %s
             %s
            window chained as (partition by e.chain order by e.sequence)
             order by e.chain, e.sequence
            """;

    private static final String EVERYTHING = LINKED.formatted("0 as known_sequence, null::bytea as known_hash",
            "left join audit_chain c on c.chain = e.chain", "where cast(? as text) is null or e.chain = ?");

    /**
     * From the last entry that was found whole, which is read again as the anchor of what came since. Heads are compared
     * by their hash, so that a chain that was written anew and is as long as before is read too.
     */
    private static final String CHANGED = LINKED.formatted(
            "coalesce(v.sequence, 0) as known_sequence, v.hash as known_hash",
            "join audit_chain c on c.chain = e.chain left join audit_verified v on v.chain = c.chain",
            "where c.last_hash is distinct from v.hash and e.sequence >= coalesce(v.sequence, 0)");

    private final JdbcTemplate jdbc;

    ChainReader(JdbcTemplate shared) {
        // A template of its own: the size of its portions is for these long readings only.
        this.jdbc = new JdbcTemplate(shared.getDataSource());
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
    }

    /**
     * An entry and what surrounds it.
     *
     * @param ought         the hash that its contents and the entry before it give
     * @param lastSequence  of the head of its chain; 0 where the chain has no head
     * @param knownSequence where the reading begins in this chain; 0 at its beginning
     * @param knownHash     of that entry, when it was last found whole
     */
    public record Link(String chain, long sequence, byte[] hash, byte[] ought, long lastSequence, byte[] lastHash,
                       long knownSequence, byte[] knownHash) {
    }

    /** Takes one link after another. */
    @FunctionalInterface
    public interface Links {
        void next(Link link);
    }

    /** @param chain null for every chain */
    public void read(String chain, Links links) {
        jdbc.query(EVERYTHING, row -> {
            links.next(link(row));
        }, chain, chain);
    }

    /** Only what came since each chain was last found whole. */
    public void readChanged(Links links) {
        jdbc.query(CHANGED, row -> {
            links.next(link(row));
        });
    }

    /** Heads that stand for entries of which none is left. */
    public List<Head> headsWithoutEntries(String chain) {
        return jdbc.query("select chain, last_sequence, last_hash from audit_chain c where (cast(? as text) is null or"
                + " chain = ?) and not exists (select from audit_entry e where e.chain = c.chain) order by chain",
                ChainReader::head, chain, chain);
    }

    /** Chains that were found whole once and now end earlier, or not at all. */
    public List<Head> wentBack() {
        return jdbc.query("select v.chain, v.sequence, v.hash from audit_verified v left join audit_chain c on"
                + " c.chain = v.chain where c.chain is null or c.last_sequence < v.sequence order by 1",
                ChainReader::head);
    }

    /**
     * Where a chain ends.
     *
     * @param chain the case reference, or empty for what belongs to no case
     */
    public record Head(String chain, long sequence, byte[] hash) {
    }

    /** Takes one head after another. */
    @FunctionalInterface
    public interface Heads {
        void next(Head head);
    }

    /** The end of every chain, by its name. */
    public void heads(Heads heads) {
        jdbc.query("select chain, last_sequence, last_hash from audit_chain order by chain", row -> {
            heads.next(head(row, 0));
        });
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getString(1), row.getLong(2), row.getBytes(3));
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getString(1), row.getLong(2), row.getBytes(3), row.getBytes(4), row.getLong(5),
                row.getBytes(6), row.getLong(7), row.getBytes(8));
    }
}
