package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.EndingFact;

/** The SQL of {@code duty}, {@code duty_ending} and {@code ending_fact}. */
@Repository
public class DutyStore {

    private final JdbcClient jdbc;

    DutyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(CaseReference reference, DutyKind kind, LocalDate startedOn, String by, Instant now) {
        return jdbc.sql("""
                insert into duty (case_reference, kind, started_on, started_by, started_at)
                values (:reference, :kind, :on, :by, :at) returning id""")
                .param("reference", reference.value()).param("kind", kind.name()).param("on", startedOn)
                .param("by", by).param("at", Columns.at(now)).query(Long.class).single();
    }

    /** The duty goes on from its true first day; they were told of it when it was first accepted. */
    public long goOn(CaseReference reference, DutyKind kind, LocalDate startedOn, String by, Instant now) {
        return jdbc.sql("""
                insert into duty (case_reference, kind, started_on, started_by, started_at, notified_elsewhere)
                values (:reference, :kind, :on, :by, :at, true) returning id""")
                .param("reference", reference.value()).param("kind", kind.name()).param("on", startedOn)
                .param("by", by).param("at", Columns.at(now)).query(Long.class).single();
    }

    /** Whether the applicant was told of the duty before the case came here. */
    public boolean notifiedElsewhere(long id) {
        return jdbc.sql("select notified_elsewhere from duty where id = :id").param("id", id).query(Boolean.class)
                .single();
    }

    public List<Duty> of(CaseReference reference) {
        return jdbc.sql("select * from duty where case_reference = :reference order by id")
                .param("reference", reference.value()).query((row, i) -> duty(row)).list();
    }

    public Optional<Duty> running(CaseReference reference, DutyKind kind) {
        return jdbc.sql("""
                select * from duty where case_reference = :reference and kind = :kind and ended_on is null""")
                .param("reference", reference.value()).param("kind", kind.name()).query((row, i) -> duty(row))
                .optional();
    }

    public void end(long id, LocalDate on, EndReason reason, String by, Instant now) {
        jdbc.sql("""
                update duty set ended_on = :on, end_reason = :reason, ended_by = :by, ended_at = :at
                where id = :id and ended_on is null""")
                .param("id", id).param("on", on).param("reason", reason.name()).param("by", by)
                .param("at", Columns.at(now)).update();
    }

    /** Username of whoever ended the duty. */
    public String endedBy(long id) {
        return jdbc.sql("select ended_by from duty where id = :id").param("id", id).query(String.class).single();
    }

    /** @return false when the duty has ended, or starts on another day by now */
    public boolean correctStart(long id, LocalDate believed, LocalDate startedOn) {
        return jdbc.sql("""
                update duty set started_on = :on
                where id = :id and started_on = :believed and ended_on is null""")
                .param("id", id).param("on", startedOn).param("believed", believed).update() == 1;
    }

    public long insertEnding(Duty duty, DutyEnding.Facts facts, DutyEnding.Status status, String by, Instant now) {
        return jdbc.sql("""
                insert into duty_ending (case_reference, duty_id, kind, reason, ended_on, reasons, accommodation,
                    activity, in_district, address, evidence, offer_id, place_offer_id, proposed_by, proposed_at, status)
                values (:reference, :duty, :kind, :reason, :on, :reasons, :accommodation, :activity, :inDistrict,
                    :address, :evidence, :offer, :place, :by, :at, :status) returning id""")
                .param("reference", duty.caseReference().value()).param("duty", duty.id())
                .param("kind", duty.kind().name()).param("reason", facts.reason().name())
                .param("on", facts.endedOn()).param("reasons", facts.reasons())
                .param("accommodation", facts.accommodation()).param("activity", facts.activity())
                .param("inDistrict", facts.inDistrict()).param("address", facts.address())
                .param("evidence", Codes.joined(facts.evidence())).param("offer", facts.offerId())
                .param("place", facts.placeOfferId()).param("by", by).param("at", Columns.at(now))
                .param("status", status.name()).query(Long.class).single();
    }

    public void insertFacts(long endingId, List<EndingFact> facts) {
        facts.forEach(fact -> jdbc.sql("""
                insert into ending_fact (ending_id, kind, words, happened_on, by_whom)
                values (:ending, :kind, :words, :on, :by)""")
                .param("ending", endingId).param("kind", fact.kind().name()).param("words", fact.words())
                .param("on", fact.on()).param("by", fact.by()).update());
    }

    /** The facts of all proposals of a case, by the proposal's id. */
    public Map<Long, List<EndingFact>> facts(CaseReference reference) {
        Map<Long, List<EndingFact>> facts = new LinkedHashMap<>();
        jdbc.sql("""
                select f.* from ending_fact f join duty_ending e on e.id = f.ending_id
                where e.case_reference = :reference order by f.id""").param("reference", reference.value())
                .query(row -> {
                    facts.computeIfAbsent(row.getLong("ending_id"), id -> new ArrayList<>()).add(new EndingFact(
                            Columns.code(row, "kind", EndingFact.Kind.class), row.getString("words"),
                            Columns.day(row, "happened_on"), row.getString("by_whom")));
                });
        return facts;
    }

    public Optional<DutyEnding> latestEnding(CaseReference reference, DutyKind kind) {
        return jdbc.sql("""
                select * from duty_ending where case_reference = :reference and kind = :kind order by id desc limit 1""")
                .param("reference", reference.value()).param("kind", kind.name()).query((row, i) -> ending(row))
                .optional();
    }

    public List<DutyEnding> endings(CaseReference reference) {
        return jdbc.sql("select * from duty_ending where case_reference = :reference order by id")
                .param("reference", reference.value()).query((row, i) -> ending(row)).list();
    }

    /** @return false when it was answered meanwhile */
    public boolean answer(long id, DutyEnding.Status status, String by, Instant now, String comments) {
        return jdbc.sql("""
                update duty_ending set status = :status, answered_by = :by, answered_at = :at, comments = :comments
                where id = :id and status = 'PROPOSED'""")
                .param("id", id).param("status", status.name()).param("by", by).param("at", Columns.at(now))
                .param("comments", comments).update() == 1;
    }

    public void done(long id) {
        jdbc.sql("update duty_ending set status = 'DONE' where id = :id").param("id", id).update();
    }

    private static Duty duty(ResultSet row) throws SQLException {
        return new Duty(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                Columns.code(row, "kind", DutyKind.class), Columns.day(row, "started_on"), Columns.day(row, "ended_on"),
                Columns.code(row, "end_reason", EndReason.class));
    }

    private static DutyEnding ending(ResultSet row) throws SQLException {
        DutyEnding.Facts facts = new DutyEnding.Facts(Columns.code(row, "reason", EndReason.class),
                Columns.day(row, "ended_on"), row.getString("reasons"), row.getString("accommodation"),
                row.getString("activity"), Columns.yesNo(row, "in_district"), row.getString("address"),
                Codes.read(row, "evidence"), row.getObject("offer_id", Long.class),
                row.getObject("place_offer_id", Long.class), List.of());
        return new DutyEnding(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                row.getLong("duty_id"), Columns.code(row, "kind", DutyKind.class), facts, row.getString("proposed_by"),
                Columns.instant(row, "proposed_at"), Columns.code(row, "status", DutyEnding.Status.class),
                row.getString("answered_by"), row.getString("comments"));
    }
}
