package org.threshold.accommodation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.Offer;
import org.threshold.accommodation.Offer.Answer;
import org.threshold.accommodation.Offers.NewOffer;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;

/** The SQL of {@code ta_offer}. */
@Repository
public class OfferStore {

    private static final String SELECT = "select o.* from ta_offer o join placement p on p.id = o.placement_id where ";

    private final JdbcClient jdbc;
    private final Sight sight;

    OfferStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    public long insert(long placementId, long unitId, NewOffer offer, String by, Instant now) {
        return jdbc.sql("""
                insert into ta_offer (placement_id, unit_id, address, available_at, reply_by, told_how, made_by, made_at)
                values (:placement, :unit, :address, :available, :reply, :told, :by, :at) returning id""")
                .param("placement", placementId).param("unit", unitId).param("address", offer.address())
                .param("available", Columns.at(offer.availableAt())).param("reply", Columns.at(offer.replyBy()))
                .param("told", offer.toldHow().name()).param("by", by).param("at", Columns.at(now)).query(Long.class)
                .single();
    }

    /** The one made last for a placement. */
    public Optional<Offer> latest(long placementId) {
        return jdbc.sql(SELECT + "o.placement_id = :id and " + Sight.of("p.case_reference")
                        + " order by o.id desc limit 1").param("id", placementId).params(sight.parameters())
                .query((row, i) -> offer(row)).optional();
    }

    /** Oldest first. */
    public List<Offer> of(CaseReference reference) {
        return jdbc.sql(SELECT + "p.case_reference = :reference and " + Sight.of("p.case_reference") + " order by o.id")
                .param("reference", reference.value()).params(sight.parameters()).query((row, i) -> offer(row)).list();
    }

    public void answer(long id, Answer answer, String words, String by, Instant now) {
        jdbc.sql("""
                update ta_offer set answer = :answer, answer_words = :words, answered_at = :at, answer_taken_by = :by
                where id = :id""")
                .param("id", id).param("answer", answer.name()).param("words", words).param("at", Columns.at(now))
                .param("by", by).update();
    }

    public void reconsider(long id, boolean stillSuitable, String words, String by, Instant now) {
        jdbc.sql("""
                update ta_offer set still_suitable = :suitable, reconsidered_words = :words, reconsidered_by = :by,
                    reconsidered_at = :at where id = :id""")
                .param("id", id).param("suitable", stillSuitable).param("words", words).param("by", by)
                .param("at", Columns.at(now)).update();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(row.getLong("id"), row.getLong("placement_id"), row.getLong("unit_id"),
                row.getString("address"), Columns.instant(row, "available_at"), Columns.instant(row, "reply_by"),
                Columns.code(row, "told_how", Offer.Told.class), row.getString("made_by"), Columns.instant(row, "made_at"),
                Columns.code(row, "answer", Answer.class), row.getString("answer_words"),
                Columns.instant(row, "answered_at"), row.getString("answer_taken_by"),
                Columns.yesNo(row, "still_suitable"), row.getString("reconsidered_words"),
                row.getString("reconsidered_by"));
    }
}
