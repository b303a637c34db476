package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.Question;

/** The SQL of changes of circumstances, and of what was made of them. */
@Repository
public class CircumstancesStore {

    private static final String OPEN = """
            select * from circumstances_change c where case_reference = :reference and not exists
                (select 1 from circumstances_considered d where d.change_id = c.id)
            order by id limit 1""";

    private final JdbcClient jdbc;

    CircumstancesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CaseReference reference, CircumstancesChange.Report report, String by, Instant now) {
        jdbc.sql("""
                insert into circumstances_change (case_reference, kinds, what, happened_on, told_by, reported_by,
                    reported_at)
                values (:reference, :kinds, :what, :on, :toldBy, :by, :at)""")
                .param("reference", reference.value())
                .param("kinds", String.join(",", report.kinds().stream().map(Enum::name).toList()))
                .param("what", report.what()).param("on", report.happenedOn()).param("toldBy", report.toldBy())
                .param("by", by).param("at", Columns.at(now)).update();
    }

    /** The oldest change that nobody has considered. */
    public Optional<CircumstancesChange> oldestOpen(CaseReference reference) {
        return jdbc.sql(OPEN).param("reference", reference.value()).query((row, i) -> change(row)).optional();
    }

    /** The same, to be considered now; no two transactions get the same one. */
    public Optional<CircumstancesChange> next(CaseReference reference) {
        return jdbc.sql(OPEN + " for update skip locked").param("reference", reference.value())
                .query((row, i) -> change(row)).optional();
    }

    /** Latest first. */
    public List<CircumstancesChange> of(CaseReference reference) {
        return jdbc.sql("select * from circumstances_change where case_reference = :reference order by id desc")
                .param("reference", reference.value()).query((row, i) -> change(row)).list();
    }

    /** Whether any change was reported after that moment. */
    public boolean since(CaseReference reference, Instant moment) {
        return jdbc.sql("""
                select exists (select 1 from circumstances_change where case_reference = :reference
                    and reported_at > :moment)""")
                .param("reference", reference.value()).param("moment", Columns.at(moment)).query(Boolean.class).single();
    }

    public void insertConsidered(long change, CircumstancesChange.Considered made, String by, Instant now) {
        jdbc.sql("""
                insert into circumstances_considered (change_id, reopened, reasons, assessment_changes, interim_due,
                    at_risk, plan_review, considered_by, considered_at)
                values (:change, :reopened, :reasons, :assessment, :interim, :risk, :plan, :by, :at)""")
                .param("change", change)
                .param("reopened", String.join(",", made.reopened().stream().map(Question::name).toList()))
                .param("reasons", made.reasons()).param("assessment", made.assessmentChanges())
                .param("interim", made.interimDue()).param("risk", made.atRisk()).param("plan", made.planReview())
                .param("by", by).param("at", Columns.at(now)).update();
    }

    public void insertRevision(CaseReference reference, String circumstances, String housingNeeds, String support,
                               String by, Instant now) {
        jdbc.sql("""
                insert into assessment_revision (case_reference, circumstances, housing_needs, support, recorded_by,
                    recorded_at)
                values (:reference, :circumstances, :needs, :support, :by, :at)""")
                .param("reference", reference.value()).param("circumstances", circumstances)
                .param("needs", housingNeeds).param("support", support).param("by", by).param("at", Columns.at(now))
                .update();
    }

    private static CircumstancesChange change(ResultSet row) throws SQLException {
        return new CircumstancesChange(row.getLong("id"), new CircumstancesChange.Report(
                CircumstancesChange.Kind.of(row.getString("kinds")), row.getString("what"),
                Columns.day(row, "happened_on"), row.getString("told_by")), row.getString("reported_by"),
                Columns.instant(row, "reported_at"));
    }
}
