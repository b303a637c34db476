package org.threshold.charge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.Columns;
import org.threshold.charge.PaymentFile;
import org.threshold.charge.PaymentFile.Count;
import org.threshold.charge.PaymentFile.Refused;

/** The SQL of {@code payment_file} and {@code payment_refused}. */
@Repository
public class PaymentFileStore {

    private final JdbcClient jdbc;

    PaymentFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One file at a time, until the transaction ends. */
    public void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('payment_file'))::text").query(String.class).single();
    }

    public long insert(PaymentFile file, byte[] sha256) {
        return jdbc.sql("""
                insert into payment_file (name, sha256, lines, lines_pence, posted, posted_pence, repeated, repeated_pence,
                    refused, refused_pence, taken_at, taken_by)
                values (:name, :sha, :lines, :linesPence, :posted, :postedPence, :repeated, :repeatedPence, :refused,
                    :refusedPence, :at, :by) returning id""")
                .param("name", file.name()).param("sha", sha256)
                .param("lines", file.lines().number()).param("linesPence", file.lines().pence())
                .param("posted", file.posted().number()).param("postedPence", file.posted().pence())
                .param("repeated", file.repeated().number()).param("repeatedPence", file.repeated().pence())
                .param("refused", file.refused().number()).param("refusedPence", file.refused().pence())
                .param("at", Columns.at(file.takenAt())).param("by", file.takenBy()).query(Long.class).single();
    }

    public void insertRefused(long file, List<Refused> those) {
        jdbc.sql("""
                insert into payment_refused (file_id, line, payment_id, account, amount, why)
                select :file, line, payment_id, account, amount, why
                  from unnest(cast(:lines as int[]), cast(:ids as text[]), cast(:accounts as text[]),
                       cast(:amounts as text[]), cast(:whys as text[])) as r (line, payment_id, account, amount, why)""")
                .param("file", file).param("lines", those.stream().map(Refused::line).toArray(Integer[]::new))
                .param("ids", those.stream().map(Refused::paymentId).toArray(String[]::new))
                .param("accounts", those.stream().map(Refused::account).toArray(String[]::new))
                .param("amounts", those.stream().map(Refused::amount).toArray(String[]::new))
                .param("whys", those.stream().map(Refused::why).toArray(String[]::new)).update();
    }

    /** Newest first. */
    public List<PaymentFile> latest(int most) {
        return jdbc.sql("select * from payment_file order by id desc limit :most").param("most", most)
                .query((row, i) -> file(row)).list();
    }

    public Optional<PaymentFile> find(long id) {
        return jdbc.sql("select * from payment_file where id = :id").param("id", id).query((row, i) -> file(row))
                .optional();
    }

    public List<Refused> refused(long file, int most) {
        return jdbc.sql("select * from payment_refused where file_id = :file order by line limit :most")
                .param("file", file).param("most", most).query((row, i) -> new Refused(row.getInt("line"),
                        row.getString("payment_id"), row.getString("account"), row.getString("amount"),
                        row.getString("why"))).list();
    }

    private static PaymentFile file(ResultSet row) throws SQLException {
        return new PaymentFile(row.getLong("id"), row.getString("name"), count(row, "lines"), count(row, "posted"),
                count(row, "repeated"), count(row, "refused"), Columns.instant(row, "taken_at"),
                row.getString("taken_by"));
    }

    private static Count count(ResultSet row, String what) throws SQLException {
        return new Count(row.getInt(what), row.getLong(what + "_pence"));
    }
}
