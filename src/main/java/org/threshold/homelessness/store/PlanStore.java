package org.threshold.homelessness.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.homelessness.HousingPlan;
import org.threshold.homelessness.PlanStep;

/** The SQL of {@code housing_plan}, its steps and its reviews. */
@Repository
public class PlanStore {

    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the next version and returns its number. */
    public int insert(CaseReference reference, String why, String wishes, String givenHow, LocalDate reviewOn,
                      List<PlanStep> steps, String by, Instant now) {
        Map<String, Object> plan = jdbc.sql("""
                insert into housing_plan (case_reference, version, why, wishes, given_how, review_on, recorded_by,
                    recorded_at)
                select :reference, coalesce(max(version), 0) + 1, :why, cast(:wishes as text), cast(:given as text),
                    cast(:review as date), :by, cast(:at as timestamptz)
                from housing_plan where case_reference = :reference
                returning id, version""")
                .param("reference", reference.value()).param("why", why).param("wishes", wishes)
                .param("given", givenHow).param("review", reviewOn).param("by", by).param("at", Columns.at(now))
                .query().singleRow();
        long id = (Long) plan.get("id");
        for (int i = 0; i < steps.size(); i++) {
            insertStep(id, i + 1, steps.get(i));
        }
        return (Integer) plan.get("version");
    }

    private void insertStep(long plan, int position, PlanStep step) {
        jdbc.sql("""
                insert into housing_plan_step (plan_id, position, who, kind, what, by_day, agreed, why_not_agreed,
                    contact)
                values (:plan, :position, :who, :kind, :what, :by, :agreed, :whyNot, :contact)""")
                .param("plan", plan).param("position", position).param("who", step.who().name())
                .param("kind", step.kind().name()).param("what", step.what()).param("by", step.by())
                .param("agreed", step.agreed()).param("whyNot", step.whyNotAgreed())
                .param("contact", step.contact()).update();
    }

    /** All versions, the current one first, read in one statement. */
    public List<HousingPlan> of(CaseReference reference) {
        List<HousingPlan> plans = new ArrayList<>();
        jdbc.sql("""
                select p.*, s.who, s.kind, s.what, s.by_day, s.agreed, s.why_not_agreed, s.contact
                from housing_plan p join housing_plan_step s on s.plan_id = p.id
                where p.case_reference = :reference order by p.version desc, s.position""")
                .param("reference", reference.value())
                .query((ResultSet row) -> addTo(plans, row));
        return plans;
    }

    private static void addTo(List<HousingPlan> plans, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        if (plans.isEmpty() || plans.get(plans.size() - 1).id() != id) {
            plans.add(new HousingPlan(id, row.getInt("version"), row.getString("why"), row.getString("wishes"),
                    Columns.day(row, "review_on"), new ArrayList<>(), row.getString("recorded_by"),
                    Columns.instant(row, "recorded_at")));
        }
        plans.get(plans.size() - 1).steps().add(new PlanStep(Columns.code(row, "who", PlanStep.Who.class),
                Columns.code(row, "kind", PlanStep.Kind.class), row.getString("what"), Columns.day(row, "by_day"),
                row.getBoolean("agreed"), row.getString("why_not_agreed"), row.getString("contact")));
    }

    public void insertReview(CaseReference reference, int version, String notes, Integer newVersion, String by,
                             Instant now) {
        jdbc.sql("""
                insert into housing_plan_review (case_reference, plan_version, notes, new_version, recorded_by,
                    recorded_at)
                values (:reference, :version, :notes, :newVersion, :by, :at)""")
                .param("reference", reference.value()).param("version", version).param("notes", notes)
                .param("newVersion", newVersion).param("by", by).param("at", Columns.at(now)).update();
    }

    /** Latest first. */
    public List<HousingPlan.Review> reviews(CaseReference reference) {
        return jdbc.sql("select * from housing_plan_review where case_reference = :reference order by id desc")
                .param("reference", reference.value())
                .query((row, i) -> new HousingPlan.Review(row.getInt("plan_version"), row.getString("notes"),
                        row.getObject("new_version", Integer.class), row.getString("recorded_by"),
                        Columns.instant(row, "recorded_at")))
                .list();
    }
}
