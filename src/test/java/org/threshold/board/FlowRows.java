package org.threshold.board;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/**
 * Cases, steps and stays with chosen days, for a team that nobody else has; taken away again, because they have no
 * household and no process behind them. All days are at noon in London.
 */
final class FlowRows {

    static final String TEAM = "flow-over-time";
    static final String PROCESS = "relief-duty";

    private static final String UNIT = "Flow over time test unit";

    private final JdbcClient jdbc;
    private int cases;

    FlowRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param closedOn null while it is open */
    String addCase(LocalDate openedOn, LocalDate closedOn) {
        String reference = "TH-99%07d-F".formatted(cases++);
        jdbc.sql("""
                insert into case_file (reference, opened_at, opened_by, channel, team, status, status_since, reason,
                    language, needs, flags, version)
                values (:reference, %1$s, 'officer', 'PHONE', :team, :status, %2$s, 'Made for a test',
                    'en', '{}', '{}', 1)
                """.formatted(noon("opened"), noon("since"))).param("reference", reference).param("team", TEAM)
                .param("opened", openedOn).param("status", closedOn == null ? "TRIAGE" : "CLOSED")
                .param("since", closedOn == null ? openedOn : closedOn).update();
        return reference;
    }

    /** @param reason null while it is owed */
    void addDuty(String reference, DutyKind kind, LocalDate startedOn, LocalDate endedOn, EndReason reason) {
        jdbc.sql("""
                insert into duty (case_reference, kind, started_on, started_by, started_at, ended_on, end_reason,
                    ended_by, ended_at)
                values (:reference, :kind, :on, 'officer', %1$s, :ended, :reason, 'officer', %1$s)"""
                .formatted(noon("on"))).param("reference", reference).param("kind", kind.name()).param("on", startedOn)
                .param("ended", endedOn, java.sql.Types.DATE)
                .param("reason", reason == null ? null : reason.name(), java.sql.Types.VARCHAR).update();
    }

    /** @param pickedUpOn null while nobody has it; endedOn null while it is open */
    void addStep(String reference, LocalDate createdOn, LocalDate pickedUpOn, LocalDate endedOn) {
        jdbc.sql("""
                insert into step_measure (step_id, case_reference, process_key, process_version, first_element_id,
                    element_id, team, created_at, first_picked_up_at, ended_at, ended_how, state, since)
                values (gen_random_uuid(), :reference, :process, 1, 'flow-test', 'flow-test', :team, %1$s, %2$s, %3$s,
                    :how, :state, %1$s)""".formatted(noon("created"), noon("picked"), noon("ended")))
                .param("reference", reference).param("process", PROCESS).param("team", TEAM).param("created", createdOn)
                .param("picked", pickedUpOn, java.sql.Types.DATE).param("ended", endedOn, java.sql.Types.DATE)
                .param("how", endedOn == null ? null : "COMPLETED", java.sql.Types.VARCHAR)
                .param("state", endedOn != null ? "ENDED" : pickedUpOn != null ? "HELD" : "WAITING").update();
    }

    /** @param bedAndBreakfast else a leased flat */
    long addUnit(boolean bedAndBreakfast) {
        Long provider = jdbc.sql("insert into provider (name) values (:name) on conflict (name) do update"
                + " set name = :name returning id").param("name", UNIT).query(Long.class).single();
        String facts = bedAndBreakfast ? "'PRIVATE', false, false, 'NONE', 'SHARED', 'SHARED'"
                : "'PRIVATE', true, true, 'OWN', 'OWN', 'OWN'";
        Long unit = jdbc.sql("""
                insert into unit (name, address, postcode, district, provider_id, kind, bedrooms, holds, step_free)
                select :name, '1 Made-up Road', 'ZZ1 1ZZ', min(code), :provider, :kind, 1, 3, true
                from district returning id""").param("name", UNIT).param("provider", provider)
                .param("kind", bedAndBreakfast ? "NIGHTLY_PAID" : "PRIVATE_LEASED").query(Long.class).single();
        jdbc.sql("""
                insert into unit_facilities (unit_id, from_date, run_by, private_dwelling, self_contained, cooking,
                    toilet, washing, made_at, made_by) values (:unit, '2020-01-01', %s, timestamp '2020-01-01', 'officer')"""
                .formatted(facts)).param("unit", unit).update();
        return unit;
    }

    void addStay(String reference, long unit, LocalDate firstNight, LocalDate leftOn) {
        addStay(reference, unit, firstNight, leftOn, leftOn == null ? null : "OTHER");
    }

    /** @param why a {@link org.threshold.accommodation.PlacementEnd}; null while they live there */
    void addStay(String reference, long unit, LocalDate firstNight, LocalDate leftOn, String why) {
        jdbc.sql("""
                insert into placement (case_reference, function, status, unit_id, starts_on, ended_on, end_reason,
                    requested_at, requested_by)
                values (:reference, 'RELIEF_POWER', :status, :unit, :from, :left, :why, %s, 'officer')"""
                .formatted(noon("from"))).param("reference", reference).param("unit", unit).param("from", firstNight)
                .param("status", leftOn == null ? "IN_OCCUPATION" : "ENDED")
                .param("left", leftOn, java.sql.Types.DATE)
                .param("why", why, java.sql.Types.VARCHAR).update();
    }

    /** They have the keys of a home, whoever let it. */
    void addHome(String reference, LocalDate keysOn) {
        jdbc.sql("insert into sustainment (case_reference, address, from_day, begun_by, begun_at)"
                + " values (:reference, '1 Made-up Road', :keys, 'officer', " + noon("keys") + ")")
                .param("reference", reference).param("keys", keysOn).update();
    }

    /** The case comes from an earlier system, on that day. */
    void broughtOver(String reference, LocalDate on) {
        Long load = jdbc.sql("""
                insert into caseload_import (uploaded_at, uploaded_by, date_order, content_hash, state)
                values (%s, :team, 'ISO', 'flow', 'DONE') returning id""".formatted(noon("on"))).param("on", on)
                .param("team", TEAM).query(Long.class).single();
        jdbc.sql("""
                insert into caseload_household (import_id, position, previous_reference, content_hash, state,
                    row_counts, case_reference, brought_at)
                values (:load, 1, :previous, 'flow', 'IMPORTED', '{}', :reference, %s)""".formatted(noon("on")))
                .param("load", load).param("previous", "FLOW-" + reference).param("reference", reference)
                .param("on", on).update();
    }

    void hide(String reference, String manager) {
        jdbc.sql("insert into case_restriction (case_reference, kind, reason, manager, restricted_by, restricted_at)"
                + " values (:reference, 'OTHER', 'Made for a test', :manager, :manager, timestamp '2026-01-01')")
                .param("reference", reference).param("manager", manager).update();
    }

    void takeAway() {
        String mine = " in (select reference from case_file where team = :team)";
        for (String table : new String[]{"placement", "sustainment", "duty", "case_restriction",
            "step_measure", "caseload_household"}) {
            jdbc.sql("delete from " + table + " where case_reference" + mine).param("team", TEAM).update();
        }
        jdbc.sql("delete from caseload_import where uploaded_by = :team").param("team", TEAM).update();
        jdbc.sql("delete from case_file where team = :team").param("team", TEAM).update();
        jdbc.sql("delete from unit_facilities where unit_id in (select id from unit where name = :name)")
                .param("name", UNIT).update();
        jdbc.sql("delete from unit where name = :name").param("name", UNIT).update();
        jdbc.sql("delete from provider where name = :name").param("name", UNIT).update();
    }

    private static String noon(String parameter) {
        return "(cast(:" + parameter + " as date) + time '12:00') at time zone 'Europe/London'";
    }
}
