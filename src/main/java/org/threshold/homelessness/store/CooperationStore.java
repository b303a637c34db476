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
import org.threshold.homelessness.CooperationNotice;
import org.threshold.homelessness.CooperationRefusal;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyKind;

/** The SQL of {@code non_cooperation} and {@code non_cooperation_notice}. */
@Repository
public class CooperationStore {

    /** Steps of a plan are texts of several lines, so they are kept apart by a character that no form lets through. */
    private static final String APART = "\u001e";

    private final JdbcClient jdbc;

    CooperationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return empty when one is open on the case already */
    public Optional<Long> insert(Duty duty, int planVersion, CooperationRefusal.Facts facts, LocalDate respondBy,
                                 String by, Instant now) {
        return jdbc.sql("""
                insert into non_cooperation (case_reference, duty_id, duty, plan_version, steps, why_deliberate,
                    why_unreasonable, considered, circumstances, given_how, respond_by, opened_by, opened_at)
                values (:reference, :dutyId, :duty, :version, :steps, :deliberate, :unreasonable, :considered,
                    :circumstances, :given, :respondBy, :by, :at) on conflict do nothing returning id""")
                .param("reference", duty.caseReference().value()).param("dutyId", duty.id())
                .param("duty", duty.kind().name()).param("version", planVersion)
                .param("steps", String.join(APART, facts.steps())).param("deliberate", facts.whyDeliberate())
                .param("unreasonable", facts.whyUnreasonable()).param("considered", Codes.joined(facts.considered()))
                .param("circumstances", facts.circumstances()).param("given", facts.givenHow().name())
                .param("respondBy", respondBy).param("by", by).param("at", Columns.at(now)).query(Long.class).optional();
    }

    public void warned(long id, LocalDate on, LocalDate respondBy) {
        jdbc.sql("update non_cooperation set warned_on = :on, respond_by = :until where id = :id and warned_on is null")
                .param("id", id).param("on", on).param("until", respondBy).update();
    }

    /** @return false when it was settled meanwhile */
    public boolean settle(long id, CooperationRefusal.Settled how, String notes, String by, Instant now) {
        return jdbc.sql("""
                update non_cooperation set settled = :how, settled_notes = :notes, settled_by = :by, settled_at = :at
                where id = :id and settled is null""")
                .param("id", id).param("how", how.name()).param("notes", notes).param("by", by)
                .param("at", Columns.at(now)).update() == 1;
    }

    /** Latest first. */
    public List<CooperationRefusal> of(CaseReference reference) {
        return jdbc.sql("select * from non_cooperation where case_reference = :reference order by id desc")
                .param("reference", reference.value()).query((row, i) -> refusal(row)).list();
    }

    public Optional<CooperationRefusal> open(CaseReference reference) {
        return jdbc.sql("select * from non_cooperation where case_reference = :reference and settled is null")
                .param("reference", reference.value()).query((row, i) -> refusal(row)).optional();
    }

    public long insertNotice(CooperationRefusal refusal, CooperationNotice.Draft draft, String by, Instant now) {
        return jdbc.sql("""
                insert into non_cooperation_notice (non_cooperation_id, case_reference, steps, reasons, considered,
                    given_how, drafted_by, drafted_at, status)
                values (:refusal, :reference, :steps, :reasons, :considered, :given, :by, :at, 'DRAFT') returning id""")
                .param("refusal", refusal.id()).param("reference", refusal.caseReference().value())
                .param("steps", String.join(APART, draft.steps())).param("reasons", draft.reasons())
                .param("considered", draft.considered()).param("given", draft.givenHow().name()).param("by", by)
                .param("at", Columns.at(now)).query(Long.class).single();
    }

    public Instant draftedAt(long id) {
        return jdbc.sql("select drafted_at from non_cooperation_notice where id = :id").param("id", id)
                .query((row, i) -> Columns.instant(row, "drafted_at")).single();
    }

    /** @return false when it was answered meanwhile */
    public boolean answer(long id, CooperationNotice.Status status, String by, Instant now, String comments) {
        return jdbc.sql("""
                update non_cooperation_notice set status = :status, answered_by = :by, answered_at = :at,
                    comments = :comments where id = :id and status = 'DRAFT'""")
                .param("id", id).param("status", status.name()).param("by", by).param("at", Columns.at(now))
                .param("comments", comments).update() == 1;
    }

    public void given(long id, LocalDate on) {
        jdbc.sql("update non_cooperation_notice set status = 'GIVEN', given_on = :on where id = :id")
                .param("id", id).param("on", on).update();
    }

    /** Latest first. */
    public List<CooperationNotice> notices(CaseReference reference) {
        return jdbc.sql("select * from non_cooperation_notice where case_reference = :reference order by id desc")
                .param("reference", reference.value()).query((row, i) -> notice(row)).list();
    }

    /** Whether a notice that no review has overturned was given since the application that now runs was triaged. */
    public boolean noticeGivenSinceTriage(CaseReference reference) {
        return jdbc.sql("""
                select exists (select from non_cooperation_notice where case_reference = :r and status = 'GIVEN'
                    and drafted_at > coalesce((select max(recorded_at) from triage where case_reference = :r),
                        '-infinity')
                    and not exists (select from statutory_review where case_reference = :r
                        and outcome = 'OVERTURNED' and matter like 'NON_COOPERATION_%'
                        and decision_notified = non_cooperation_notice.given_on)
                    and not exists (select from no_longer_stands n where n.case_reference = :r
                        and n.subject = 'notice-' || non_cooperation_notice.id))""")
                .param("r", reference.value()).query(Boolean.class).single();
    }

    private static CooperationRefusal refusal(ResultSet row) throws SQLException {
        CooperationRefusal.Facts facts = new CooperationRefusal.Facts(List.of(row.getString("steps").split(APART)),
                row.getString("why_deliberate"), row.getString("why_unreasonable"), Codes.read(row, "considered"),
                row.getString("circumstances"), Columns.code(row, "given_how", CooperationRefusal.Given.class));
        return new CooperationRefusal(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                row.getLong("duty_id"), Columns.code(row, "duty", DutyKind.class), row.getInt("plan_version"), facts,
                Columns.day(row, "respond_by"), row.getString("opened_by"), Columns.instant(row, "opened_at"),
                Columns.day(row, "warned_on"), Columns.code(row, "settled", CooperationRefusal.Settled.class),
                row.getString("settled_notes"), row.getString("settled_by"));
    }

    private static CooperationNotice notice(ResultSet row) throws SQLException {
        CooperationNotice.Draft draft = new CooperationNotice.Draft(List.of(row.getString("steps").split(APART)),
                row.getString("reasons"), row.getString("considered"),
                Columns.code(row, "given_how", CooperationRefusal.Given.class));
        return new CooperationNotice(row.getLong("id"), row.getLong("non_cooperation_id"),
                new CaseReference(row.getString("case_reference")), draft, row.getString("drafted_by"),
                Columns.code(row, "status", CooperationNotice.Status.class), row.getString("answered_by"),
                row.getString("comments"), Columns.day(row, "given_on"));
    }
}
