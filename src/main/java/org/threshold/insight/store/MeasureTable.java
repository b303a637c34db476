package org.threshold.insight.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.insight.Measure;

/** The table {@code step_measure}: rows go in and out as json, by the names of their columns. */
@Repository
public class MeasureTable {

    /** As the step began. */
    private static final String STANDING = "case_reference, process_key, first_element_id, lane, in_person, waits_for, "
            + "household_type, office, placement_kind, created_at, first_due_at, pass, pass_group";
    /** What later facts move. */
    private static final String MOVING = "process_version, element_id, team, owner, first_picked_up_at, ended_at, "
            + "ended_how, ended_by, state, hold_reason, hold_until, since, waiting_seconds, held_seconds, "
            + "on_hold_seconds, applicant_seconds, third_party_seconds, waiting_working_seconds, "
            + "held_working_seconds, handovers, ping_pongs, last_holder, holder_before, due_at, redated";
    private static final String ALL = "step_id, " + STANDING + ", " + MOVING;

    private final JdbcClient jdbc;

    MeasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With one statement; new rows are added, others moved on. */
    public void write(Collection<Measure> rows) {
        write(rows, MOVING);
    }

    /** The rows of the cases are these and no others. */
    public void replace(Collection<String> cases, Collection<Measure> rows) {
        String[] steps = rows.stream().map(Measure::stepId).toArray(String[]::new);
        jdbc.sql("delete from step_measure where case_reference = any(?) and step_id <> all(?)")
                .params(cases.toArray(String[]::new), steps).update();
        write(rows, STANDING + ", " + MOVING);
    }

    private void write(Collection<Measure> rows, String changing) {
        if (!rows.isEmpty()) {
            jdbc.sql("insert into step_measure (" + ALL + ") select " + ALL
                            + " from jsonb_populate_recordset(null::step_measure, ?::jsonb) "
                            + "on conflict (step_id) do update set (" + changing + ") = row (excluded."
                            + changing.replace(", ", ", excluded.") + ")")
                    .param(Json.write(rows)).update();
        }
    }

    public List<Measure> of(Collection<String> cases) {
        return jdbc.sql("select to_jsonb(step_measure) from step_measure where case_reference = any(?)")
                .param(cases.toArray(String[]::new)).query(String.class).list().stream().map(MeasureTable::read)
                .toList();
    }

    /** Locks steps on hold whose hold has come to its day; not those that somebody moves now. */
    public List<Measure> lapsing(Instant now, int limit) {
        return jdbc.sql("select to_jsonb(step_measure) from step_measure where state = 'ON_HOLD' and hold_until <= ? "
                        + "order by hold_until limit ? for update skip locked")
                .params(OffsetDateTime.ofInstant(now, ZoneOffset.UTC), limit).query(String.class).list().stream()
                .map(MeasureTable::read).toList();
    }

    /** All of the row, for comparing. */
    public static String text(Measure row) {
        return Json.write(row);
    }

    public boolean rebuildIsDue() {
        return jdbc.sql("select exists (select from measure_rebuild_due)").query(Boolean.class).single();
    }

    public void rebuilt() {
        jdbc.sql("delete from measure_rebuild_due").update();
    }

    private static Measure read(String json) {
        return Json.read(json, Measure.class);
    }
}
