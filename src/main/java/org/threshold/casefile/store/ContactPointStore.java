package org.threshold.casefile.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.ContactMethod;
import org.threshold.casefile.ContactPoint;
import org.threshold.casefile.ContactPointKind;
import org.threshold.casefile.ContactRule;
import org.threshold.casefile.ContactSafety;
import org.threshold.casefile.Postcode;

/** The SQL of {@code contact_point} and {@code contact_rule}: rows are added, and ended once. */
@Repository
public class ContactPointStore {

    private final JdbcClient jdbc;

    ContactPointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who records or ends something, and when. */
    public record By(String username, Instant at, LocalDate today) {
    }

    /** @param endedOn planned already, or null */
    public record NewPoint(long memberId, ContactPointKind kind, String value, Postcode postcode, String careOf,
                           ContactSafety safety, String remark, LocalDate from, LocalDate endedOn) {
    }

    public long insert(CaseReference reference, NewPoint point, By by) {
        return jdbc.sql("""
                insert into contact_point (case_reference, member_id, kind, value, postcode, care_of, safety, remark,
                    from_day, ended_on, recorded_by, recorded_at, ended_by, ended_at)
                values (:reference, :member, :kind, :value, :postcode, :careOf, :safety, :remark, :from, :endedOn, :by,
                    :at, case when :endedOn::date is not null then :by end,
                    case when :endedOn::date is not null then :at::timestamptz end) returning id""")
                .param("reference", reference.value()).param("member", point.memberId())
                .param("kind", point.kind().name()).param("value", point.value())
                .param("postcode", point.postcode() == null ? null : point.postcode().value())
                .param("careOf", point.careOf()).param("safety", point.safety().name())
                .param("remark", point.remark()).param("from", point.from())
                .param("endedOn", new SqlParameterValue(Types.DATE, point.endedOn()))
                .param("by", by.username()).param("at", Timestamp.from(by.at()))
                .query(Long.class).single();
    }

    /** What had not begun by that day never holds. */
    public void end(long id, LocalDate on, By by) {
        jdbc.sql("""
                update contact_point set ended_on = greatest(:on::date, from_day), ended_by = :by, ended_at = :at
                where id = :id""").param("id", id).param("on", on).param("by", by.username())
                .param("at", Timestamp.from(by.at())).update();
    }

    /** Of everybody in the household, newest first. */
    public List<ContactPoint> points(CaseReference reference) {
        return jdbc.sql("select * from contact_point where case_reference = ? order by id desc")
                .param(reference.value()).query((row, i) -> point(row)).list();
    }

    public void insertRule(CaseReference reference, long memberId, ContactRule.Kind kind, boolean onlyBy,
                           ContactMethod method, String safeWhen, String through, String reason, By by) {
        jdbc.sql("""
                insert into contact_rule (case_reference, member_id, kind, only_by, method, safe_when, through, reason,
                    from_day, recorded_by, recorded_at)
                values (:reference, :member, :kind, :onlyBy, :method, :safeWhen, :through, :reason, :today, :by, :at)""")
                .param("reference", reference.value()).param("member", memberId).param("kind", kind.name())
                .param("onlyBy", onlyBy).param("method", method == null ? null : method.name())
                .param("safeWhen", safeWhen).param("through", through).param("reason", reason)
                .param("today", by.today()).param("by", by.username()).param("at", Timestamp.from(by.at())).update();
    }

    public void endRule(long memberId, ContactRule.Kind kind, String reason, By by) {
        jdbc.sql("""
                update contact_rule set ended_on = :today, ended_by = :by, ended_at = :at, ended_reason = :reason
                where member_id = :member and kind = :kind and ended_on is null""")
                .param("member", memberId).param("kind", kind.name()).param("reason", reason)
                .param("today", by.today()).param("by", by.username()).param("at", Timestamp.from(by.at())).update();
    }

    /** Of everybody in the household, newest first. */
    public List<ContactRule> rules(CaseReference reference) {
        return jdbc.sql("select * from contact_rule where case_reference = ? order by id desc")
                .param(reference.value()).query((row, i) -> rule(row)).list();
    }

    public Optional<ContactRule> onlyByOfApplicant(CaseReference reference) {
        return jdbc.sql("""
                select r.* from contact_rule r join household_member m on m.id = r.member_id and m.main_applicant
                where r.case_reference = ? and r.kind = 'WAY' and r.only_by and r.ended_on is null""")
                .param(reference.value()).query((row, i) -> rule(row)).optional();
    }

    /** What decides whether an address must be known to be safe before it is used. */
    public record Danger(boolean atRisk, boolean deceased) {
    }

    /** Empty where there is no such case. */
    public Optional<Danger> danger(CaseReference reference) {
        return jdbc.sql("select 'RISK_FROM_OTHERS' = any (f.flags) or " + Sight.restricted("f.reference")
                + " as at_risk, f.status = 'DECEASED' as deceased from case_file f where f.reference = ?")
                .param(reference.value())
                .query((row, i) -> new Danger(row.getBoolean("at_risk"), row.getBoolean("deceased"))).optional();
    }

    private static ContactPoint point(ResultSet row) throws SQLException {
        String postcode = row.getString("postcode");
        return new ContactPoint(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                row.getLong("member_id"), ContactPointKind.valueOf(row.getString("kind")), row.getString("value"),
                postcode == null ? null : new Postcode(postcode), row.getString("care_of"),
                ContactSafety.valueOf(row.getString("safety")), row.getString("remark"),
                row.getObject("from_day", LocalDate.class), row.getObject("ended_on", LocalDate.class),
                row.getString("recorded_by"), row.getTimestamp("recorded_at").toInstant(), row.getString("ended_by"),
                instant(row, "ended_at"));
    }

    private static ContactRule rule(ResultSet row) throws SQLException {
        String method = row.getString("method");
        return new ContactRule(row.getLong("id"), row.getLong("member_id"),
                ContactRule.Kind.valueOf(row.getString("kind")), row.getBoolean("only_by"),
                method == null ? null : ContactMethod.valueOf(method), row.getString("safe_when"),
                row.getString("through"), row.getString("reason"), row.getObject("from_day", LocalDate.class),
                row.getObject("ended_on", LocalDate.class), row.getString("recorded_by"),
                row.getTimestamp("recorded_at").toInstant(), row.getString("ended_by"), row.getString("ended_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
