package org.threshold.homelessness.store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.OutOfHours.Night;

/** The SQL of {@code out_of_hours_record}. */
@Repository
public class OutOfHoursStore {

    private final JdbcClient jdbc;

    OutOfHoursStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseReference reference, Night night, String by, Instant now) {
        jdbc.sql("""
                insert into out_of_hours_record (case_reference, with_them, safe_tonight, domestic_abuse, hate_crime,
                    interim_due, why_not_due, what_happened, recorded_by, recorded_at)
                values (:reference, :with, :safe, :abuse, :hate, :due, :whyNot, :what, :by, :at)""")
                .param("reference", reference.value()).param("with", night.withThem())
                .param("safe", night.safeTonight()).param("abuse", night.domesticAbuse())
                .param("hate", night.hateCrime()).param("due", night.interimDue())
                .param("whyNot", night.whyNotDue()).param("what", night.whatHappened()).param("by", by)
                .param("at", Columns.at(now)).update();
    }

    public Optional<Night> of(CaseReference reference) {
        return jdbc.sql("select * from out_of_hours_record where case_reference = :r").param("r", reference.value())
                .query((row, i) -> new Night(row.getString("with_them"), row.getBoolean("safe_tonight"),
                        row.getBoolean("domestic_abuse"), row.getBoolean("hate_crime"),
                        row.getBoolean("interim_due"), row.getString("why_not_due"), row.getString("what_happened")))
                .optional();
    }
}
