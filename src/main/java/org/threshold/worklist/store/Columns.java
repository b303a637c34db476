package org.threshold.worklist.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.worklist.HoldReason;
import org.threshold.worklist.OpenStep;

/** How rows become records and instants become parameters. */
final class Columns {

    /** Sorts after every real date: a step whose model sets no due date. */
    static final Instant NO_DUE = Instant.parse("9999-12-31T00:00:00Z");

    /** The open steps with what {@link #openStep} reads; a condition follows. */
    static final String STEPS = "select worklist_step.*, " + Sight.restricted("worklist_step.case_reference")
            + " as restricted from worklist_step";

    private Columns() {
    }

    static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OpenStep openStep(ResultSet row, int number) throws SQLException {
        Instant due = instant(row, "due_at");
        String clock = row.getString("clock_kind");
        String hold = row.getString("hold_reason");
        return new OpenStep(row.getString("step_id"), new CaseReference(row.getString("case_reference")),
                row.getString("applicant_name"), row.getObject("date_of_birth", LocalDate.class),
                texts(row.getArray("flags")), row.getString("team"), row.getString("owner"),
                instant(row, "owned_since"), row.getString("role"), row.getString("lane"),
                row.getBoolean("in_person"), NO_DUE.equals(due) ? null : due,
                clock == null ? null : ClockKind.valueOf(clock), row.getObject("clock_last_day", LocalDate.class),
                hold == null ? null : HoldReason.valueOf(hold), row.getObject("hold_until", LocalDate.class),
                row.getString("process_key"), row.getInt("process_version"), row.getString("process_instance_id"),
                row.getString("element_id"), row.getString("name"), row.getString("documentation"),
                row.getString("form_key"), row.getString("provision"), row.getString("waits_for"),
                instant(row, "created_at"), row.getBoolean("restricted"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
