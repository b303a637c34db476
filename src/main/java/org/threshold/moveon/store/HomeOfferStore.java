package org.threshold.moveon.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.OfferKind;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOffer.Terms;
import org.threshold.moveon.HomeOfferEvent;
import org.threshold.moveon.OfferStatus;

/** The SQL of {@code home_offer} and of what happened to each. */
@Repository
public class HomeOfferStore {

    private static final String SELECT = "select o.* from home_offer o where o.case_reference = :reference and ";

    private final JdbcClient jdbc;
    private final Sight sight;

    HomeOfferStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Oldest first. */
    public List<HomeOffer> of(CaseReference reference) {
        return jdbc.sql(SELECT + Sight.of("o.case_reference") + " order by o.id").param("reference", reference.value())
                .params(sight.parameters()).query((row, i) -> HomeOfferRow.offer(row)).list();
    }

    public Optional<HomeOffer> find(CaseReference reference, long id) {
        return jdbc.sql(SELECT + "o.id = :id and " + Sight.of("o.case_reference")).param("reference", reference.value())
                .param("id", id).params(sight.parameters()).query((row, i) -> HomeOfferRow.offer(row)).optional();
    }

    /** The same, held until the transaction ends, so that two answers to one offer come one after the other. */
    public Optional<HomeOffer> hold(CaseReference reference, long id) {
        return jdbc.sql(SELECT + "o.id = :id and " + Sight.of("o.case_reference") + " for update of o")
                .param("reference", reference.value()).param("id", id).params(sight.parameters())
                .query((row, i) -> HomeOfferRow.offer(row)).optional();
    }

    public long insert(CaseReference reference, DutyKind duty, OfferKind kind, Terms terms, String by, Instant now) {
        return HomeOfferRow.terms(jdbc.sql("""
                insert into home_offer (case_reference, duty, kind, status, address, landlord, landlord_kind, tenancy,
                    rent_weekly, available_from, lasts_months, approved_by, approved_on, obligations,
                    obligations_words, restricted_case, no_private_why, drafted_by, drafted_at)
                values (:reference, :duty, :kind, 'DRAFT', :address, :landlord, :landlordKind, :tenancy, :rent,
                    :availableFrom, :lasts, :approvedBy, :approvedOn, :obligations, :obligationsWords, :restricted,
                    :noPrivateWhy, :by, :at) returning id"""), terms)
                .param("reference", reference.value()).param("duty", duty.name()).param("kind", kind.name())
                .param("by", by).param("at", Rows.at(now)).query(Long.class).single();
    }

    /** A draft is written anew by whoever changes it; what a second officer said of the old one no longer counts. */
    public void change(long id, OfferKind kind, Terms terms, String by, Instant now) {
        HomeOfferRow.terms(jdbc.sql("""
                update home_offer set kind = :kind, address = :address, landlord = :landlord,
                    landlord_kind = :landlordKind, tenancy = :tenancy, rent_weekly = :rent,
                    available_from = :availableFrom, lasts_months = :lasts, approved_by = :approvedBy,
                    approved_on = :approvedOn, obligations = :obligations, obligations_words = :obligationsWords,
                    restricted_case = :restricted, no_private_why = :noPrivateWhy, drafted_by = :by, drafted_at = :at,
                    looked_by = null, looked_on = null, look_agrees = null, look_words = null
                where id = :id"""), terms)
                .param("id", id).param("kind", kind.name()).param("by", by).param("at", Rows.at(now)).update();
    }

    public void look(long id, boolean agrees, String by, LocalDate on, String words) {
        jdbc.sql("""
                update home_offer set looked_by = :by, looked_on = :on, look_agrees = :agrees, look_words = :words
                where id = :id""").param("id", id).param("agrees", agrees).param("by", by).param("on", on)
                .param("words", words).update();
    }

    public void give(long id, HomeOffer.Given given) {
        jdbc.sql("""
                update home_offer set status = 'OPEN', letter_id = :letter, written_on = :on, said_final = :final,
                    consequences_told = :consequences, review_right_told = :review, consider_until = :until,
                    short_why = :short, closed_day_why = :closed, given_by = :by where id = :id""")
                .param("id", id).param("letter", given.letterId()).param("on", given.writtenOn())
                .param("final", given.saidFinal()).param("consequences", given.consequencesTold())
                .param("review", given.reviewRightTold()).param("until", given.considerUntil())
                .param("short", given.shortWhy()).param("closed", given.closedDayWhy()).param("by", given.by())
                .update();
    }

    public void moreTime(long id, LocalDate until, String closedDayWhy) {
        jdbc.sql("update home_offer set consider_until = :until, closed_day_why = :closed where id = :id")
                .param("id", id).param("until", until).param("closed", closedDayWhy).update();
    }

    public void answer(long id, OfferStatus status, HomeOffer.Answered answered) {
        jdbc.sql("""
                update home_offer set status = :status, answered_on = :on, answer_how = :how, answer_from = :from,
                    answer_words = :words, answer_taken_by = :by where id = :id""")
                .param("id", id).param("status", status.name()).param("on", answered.on())
                .param("how", answered.how().name()).param("from", answered.from()).param("words", answered.words())
                .param("by", answered.takenBy()).update();
    }

    public void reconsider(long id, OfferStatus status, HomeOffer.Reconsidered again) {
        jdbc.sql("""
                update home_offer set status = :status, reconsidered_on = :on, found_suitable = :suitable,
                    reconsidered_by = :by, reconsidered_words = :words where id = :id""")
                .param("id", id).param("status", status.name()).param("on", again.on())
                .param("suitable", again.suitable()).param("by", again.by()).param("words", again.words()).update();
    }

    /** A refusal from which nothing follows needs no second look. */
    public void noConsequence(long id) {
        jdbc.sql("update home_offer set status = 'REFUSED_REASONABLE' where id = :id").param("id", id).update();
    }

    public void withdraw(long id, HomeOffer.Withdrawn back) {
        jdbc.sql("""
                update home_offer set status = 'WITHDRAWN_BY_LA', withdrawn_on = :on, withdrawn_by = :by,
                    withdrawn_words = :words where id = :id""")
                .param("id", id).param("on", back.on()).param("by", back.by()).param("words", back.words()).update();
    }

    public void setAside(long id, long reviewId) {
        jdbc.sql("update home_offer set status = 'SET_ASIDE', set_aside_by = :review where id = :id")
                .param("id", id).param("review", reviewId).update();
    }

    public void happened(CaseReference reference, HomeOfferEvent event) {
        jdbc.sql("""
                insert into home_offer_event (case_reference, offer_id, kind, on_day, words, recorded_by, recorded_at)
                values (:reference, :offer, :kind, :on, :words, :by, :at)""")
                .param("reference", reference.value()).param("offer", event.offerId())
                .param("kind", event.kind().name()).param("on", event.on()).param("words", event.words())
                .param("by", event.by()).param("at", Rows.at(event.at())).update();
    }

    /** Of all offers of the case, oldest first. */
    public List<HomeOfferEvent> events(CaseReference reference) {
        return jdbc.sql("select e.* from home_offer_event e where e.case_reference = :reference and "
                        + Sight.of("e.case_reference") + " order by e.id")
                .param("reference", reference.value()).params(sight.parameters())
                .query((row, i) -> new HomeOfferEvent(row.getLong("offer_id"),
                        Rows.code(row, "kind", HomeOfferEvent.Kind.class), Rows.day(row, "on_day"),
                        row.getString("words"), row.getString("recorded_by"), Rows.instant(row, "recorded_at")))
                .list();
    }
}
