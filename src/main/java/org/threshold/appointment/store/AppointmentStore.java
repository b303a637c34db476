package org.threshold.appointment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.appointment.AppointmentStatus;
import org.threshold.appointment.Missed;
import org.threshold.appointment.Purpose;
import org.threshold.appointment.Venue;
import org.threshold.casefile.CaseReference;

/** The SQL of {@code appointment}. Its constraints say that nobody is booked twice at a time. */
@Repository
public class AppointmentStore {

    private static final String FREE_THEN = """
            not exists (select from appointment other where other.status in ('BOOKED', 'ATTENDED') and other.id <> :not
                and other.%s = :who and tstzrange(other.starts_at, other.ends_at) && tstzrange(:from, :until))""";

    private final JdbcClient jdbc;
    private final Sight sight;

    AppointmentStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** An appointment as it is kept; the officer's name is not. */
    public record Row(long id, String uid, CaseReference caseReference, Purpose purpose, Long placementId, Venue venue,
                      String place, String officer, Instant startsAt, Instant endsAt, AppointmentStatus status,
                      Missed missed, String words, int version) {
    }

    /** What a booking writes. */
    public record NewRow(CaseReference caseReference, Purpose purpose, Long placementId, Venue venue, String place,
                         String officer, Instant startsAt, Instant endsAt, String by, Instant at) {
    }

    /** @return empty when the officer or the household has another appointment then; waits for whoever is booking it */
    public Optional<Row> insert(NewRow row) {
        return jdbc.sql("""
                insert into appointment (case_reference, purpose, placement_id, venue, place, officer, starts_at, ends_at,
                    status, made_at, made_by)
                values (:reference, :purpose, :placement, :venue, :place, :officer, :from, :until, 'BOOKED', :at, :by)
                on conflict do nothing returning *""")
                .param("reference", row.caseReference().value()).param("purpose", row.purpose().name())
                .param("placement", row.placementId(), Types.BIGINT).param("venue", row.venue().name())
                .param("place", row.place()).param("officer", row.officer()).param("from", at(row.startsAt()))
                .param("until", at(row.endsAt())).param("at", at(row.at())).param("by", row.by())
                .query((found, i) -> row(found)).optional();
    }

    public boolean officerFree(String officer, Instant from, Instant until, long not) {
        return free("officer", officer, from, until, not);
    }

    public boolean householdFree(CaseReference reference, Instant from, Instant until, long not) {
        return free("case_reference", reference.value(), from, until, not);
    }

    private boolean free(String column, String who, Instant from, Instant until, long not) {
        return jdbc.sql("select " + FREE_THEN.formatted(column)).param("who", who).param("from", at(from))
                .param("until", at(until)).param("not", not).query(Boolean.class).single();
    }

    /** Locked until the end of the transaction. */
    public Optional<Row> lock(CaseReference reference, long id) {
        return jdbc.sql("select * from appointment where case_reference = :r and id = :id for update")
                .param("r", reference.value()).param("id", id).query((row, i) -> row(row)).optional();
    }

    public Optional<Row> find(CaseReference reference, long id) {
        return jdbc.sql("select * from appointment where case_reference = :r and id = :id")
                .param("r", reference.value()).param("id", id).query((row, i) -> row(row)).optional();
    }

    /** Newest first. */
    public List<Row> of(CaseReference reference, int most) {
        return jdbc.sql("select * from appointment where case_reference = :r order by starts_at desc, id desc limit :most")
                .param("r", reference.value()).param("most", most).query((row, i) -> row(row)).list();
    }

    /** Of an officer, of cases that they may know of. */
    public List<Row> ofOfficer(String officer, Instant from, Instant until, int most) {
        return jdbc.sql("""
                select * from appointment where officer = :officer and starts_at >= :from and starts_at < :until
                  and status <> 'CANCELLED' and\s""" + Sight.of("appointment.case_reference") + """

                order by starts_at, id limit :most""")
                .param("officer", officer).param("from", at(from)).param("until", at(until)).param("most", most)
                .params(sight.parameters(officer)).query((row, i) -> row(row)).list();
    }

    /** Those still booked, of whatever officer, of cases that whoever asks may know of. */
    public List<Row> booked(Instant from, Instant until, int most) {
        return jdbc.sql("""
                select * from appointment where status = 'BOOKED' and starts_at >= :from and starts_at < :until and\s"""
                + Sight.of("appointment.case_reference") + """

                order by starts_at, id limit :most""")
                .param("from", at(from)).param("until", at(until)).param("most", most)
                .params(sight.parameters()).query((row, i) -> row(row)).list();
    }

    /** Whether an officer may know of the case and has not said that they know the people. */
    public boolean maySee(CaseReference reference, String officer) {
        return jdbc.sql("select exists (select from case_file where reference = :r and " + Sight.of("case_file.reference")
                        + " and " + Sight.impartial("case_file.reference") + ")")
                .param("r", reference.value()).params(sight.parameters(officer)).query(Boolean.class).single();
    }

    /** @return empty when the officer or the household has another appointment then */
    public Optional<Row> move(long id, String place, String officer, Instant from, Instant until, String why) {
        try {
            return Optional.of(jdbc.sql("""
                    update appointment set venue = 'OFFICE', place = :place, officer = :officer, starts_at = :from,
                        ends_at = :until, words = :why, version = version + 1 where id = :id returning *""")
                    .param("id", id).param("place", place).param("officer", officer).param("from", at(from))
                    .param("until", at(until)).param("why", why).query((row, i) -> row(row)).single());
        } catch (DataIntegrityViolationException taken) {
            return Optional.empty();
        }
    }

    public Row end(long id, AppointmentStatus status, Missed missed, String words) {
        return jdbc.sql("""
                update appointment set status = :status, missed_cause = :cause, missed_next = :next, words = :words,
                    version = version + 1 where id = :id returning *""")
                .param("id", id).param("status", status.name())
                .param("cause", missed == null ? null : missed.cause().name())
                .param("next", missed == null ? null : missed.next().name()).param("words", words)
                .query((row, i) -> row(row)).single();
    }

    /** Cancels what is still ahead on a case that has ended. */
    public List<Row> cancelAhead(CaseReference reference, Instant now, String words) {
        return jdbc.sql("""
                update appointment set status = 'CANCELLED', words = :words, version = version + 1
                where case_reference = :r and status = 'BOOKED' and starts_at > :now returning *""")
                .param("r", reference.value()).param("now", at(now)).param("words", words)
                .query((row, i) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String cause = row.getString("missed_cause");
        Missed missed = cause == null ? null : new Missed(Missed.Cause.valueOf(cause),
                Missed.NextStep.valueOf(row.getString("missed_next")), row.getString("words"));
        return new Row(row.getLong("id"), row.getString("uid"), new CaseReference(row.getString("case_reference")),
                Purpose.valueOf(row.getString("purpose")), row.getObject("placement_id", Long.class),
                Venue.valueOf(row.getString("venue")), row.getString("place"), row.getString("officer"),
                row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(),
                AppointmentStatus.valueOf(row.getString("status")), missed, row.getString("words"),
                row.getInt("version"));
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
