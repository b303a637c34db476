package org.threshold.insight.store;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.insight.Measure;

/** The table {@code step_measure}: rows go in and out as json, by the names of their columns. */
@Repository
public class MeasureTable {

    /** What later facts move; the rest stays as the step began. */
    private static final List<String> MOVING = List.of("process_version", "element_id", "team", "owner",
            "first_picked_up_at", "ended_at", "ended_how", "ended_by", "state", "hold_reason", "hold_until", "since",
            "waiting_seconds", "held_seconds", "on_hold_seconds", "applicant_seconds", "third_party_seconds",
            "waiting_working_seconds", "held_working_seconds", "handovers", "ping_pongs", "last_holder",
            "holder_before", "due_at", "redated");
    private static final String WRITE = "insert into step_measure select * from "
            + "jsonb_populate_recordset(null::step_measure, ?::jsonb) on conflict (step_id) do update set ("
            + String.join(", ", MOVING) + ") = row (excluded." + String.join(", excluded.", MOVING) + ")";

    private final JdbcClient jdbc;

    MeasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With one statement; new rows are added, others moved on. */
    public void write(Collection<Measure> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql(WRITE).param(Json.write(rows)).update();
        }
    }
}
