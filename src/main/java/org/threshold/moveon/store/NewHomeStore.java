package org.threshold.moveon.store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.moveon.BenefitSwitch;
import org.threshold.moveon.CoreLog;
import org.threshold.moveon.NewHome;

/** The SQL of the home that was accepted, of the switch of benefit and of the log of social lettings. */
@Repository
public class NewHomeStore {

    private final JdbcClient jdbc;

    NewHomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(long moveOn, NewHome home, String by, Instant now) {
        jdbc.sql("""
                insert into new_home (move_on_id, offer_id, address, landlord, let_by, signed_on, keys_on, rent, who_moves,
                    recorded_by, recorded_at)
                values (:id, :offer, :address, :landlord, :let, :signed, :keys, :rent, :who, :by, :at)""")
                .param("id", moveOn).param("offer", home.offerId()).param("address", home.address())
                .param("landlord", home.landlord()).param("let", home.letBy().name()).param("signed", home.signedOn())
                .param("keys", home.keysOn()).param("rent", home.rent()).param("who", home.whoMoves()).param("by", by)
                .param("at", Rows.at(now)).update();
    }

    public Optional<NewHome> home(long moveOn) {
        return jdbc.sql("select * from new_home where move_on_id = :id").param("id", moveOn)
                .query((row, i) -> new NewHome(row.getLong("offer_id"), row.getString("address"),
                        row.getString("landlord"), NewHome.LetBy.valueOf(row.getString("let_by")),
                        Rows.day(row, "signed_on"), Rows.day(row, "keys_on"), row.getInt("rent"),
                        row.getString("who_moves"))).optional();
    }

    public void insert(long moveOn, BenefitSwitch made, String by, Instant now) {
        jdbc.sql("""
                insert into benefit_switch (move_on_id, old_ends_on, new_kind, new_begins_on, told_on, overlap, words,
                    recorded_by, recorded_at)
                values (:id, :ends, :kind, :begins, :told, :overlap, :words, :by, :at)""")
                .param("id", moveOn).param("ends", made.oldEndsOn()).param("kind", made.newKind().name())
                .param("begins", made.newBeginsOn()).param("told", made.toldOn()).param("overlap", made.overlap().name())
                .param("words", made.words()).param("by", by).param("at", Rows.at(now)).update();
    }

    public Optional<BenefitSwitch> benefit(long moveOn) {
        return jdbc.sql("select * from benefit_switch where move_on_id = :id").param("id", moveOn)
                .query((row, i) -> new BenefitSwitch(Rows.day(row, "old_ends_on"),
                        BenefitSwitch.NewKind.valueOf(row.getString("new_kind")), Rows.day(row, "new_begins_on"),
                        Rows.day(row, "told_on"), BenefitSwitch.Overlap.valueOf(row.getString("overlap")),
                        row.getString("words"))).optional();
    }

    public void insert(long moveOn, CoreLog log, String by, Instant now) {
        jdbc.sql("""
                insert into core_log (move_on_id, previous_tenure, reason, logged_on, log_reference, recorded_by,
                    recorded_at) values (:id, :tenure, :reason, :on, :reference, :by, :at)""")
                .param("id", moveOn).param("tenure", log.previousTenure()).param("reason", log.reason())
                .param("on", log.loggedOn()).param("reference", log.reference()).param("by", by)
                .param("at", Rows.at(now)).update();
    }

    public Optional<CoreLog> core(long moveOn) {
        return jdbc.sql("select * from core_log where move_on_id = :id").param("id", moveOn)
                .query((row, i) -> new CoreLog(row.getInt("previous_tenure"), row.getInt("reason"),
                        Rows.day(row, "logged_on"), row.getString("log_reference"))).optional();
    }
}
