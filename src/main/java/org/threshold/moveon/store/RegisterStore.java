package org.threshold.moveon.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.Bid;
import org.threshold.moveon.RegisterApplication;

/** The SQL of {@code register_application} and {@code register_bid}. */
@Repository
public class RegisterStore {

    private final JdbcClient jdbc;

    RegisterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseReference reference, RegisterApplication made, String by, Instant now) {
        jdbc.sql("""
                insert into register_application (case_reference, applied_on, reference, verified_on, band, recorded_by,
                    recorded_at) values (:r, :applied, :reference, :verified, :band, :by, :at)""")
                .param("r", reference.value()).param("applied", made.appliedOn()).param("reference", made.reference())
                .param("verified", made.verifiedOn()).param("band", made.band()).param("by", by)
                .param("at", Rows.at(now)).update();
    }

    public Optional<RegisterApplication> latest(CaseReference reference) {
        return jdbc.sql("select * from register_application where case_reference = :r order by id desc limit 1")
                .param("r", reference.value()).query((row, i) -> new RegisterApplication(Rows.day(row, "applied_on"),
                        row.getString("reference"), Rows.day(row, "verified_on"), row.getString("band"))).optional();
    }

    public void insertBid(CaseReference reference, LocalDate on, String property, String by, Instant now) {
        jdbc.sql("""
                insert into register_bid (case_reference, bid_on, property, recorded_by, recorded_at)
                values (:r, :on, :property, :by, :at)""").param("r", reference.value()).param("on", on)
                .param("property", property).param("by", by).param("at", Rows.at(now)).update();
    }

    /** Newest first. */
    public List<Bid> bids(CaseReference reference, int most) {
        return jdbc.sql("select * from register_bid where case_reference = :r order by bid_on desc, id desc limit :most")
                .param("r", reference.value()).param("most", most).query((row, i) -> new Bid(row.getLong("id"),
                        Rows.day(row, "bid_on"), row.getString("property"), Bid.Result.valueOf(row.getString("result")),
                        row.getString("reason"))).list();
    }

    /** @return whether it waited for its result on this case until now */
    public boolean result(CaseReference reference, long id, Bid.Result result, String reason) {
        return jdbc.sql("update register_bid set result = :result, reason = :reason where id = :id and case_reference = :r"
                + " and result = 'WAITING'").param("r", reference.value()).param("id", id).param("result", result.name())
                .param("reason", reason).update() == 1;
    }
}
