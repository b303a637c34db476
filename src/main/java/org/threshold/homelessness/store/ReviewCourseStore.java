package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.ReviewAccommodation;
import org.threshold.homelessness.ReviewEvent;

/** The SQL of {@code review_event} and {@code review_accommodation}. */
@Repository
public class ReviewCourseStore {

    private static final String EVENTS = "select e.* from review_event e";

    private final JdbcClient jdbc;

    ReviewCourseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param event its id counts for nothing */
    public void add(ReviewEvent event) {
        jdbc.sql("""
                insert into review_event (review_id, kind, on_day, until_day, code, who, words, recorded_by, recorded_at)
                values (:review, :kind, :on, :until, :code, :who, :words, :by, :at)""")
                .param("review", event.reviewId()).param("kind", event.kind().name()).param("on", event.on())
                .param("until", event.until()).param("code", event.code()).param("who", event.who())
                .param("words", event.words()).param("by", event.by()).param("at", Columns.at(event.at())).update();
    }

    /** In order. */
    public List<ReviewEvent> events(long review) {
        return jdbc.sql(EVENTS + " where e.review_id = :review order by e.id").param("review", review)
                .query((row, i) -> event(row)).list();
    }

    /** Those of every review of a case, in order. */
    public List<ReviewEvent> eventsOf(CaseReference reference) {
        return jdbc.sql(EVENTS + " join statutory_review r on r.id = e.review_id where r.case_reference = :reference"
                        + " order by e.id")
                .param("reference", reference.value()).query((row, i) -> event(row)).list();
    }

    public Optional<ReviewEvent> last(long review, ReviewEvent.Kind kind) {
        return jdbc.sql(EVENTS + " where e.review_id = :review and e.kind = :kind order by e.id desc limit 1")
                .param("review", review).param("kind", kind.name()).query((row, i) -> event(row)).optional();
    }

    public long add(long review, boolean appeal, ReviewAccommodation.Considered made, LocalDate on, String by,
                    Instant at) {
        return jdbc.sql("""
                insert into review_accommodation (review_id, appeal, granted, merits, new_material, circumstances,
                    reasons, decided_on, recorded_by, recorded_at)
                values (:review, :appeal, :granted, :merits, :material, :circumstances, :reasons, :on, :by, :at)
                returning id""")
                .param("review", review).param("appeal", appeal).param("granted", made.granted())
                .param("merits", made.merits()).param("material", made.newMaterial())
                .param("circumstances", made.circumstances()).param("reasons", made.reasons()).param("on", on)
                .param("by", by).param("at", Columns.at(at)).query(Long.class).single();
    }

    /** Latest first, of every review of the case. */
    public List<ReviewAccommodation> accommodation(CaseReference reference) {
        return jdbc.sql("""
                select a.* from review_accommodation a join statutory_review r on r.id = a.review_id
                where r.case_reference = :reference order by a.id desc""")
                .param("reference", reference.value()).query((row, i) -> accommodation(row)).list();
    }

    private static ReviewEvent event(ResultSet row) throws SQLException {
        return new ReviewEvent(row.getLong("id"), row.getLong("review_id"),
                Columns.code(row, "kind", ReviewEvent.Kind.class), Columns.day(row, "on_day"), Columns.day(row, "until_day"),
                row.getString("code"), row.getString("who"), row.getString("words"), row.getString("recorded_by"),
                Columns.instant(row, "recorded_at"));
    }

    private static ReviewAccommodation accommodation(ResultSet row) throws SQLException {
        return new ReviewAccommodation(row.getLong("id"), row.getLong("review_id"), row.getBoolean("appeal"),
                new ReviewAccommodation.Considered(row.getBoolean("granted"), row.getString("merits"),
                        row.getString("new_material"), row.getString("circumstances"), row.getString("reasons")),
                Columns.day(row, "decided_on"), row.getString("recorded_by"));
    }
}
