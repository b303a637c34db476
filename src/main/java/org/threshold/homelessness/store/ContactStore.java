package org.threshold.homelessness.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.ContactAttempt;
import org.threshold.homelessness.ContactWay;

/** The SQL of {@code contact_attempt} and {@code lost_contact}. */
@Repository
public class ContactStore {

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseReference reference, ContactAttempt attempt, Instant now) {
        jdbc.sql("""
                insert into contact_attempt (case_reference, tried_on, way, reached, what, recorded_by, recorded_at)
                values (:reference, :on, :way, :reached, :what, :by, :at)""")
                .param("reference", reference.value()).param("on", attempt.triedOn())
                .param("way", attempt.way().name()).param("reached", attempt.reached())
                .param("what", attempt.what()).param("by", attempt.recordedBy()).param("at", Columns.at(now)).update();
    }

    /** Newest first. */
    public List<ContactAttempt> of(CaseReference reference) {
        return jdbc.sql("""
                select * from contact_attempt where case_reference = :reference order by tried_on desc, id desc""")
                .param("reference", reference.value())
                .query((row, i) -> new ContactAttempt(Columns.day(row, "tried_on"), Columns.code(row, "way",
                        ContactWay.class), row.getBoolean("reached"), row.getString("what"),
                        row.getString("recorded_by"))).list();
    }

    public void insertLost(CaseReference reference, String reasons, boolean safeToWrite, String by, Instant now) {
        jdbc.sql("""
                insert into lost_contact (case_reference, reasons, safe_to_write, recorded_by, recorded_at)
                values (:reference, :reasons, :safe, :by, :at)""")
                .param("reference", reference.value()).param("reasons", reasons).param("safe", safeToWrite)
                .param("by", by).param("at", Columns.at(now)).update();
    }

    /** Whether a letter may go out about the contact that was lost last. */
    public boolean safeToWrite(CaseReference reference) {
        return jdbc.sql("""
                select safe_to_write from lost_contact where case_reference = :reference order by id desc limit 1""")
                .param("reference", reference.value()).query(Boolean.class).optional().orElse(false);
    }
}
