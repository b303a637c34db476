package org.threshold.appointment.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of {@code appointment_slot}. A slot is taken where its officer is booked then; nothing else says so. */
@Repository
public class SlotStore {

    private static final String NOT_TAKEN = """
            not exists (select from appointment booked where booked.status in ('BOOKED', 'ATTENDED')
                and booked.officer = slot.officer
                and tstzrange(booked.starts_at, booked.ends_at) && tstzrange(slot.starts_at, slot.ends_at))""";

    private final JdbcClient jdbc;

    SlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Row(long id, String officer, String office, Instant startsAt, Instant endsAt, boolean taken) {
    }

    /**
     * Not taken, in order of time.
     *
     * @param office  null for any
     * @param officer null for anybody
     */
    public List<Row> free(String office, String officer, Instant from, Instant until, int most) {
        return jdbc.sql("""
                select slot.*, false as taken from appointment_slot slot
                where slot.withdrawn_at is null and slot.starts_at >= :from and slot.starts_at < :until
                  and (cast(:office as text) is null or slot.office = :office)
                  and (cast(:officer as text) is null or slot.officer = :officer) and\s""" + NOT_TAKEN + """

                order by slot.starts_at, slot.office, slot.officer limit :most""")
                .param("office", office).param("officer", officer).param("from", at(from)).param("until", at(until))
                .param("most", most).query((row, i) -> row(row)).list();
    }

    /** Taken or not, in order of time. */
    public List<Row> all(Instant from, Instant until, int most) {
        return jdbc.sql("""
                select slot.*, not\s""" + NOT_TAKEN + """
                 as taken from appointment_slot slot
                where slot.withdrawn_at is null and slot.starts_at >= :from and slot.starts_at < :until
                order by slot.starts_at, slot.office, slot.officer limit :most""")
                .param("from", at(from)).param("until", at(until)).param("most", most)
                .query((row, i) -> row(row)).list();
    }

    /** Locked until the end of the transaction, so that it is not withdrawn while it is booked; empty when withdrawn. */
    public Optional<Row> lock(long id) {
        return jdbc.sql("select slot.*, false as taken from appointment_slot slot where id = :id and withdrawn_at is null"
                + " for update").param("id", id).query((row, i) -> row(row)).optional();
    }

    /** In one statement; those that overlap with a slot of the officer are left out. @return how many were made */
    public int insert(String officer, String office, List<Instant> starts, int minutes, String by, Instant now) {
        return jdbc.sql("""
                insert into appointment_slot (officer, office, starts_at, ends_at, made_at, made_by)
                select :officer, :office, at, at + make_interval(mins => :minutes), :now, :by
                from unnest(cast(:starts as timestamptz[])) at
                on conflict do nothing""")
                .param("officer", officer).param("office", office).param("minutes", minutes).param("by", by)
                .param("now", at(now))
                .param("starts", starts.stream().map(Instant::toString).toArray(String[]::new)).update();
    }

    /** @return false when it was withdrawn before */
    public boolean withdraw(long id, Instant now) {
        return jdbc.sql("update appointment_slot set withdrawn_at = :now where id = :id and withdrawn_at is null")
                .param("id", id).param("now", at(now)).update() == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getLong("id"), row.getString("officer"), row.getString("office"),
                row.getTimestamp("starts_at").toInstant(), row.getTimestamp("ends_at").toInstant(),
                row.getBoolean("taken"));
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }
}
