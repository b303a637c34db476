package org.threshold.charge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.Columns;
import org.threshold.charge.Arrangement;
import org.threshold.charge.ChargeRequest;
import org.threshold.charge.LineKind;

/** The SQL of what was asked, agreed and arranged about an account. */
@Repository
public class AgreementStore {

    private static final String REQUEST = """
            select r.*, a.agreed, a.words as answer, a.answered_at, a.answered_by
              from charge_request r left join charge_request_answer a on a.request_id = r.id
            """;

    private static final String ARRANGEMENT = """
            select * from payment_arrangement a where a.account_id = :account
               and not exists (select from payment_arrangement_end e where e.arrangement_id = a.id)
             order by a.id desc limit 1
            """;

    private final JdbcClient jdbc;

    AgreementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long ask(ChargeRequest request) {
        return jdbc.sql("""
                insert into charge_request (account_id, kind, pence, words, reason, asked_at, asked_by)
                values (:account, :kind, :pence, :words, :reason, :at, :by) returning id""")
                .param("account", request.accountId()).param("kind", request.kind().name())
                .param("pence", request.pence()).param("words", request.words()).param("reason", request.reason())
                .param("at", Columns.at(request.askedAt())).param("by", request.askedBy()).query(Long.class).single();
    }

    /** @return false where somebody answered before */
    public boolean answer(long id, boolean agreed, String words, Instant now, String by) {
        return jdbc.sql("""
                insert into charge_request_answer (request_id, agreed, words, answered_at, answered_by)
                values (:id, :agreed, :words, :at, :by) on conflict do nothing""")
                .param("id", id).param("agreed", agreed).param("words", words).param("at", Columns.at(now))
                .param("by", by).update() > 0;
    }

    /** Newest first. */
    public List<ChargeRequest> requests(long account) {
        return jdbc.sql(REQUEST + "where r.account_id = :account order by r.id desc").param("account", account)
                .query((row, i) -> request(row)).list();
    }

    public Optional<ChargeRequest> request(long account, long id) {
        return jdbc.sql(REQUEST + "where r.account_id = :account and r.id = :id").param("account", account)
                .param("id", id).query((row, i) -> request(row)).optional();
    }

    private static ChargeRequest request(ResultSet row) throws SQLException {
        return new ChargeRequest(row.getLong("id"), row.getLong("account_id"), LineKind.valueOf(row.getString("kind")),
                row.getLong("pence"), row.getString("words"), row.getString("reason"),
                Columns.instant(row, "asked_at"), row.getString("asked_by"), row.getObject("agreed", Boolean.class),
                row.getString("answer"), Columns.instant(row, "answered_at"), row.getString("answered_by"));
    }

    public void arrange(Arrangement arrangement) {
        jdbc.sql("""
                insert into payment_arrangement (account_id, pence, every, first_on, words, made_at, made_by)
                values (:account, :pence, :every, :first, :words, :at, :by)""")
                .param("account", arrangement.accountId()).param("pence", arrangement.pence())
                .param("every", arrangement.every().name()).param("first", arrangement.firstOn())
                .param("words", arrangement.words()).param("at", Columns.at(arrangement.madeAt()))
                .param("by", arrangement.madeBy()).update();
    }

    /** @return false where it has ended already */
    public boolean endArrangement(long id, String words, Instant now, String by) {
        return jdbc.sql("""
                insert into payment_arrangement_end (arrangement_id, words, ended_at, ended_by)
                values (:id, :words, :at, :by) on conflict do nothing""").param("id", id).param("words", words)
                .param("at", Columns.at(now)).param("by", by).update() > 0;
    }

    public Optional<Arrangement> arrangement(long account) {
        return jdbc.sql(ARRANGEMENT).param("account", account).query((row, i) -> new Arrangement(row.getLong("id"),
                row.getLong("account_id"), row.getLong("pence"), Columns.code(row, "every", Arrangement.Every.class),
                Columns.day(row, "first_on"), row.getString("words"), Columns.instant(row, "made_at"),
                row.getString("made_by"))).optional();
    }
}
