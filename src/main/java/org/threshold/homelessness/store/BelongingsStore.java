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
import org.threshold.homelessness.Belongings;

/** The SQL of {@code belongings} and {@code belongings_check}. */
@Repository
public class BelongingsStore {

    private final JdbcClient jdbc;

    BelongingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseReference reference, LocalDate on, String danger, String whyUnable, String what,
                       boolean duty, String by, Instant now) {
        jdbc.sql("""
                insert into belongings (case_reference, started_on, danger, why_unable, what, under_duty, recorded_by,
                    recorded_at)
                values (:reference, :on, :danger, :unable, :what, :duty, :by, :at)""")
                .param("reference", reference.value()).param("on", on).param("danger", danger)
                .param("unable", whyUnable).param("what", what).param("duty", duty).param("by", by)
                .param("at", Columns.at(now)).update();
    }

    public Optional<Belongings> latest(CaseReference reference) {
        return jdbc.sql("select * from belongings where case_reference = :r order by id desc limit 1")
                .param("r", reference.value()).query((row, i) -> belongings(row)).optional();
    }

    private static Belongings belongings(ResultSet row) throws SQLException {
        return new Belongings(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                Columns.day(row, "started_on"), row.getString("danger"), row.getString("why_unable"),
                row.getString("what"), row.getBoolean("under_duty"), Columns.day(row, "ended_on"),
                Columns.code(row, "end_reason", Belongings.End.class), row.getString("end_words"));
    }

    public void end(long id, LocalDate on, Belongings.End end, String words, String by) {
        jdbc.sql("""
                update belongings set ended_on = :on, end_reason = :end, end_words = :words, ended_by = :by
                where id = :id and ended_on is null""")
                .param("id", id).param("on", on).param("end", end.name()).param("words", words).param("by", by)
                .update();
    }

    public void insertCheck(long id, Belongings.Check check, String by, Instant now) {
        jdbc.sql("""
                insert into belongings_check (belongings_id, checked_on, stored_at, inventory, key_held_by, charges,
                    access, notes, next_check_on, recorded_by, recorded_at)
                values (:id, :on, :stored, :inventory, :key, :charges, :access, :notes, :next, :by, :at)""")
                .param("id", id).param("on", check.checkedOn()).param("stored", check.storedAt())
                .param("inventory", check.inventory()).param("key", check.keyHeldBy())
                .param("charges", check.charges()).param("access", check.access()).param("notes", check.notes())
                .param("next", check.nextCheckOn()).param("by", by).param("at", Columns.at(now)).update();
    }

    /** Newest first. */
    public List<Belongings.Check> checks(long id) {
        return jdbc.sql("select * from belongings_check where belongings_id = :id order by id desc").param("id", id)
                .query((row, i) -> new Belongings.Check(Columns.day(row, "checked_on"), row.getString("stored_at"),
                        row.getString("inventory"), row.getString("key_held_by"), row.getString("charges"),
                        row.getString("access"), row.getString("notes"), Columns.day(row, "next_check_on"))).list();
    }
}
