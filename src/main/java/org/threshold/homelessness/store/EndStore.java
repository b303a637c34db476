package org.threshold.homelessness.store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.Cancellations.Why;
import org.threshold.homelessness.Death;

/** The SQL of {@code death} and {@code cancellation}. */
@Repository
public class EndStore {

    private final JdbcClient jdbc;

    EndStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseReference reference, Death death, String by, Instant now) {
        jdbc.sql("""
                insert into death (case_reference, died_on, told_on, told_by, how_known, next_of_kin, recorded_by,
                    recorded_at)
                values (:reference, :died, :told, :toldBy, :how, :kin, :by, :at)""")
                .param("reference", reference.value()).param("died", death.diedOn()).param("told", death.toldOn())
                .param("toldBy", death.toldBy()).param("how", death.howKnown()).param("kin", death.nextOfKin())
                .param("by", by).param("at", Columns.at(now)).update();
    }

    /** What was recorded last. */
    public Optional<Death> death(CaseReference reference) {
        return jdbc.sql("select * from death where case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value())
                .query((row, i) -> new Death(Columns.day(row, "died_on"), Columns.day(row, "told_on"),
                        row.getString("told_by"), row.getString("how_known"), row.getString("next_of_kin")))
                .optional();
    }

    public void insertCancellation(CaseReference reference, Why why, String reason, String by, Instant now) {
        jdbc.sql("""
                insert into cancellation (case_reference, why, reason, recorded_by, recorded_at)
                values (:reference, :why, :reason, :by, :at)""")
                .param("reference", reference.value()).param("why", why.name()).param("reason", reason)
                .param("by", by).param("at", Columns.at(now)).update();
    }

    public Optional<Why> cancelled(CaseReference reference) {
        return jdbc.sql("select why from cancellation where case_reference = :r order by id desc limit 1")
                .param("r", reference.value()).query((row, i) -> Columns.code(row, "why", Why.class)).optional();
    }
}
