package org.threshold.worklist.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepReminders.Reminder;

/** The table {@code step_reminder}. */
@Repository
public class ReminderStore {

    private final JdbcClient jdbc;
    private final Sight sight;

    ReminderStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** @return false when its owner was reminded of it on that day before */
    public boolean insert(OpenStep step, String words, String by, LocalDate on, Instant at) {
        return jdbc.sql("""
                insert into step_reminder (step_id, case_reference, owner, words, reminded_by, reminded_on, reminded_at)
                values (:step, :case, :owner, :words, :by, :on, :at) on conflict do nothing""")
                .param("step", step.stepId()).param("case", step.caseReference().value()).param("owner", step.owner())
                .param("words", words).param("by", by).param("on", on).param("at", Columns.at(at)).update() == 1;
    }

    /** Latest first. */
    public List<Reminder> of(CaseReference reference, String stepId) {
        return jdbc.sql("select * from step_reminder where case_reference = :case and step_id = :step and "
                        + Sight.of("step_reminder.case_reference") + " order by id desc limit 10")
                .param("case", reference.value()).param("step", stepId).params(sight.parameters())
                .query((row, i) -> new Reminder(row.getString("owner"), row.getString("words"),
                        row.getString("reminded_by"), Columns.instant(row, "reminded_at"))).list();
    }
}
