package org.threshold.homelessness.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.Assessment;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.Findings;
import org.threshold.homelessness.FormerWork;
import org.threshold.homelessness.FormerWork.FormerDecision;
import org.threshold.homelessness.FormerWork.FormerDuty;
import org.threshold.homelessness.FormerWork.FormerFinding;
import org.threshold.homelessness.FormerWork.FormerPlan;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.PlanStep;
import org.threshold.homelessness.Question;

/** Writes what was done elsewhere into this room's tables, with one batch for each of them. */
@Repository
public class FormerWorkStore {

    /** Who wrote it down, where the previous system's files do not say. */
    static final String ELSEWHERE = "The previous system";

    private final NamedParameterJdbcTemplate jdbc;

    FormerWorkStore(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Recorded at noon of the true day: what the law asks of the end of a day is then answered rightly. */
    public void findings(CaseReference reference, List<FormerFinding> findings, String reasons) {
        batch("""
                insert into finding (case_reference, question, finding, category, reasons, found_on, recorded_by,
                    recorded_at)
                values (:reference, :question, :finding, :category, :reasons, :on, :by, :at)""", findings.stream()
                .map(each -> of(reference).addValue("question", each.question().name())
                        .addValue("finding", each.finding().name()).addValue("category", each.category())
                        .addValue("reasons", reasons).addValue("on", each.on()).addValue("by", ELSEWHERE)
                        .addValue("at", noon(each.on()))).toList());
    }

    public void duties(CaseReference reference, List<FormerDuty> duties, Instant now) {
        batch("""
                insert into duty (case_reference, kind, started_on, started_by, started_at, ended_on, end_reason,
                    ended_by, ended_at, notified_elsewhere)
                values (:reference, :kind, :started, :by, :startedAt, :ended, :reason, :endedBy, :endedAt, true)""",
                duties.stream().map(each -> of(reference).addValue("kind", each.kind().name())
                        .addValue("started", each.startedOn()).addValue("by", ELSEWHERE)
                        .addValue("startedAt", noon(each.startedOn())).addValue("ended", each.endedOn())
                        .addValue("reason", each.endReason() == null ? null : each.endReason().name())
                        .addValue("endedBy", each.running() ? null : ELSEWHERE)
                        .addValue("endedAt", each.running() ? null : noon(each.endedOn()))).toList());
    }

    /**
     * The assessment that the first duty came from, as far as it is known: its day and what it found. What the return
     * to government counts it by is asked of the officer.
     */
    public void assessment(CaseReference reference, FormerDuty first) {
        jdbc.update("""
                insert into assessment (case_reference, circumstances, housing_needs, support_needs, support_summary,
                    outcome, satisfied_on, recorded_by, recorded_at)
                values (:reference, :kept, :kept, '', :kept, :outcome, :on, :by, :at)""",
                of(reference).addValue("kept", "Kept in the previous system")
                        .addValue("outcome", first.kind() == DutyKind.PREVENTION
                                ? Assessment.Outcome.THREATENED.name() : Assessment.Outcome.HOMELESS.name())
                        .addValue("on", first.startedOn()).addValue("by", ELSEWHERE)
                        .addValue("at", noon(first.startedOn())));
    }

    public void decisions(CaseReference reference, List<FormerDecision> decisions, Findings findings) {
        batch("""
                insert into decision (case_reference, outcome, homeless, eligible, priority_need, intentional,
                    inquiries, reasons, opportunity_until, drafted_by, drafted_at, status, answered_by, answered_at,
                    issued_on, relief_ran)
                values (:reference, :outcome, :homeless, :eligible, :need, :intentional, :inquiries, :reasons, :until,
                    :by, :at, 'ISSUED', :signed, :signedAt, :on, false)""", decisions.stream()
                .map(each -> of(reference).addValue("outcome", each.outcome().name())
                        .addValue("homeless", findings.of(Question.HOMELESS).name())
                        .addValue("eligible", findings.of(Question.ELIGIBLE).name())
                        .addValue("need", findings.of(Question.PRIORITY_NEED).name())
                        .addValue("intentional", findings.of(Question.INTENTIONAL).name())
                        .addValue("inquiries", "Recorded in the previous system").addValue("reasons", each.reasons())
                        .addValue("until", each.opportunityUntil()).addValue("by", each.decidedBy())
                        .addValue("at", noon(each.notifiedOn())).addValue("signed", each.signedBy())
                        .addValue("signedAt", each.signedBy() == null ? null : noon(each.notifiedOn()))
                        .addValue("on", each.notifiedOn())).toList());
    }

    public void plan(CaseReference reference, FormerPlan plan) {
        Long id = jdbc.queryForObject("""
                insert into housing_plan (case_reference, version, why, review_on, recorded_by, recorded_at)
                values (:reference, 1, 'Agreed before the case came here', :review, :by, :at) returning id""",
                of(reference).addValue("review", plan.reviewOn()).addValue("by", ELSEWHERE)
                        .addValue("at", noon(plan.givenOn())), Long.class);
        List<PlanStep> steps = plan.steps();
        batch("""
                insert into housing_plan_step (plan_id, position, who, kind, what, by_day, agreed, why_not_agreed)
                values (:plan, :position, :who, :kind, :what, :by, :agreed, :whyNot)""",
                IntStream.range(0, steps.size()).mapToObj(i -> new MapSqlParameterSource("plan", id)
                        .addValue("position", i + 1).addValue("who", steps.get(i).who().name())
                        .addValue("kind", steps.get(i).kind().name()).addValue("what", steps.get(i).what())
                        .addValue("by", steps.get(i).by()).addValue("agreed", steps.get(i).agreed())
                        .addValue("whyNot", steps.get(i).whyNotAgreed())).toList());
    }

    public void interim(CaseReference reference, InterimArrangement made, FormerWork work) {
        jdbc.update("""
                insert into interim_accommodation (case_reference, outcome, address, kind, from_day, in_district,
                    suitability, recorded_by, recorded_at)
                values (:reference, :outcome, :address, :kind, :from, :inDistrict, :suitability, :by, :at)""",
                of(reference).addValue("outcome", made.outcome()).addValue("address", made.address())
                        .addValue("kind", made.kind()).addValue("from", made.from())
                        .addValue("inDistrict", made.inDistrict()).addValue("suitability", made.suitability())
                        .addValue("by", ELSEWHERE)
                        .addValue("at", noon(made.from() == null ? work.approachedOn() : made.from())));
    }

    private void batch(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(MapSqlParameterSource[]::new));
        }
    }

    private static MapSqlParameterSource of(CaseReference reference) {
        return new MapSqlParameterSource("reference", reference.value());
    }

    private static Timestamp noon(LocalDate day) {
        return Timestamp.from(day.atTime(LocalTime.NOON).atZone(ServiceClock.LONDON).toInstant());
    }
}
