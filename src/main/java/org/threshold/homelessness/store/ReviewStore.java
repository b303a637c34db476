package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewMatter;

/** The SQL of {@code statutory_review}. */
@Repository
public class ReviewStore {

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the id, or empty when a review of that decision runs already */
    public Optional<Long> insert(CaseReference reference, Review.Request request, String by, Instant now) {
        Review.Late late = request.late();
        Review.Extension longer = request.extension();
        return jdbc.sql("""
                insert into statutory_review (case_reference, matter, decision_notified, decided_by, requested_on,
                    received_how, request, late, late_accepted, late_reasons, clock, extended_to, extension_agreed,
                    subject, recorded_by, recorded_at)
                values (:reference, :matter, :notified, :decidedBy, :requested, :form, :what, :late, :accepted,
                    :lateReasons, :clock, :until, :agreed, :subject, :by, :at)
                on conflict do nothing
                returning id""")
                .param("reference", reference.value()).param("matter", request.matter().name())
                .param("notified", request.decisionNotified())
                .param("decidedBy", String.join(",", request.decidedBy()))
                .param("requested", request.requestedOn()).param("form", request.form().name())
                .param("what", request.what()).param("late", late != null)
                .param("accepted", late == null ? null : late.accepted())
                .param("lateReasons", late == null ? null : late.reasons())
                .param("clock", request.matter().clock().name())
                .param("until", longer == null ? null : longer.until())
                .param("agreed", longer == null ? null : longer.agreedOn())
                .param("subject", request.subject())
                .param("by", by).param("at", Columns.at(now)).query(Long.class).optional();
    }

    /** @return false when it was decided meanwhile */
    public boolean decide(long id, Review.Outcome outcome, String reasons, String by, Instant now) {
        return jdbc.sql("""
                update statutory_review set outcome = :outcome, reasons = :reasons, decided_by_review = :by,
                    decided_at = :at
                where id = :id and outcome is null and late_accepted is not false""")
                .param("id", id).param("outcome", outcome.name()).param("reasons", reasons).param("by", by)
                .param("at", Columns.at(now)).update() == 1;
    }

    public void notified(long id, LocalDate on) {
        jdbc.sql("update statutory_review set notified_on = :on where id = :id").param("id", id).param("on", on)
                .update();
    }

    public Optional<Review> find(long id) {
        return jdbc.sql("select * from statutory_review where id = :id").param("id", id)
                .query((row, i) -> review(row)).optional();
    }

    /** Latest first. */
    public List<Review> of(CaseReference reference) {
        return jdbc.sql("select * from statutory_review where case_reference = :reference order by id desc")
                .param("reference", reference.value()).query((row, i) -> review(row)).list();
    }

    private static Review review(ResultSet row) throws SQLException {
        Review.Late late = row.getBoolean("late")
                ? new Review.Late(row.getBoolean("late_accepted"), row.getString("late_reasons")) : null;
        Review.Extension longer = Columns.day(row, "extended_to") == null ? null
                : new Review.Extension(Columns.day(row, "extended_to"), Columns.day(row, "extension_agreed"));
        Review.Request request = new Review.Request(Columns.code(row, "matter", ReviewMatter.class),
                Columns.day(row, "decision_notified"), Set.of(row.getString("decided_by").split(",")),
                Columns.day(row, "requested_on"), Columns.code(row, "received_how", Review.Form.class),
                row.getString("request"), late, longer, row.getString("subject"));
        Review.Outcome outcome = Columns.code(row, "outcome", Review.Outcome.class);
        return new Review(row.getLong("id"), new CaseReference(row.getString("case_reference")), request,
                row.getString("recorded_by"), Columns.instant(row, "recorded_at"),
                outcome == null ? null : new Review.Result(outcome, row.getString("reasons"),
                        row.getString("decided_by_review"), Columns.instant(row, "decided_at")),
                Columns.day(row, "notified_on"));
    }
}
