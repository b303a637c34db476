package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.clock.Finding;
import org.threshold.homelessness.Decision;
import org.threshold.homelessness.DecisionOutcome;
import org.threshold.homelessness.Findings;
import org.threshold.homelessness.Question;

/** The SQL of {@code decision}. */
@Repository
public class DecisionStore {

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long insert(CaseReference reference, Decision.Draft draft, Findings findings, String by, Instant now) {
        return jdbc.sql("""
                insert into decision (case_reference, outcome, homeless, eligible, priority_need, intentional,
                    inquiries, reasons, opportunity_until, refer_to, other_reasons, restricted_member, restricted_why, drafted_by, drafted_at, status)
                values (:reference, :outcome, :homeless, :eligible, :need, :intentional, :inquiries, :reasons, :until,
                    :referTo, :others, :member, :why, :by, :at, 'DRAFT') returning id""")
                .param("referTo", draft.referring() == null ? null : draft.referring().council())
                .param("others", draft.further().otherReasons())
                .param("member", draft.further().restrictedMember(), Types.BIGINT)
                .param("why", draft.further().restrictedWhy())
                .param("reference", reference.value()).param("outcome", draft.outcome().name())
                .param("homeless", findings.of(Question.HOMELESS).name())
                .param("eligible", findings.of(Question.ELIGIBLE).name())
                .param("need", findings.of(Question.PRIORITY_NEED).name())
                .param("intentional", findings.of(Question.INTENTIONAL).name())
                .param("inquiries", draft.inquiries()).param("reasons", draft.reasons())
                .param("until", draft.opportunityUntil()).param("by", by).param("at", Columns.at(now))
                .query(Long.class).single();
    }

    public Optional<Decision> latest(CaseReference reference) {
        return jdbc.sql("select * from decision where case_reference = :reference order by id desc limit 1")
                .param("reference", reference.value()).query((row, i) -> decision(row)).optional();
    }

    /** Latest first. */
    public List<Decision> of(CaseReference reference) {
        return jdbc.sql("select * from decision where case_reference = :reference order by id desc")
                .param("reference", reference.value()).query((row, i) -> decision(row)).list();
    }

    /** @return false when it was answered meanwhile */
    public boolean answer(long id, Decision.Status status, String by, Instant now, String comments) {
        return jdbc.sql("""
                update decision set status = :status, answered_by = :by, answered_at = :at, comments = :comments
                where id = :id and status = 'DRAFT'""")
                .param("id", id).param("status", status.name()).param("by", by).param("at", Columns.at(now))
                .param("comments", comments).update() == 1;
    }

    public void issued(long id, LocalDate on, boolean reliefRan) {
        jdbc.sql("update decision set status = 'ISSUED', issued_on = :on, relief_ran = :relief where id = :id")
                .param("id", id).param("on", on).param("relief", reliefRan).update();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        Findings findings = Findings.of(Columns.code(row, "homeless", Finding.class),
                Columns.code(row, "eligible", Finding.class), Columns.code(row, "priority_need", Finding.class),
                Columns.code(row, "intentional", Finding.class));
        return new Decision(row.getLong("id"), new CaseReference(row.getString("case_reference")),
                Columns.code(row, "outcome", DecisionOutcome.class), findings, row.getString("inquiries"),
                row.getString("reasons"), Columns.day(row, "opportunity_until"), row.getString("drafted_by"),
                Columns.instant(row, "drafted_at"), Columns.code(row, "status", Decision.Status.class),
                row.getString("answered_by"), row.getString("comments"), Columns.day(row, "issued_on"),
                Columns.yesNo(row, "relief_ran"), row.getString("refer_to"), new Decision.Further(
                row.getString("other_reasons"), row.getObject("restricted_member", Long.class),
                row.getString("restricted_why")));
    }
}
