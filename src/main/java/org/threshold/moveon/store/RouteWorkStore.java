package org.threshold.moveon.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.moveon.Help;
import org.threshold.moveon.LandlordContact;
import org.threshold.moveon.ReturnHome;
import org.threshold.moveon.SupportedReferral;

/** The SQL of what was done on the routes that do not lead over the housing register. */
@Repository
public class RouteWorkStore {

    private final JdbcClient jdbc;

    RouteWorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(long moveOn, LandlordContact contact, String by, Instant now) {
        jdbc.sql("""
                insert into landlord_contact (move_on_id, contacted_on, landlord, property, rent, words, recorded_by,
                    recorded_at) values (:id, :on, :landlord, :property, :rent, :words, :by, :at)""")
                .param("id", moveOn).param("on", contact.on()).param("landlord", contact.landlord())
                .param("property", contact.property()).param("rent", contact.rent()).param("words", contact.words())
                .param("by", by).param("at", Rows.at(now)).update();
    }

    /** Newest first. */
    public List<LandlordContact> contacts(long moveOn) {
        return jdbc.sql("select * from landlord_contact where move_on_id = :id order by id desc").param("id", moveOn)
                .query((row, i) -> new LandlordContact(Rows.day(row, "contacted_on"), row.getString("landlord"),
                        row.getString("property"), Rows.amount(row, "rent"), row.getString("words"))).list();
    }

    public void insert(long moveOn, Help help, String by, Instant now) {
        jdbc.sql("""
                insert into move_on_help (move_on_id, kind, pence, words, recorded_by, recorded_at)
                values (:id, :kind, :pence, :words, :by, :at)""")
                .param("id", moveOn).param("kind", help.kind().name()).param("pence", help.pence())
                .param("words", help.words()).param("by", by).param("at", Rows.at(now)).update();
    }

    public List<Help> help(long moveOn) {
        return jdbc.sql("select * from move_on_help where move_on_id = :id order by id").param("id", moveOn)
                .query((row, i) -> new Help(Help.Kind.valueOf(row.getString("kind")), row.getInt("pence"),
                        row.getString("words"), Rows.dayOf(row, "recorded_at"))).list();
    }

    public void insert(long moveOn, SupportedReferral made, String by, Instant now) {
        jdbc.sql("""
                insert into supported_referral (move_on_id, referred_to, referred_on, assessed_on, outcome, words,
                    recorded_by, recorded_at) values (:id, :to, :on, :assessed, :outcome, :words, :by, :at)""")
                .param("id", moveOn).param("to", made.to()).param("on", made.on()).param("assessed", made.assessedOn())
                .param("outcome", made.outcome().name()).param("words", made.words()).param("by", by)
                .param("at", Rows.at(now)).update();
    }

    /** Newest first. */
    public List<SupportedReferral> referrals(long moveOn) {
        return jdbc.sql("select * from supported_referral where move_on_id = :id order by id desc").param("id", moveOn)
                .query((row, i) -> new SupportedReferral(row.getString("referred_to"), Rows.day(row, "referred_on"),
                        Rows.day(row, "assessed_on"), SupportedReferral.Outcome.valueOf(row.getString("outcome")),
                        row.getString("words"))).list();
    }

    public void insert(CaseReference reference, long moveOn, ReturnHome found, String by, Instant now) {
        jdbc.sql("""
                insert into return_home (case_reference, move_on_id, stage, safe, host, agreed_on, words, recorded_by,
                    recorded_at) values (:r, :id, :stage, :safe, :host, :agreed, :words, :by, :at)""")
                .param("r", reference.value()).param("id", moveOn).param("stage", found.stage().name())
                .param("safe", found.safe()).param("host", found.host()).param("agreed", found.agreedOn())
                .param("words", found.words()).param("by", by).param("at", Rows.at(now)).update();
    }

    /** What was last found about going back, at any time on this case. */
    public Optional<ReturnHome> latestReturn(CaseReference reference) {
        return jdbc.sql("select * from return_home where case_reference = :r order by id desc limit 1")
                .param("r", reference.value()).query((row, i) -> new ReturnHome(
                        ReturnHome.Stage.valueOf(row.getString("stage")), row.getBoolean("safe"), row.getString("host"),
                        Rows.day(row, "agreed_on"), row.getString("words"), Rows.dayOf(row, "recorded_at"))).optional();
    }
}
