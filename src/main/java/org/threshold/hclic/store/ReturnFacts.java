package org.threshold.hclic.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/**
 * Reads what the return needs from the tables of the subjects, one statement for each section however many cases are
 * asked for. A column's alias is the field's key in the mapping. Reads only; nobody's table is written here.
 */
@Repository
public class ReturnFacts {

    /** Whoever holds the most urgent open step of a case answers for it. */
    private static final String OFFICER = """
            (select w.owner from worklist_step w where w.case_reference = f.reference and w.owner is not null
             order by w.due_at, w.step_id limit 1)""";
    private static final String CLOSED = "('CLOSED', 'DISCHARGED', 'WITHDRAWN', 'CONTACT_LOST', 'DECEASED',"
            + " 'REFERRED_LC', 'ADVICE_ONLY')";

    private static final String MAIN = """
            select f.reference as "caseReference", f.previous_reference as "previousReference",
              coalesce(contact.contact_on, (f.opened_at at time zone 'Europe/London')::date) as "applicationDate",
              case when t.reason_to_believe then 'YES' when t.id is not null then 'NO' end as "reasonToBelieve",
              case when t.reason_to_believe then 'APPLICATION' when t.diary_date is not null
                then 'NOT_WITHIN_56_DAYS' when t.id is not null then 'ADVICE_ONLY' end as "triageOutcome",
              (first.recorded_at at time zone 'Europe/London')::date as "assessmentDate",
              case first.outcome when 'THREATENED' then 'THREATENED_PREVENTION' when 'HOMELESS' then 'HOMELESS_RELIEF'
                when 'NOT_HOMELESS' then 'NOT_HOMELESS_NOT_THREATENED' else first.outcome end as "assessmentDecision",
              eligible.finding as "eligible", i.nationality as "nationality", m.date_of_birth as "dateOfBirth",
              coalesce(m.sex, a.sex) as "sex", a.gender_same as "genderSame",
              a.sexual_orientation as "sexualOrientation", a.ethnicity as "ethnicity", a.employment as "employment",
              string_to_array(nullif(a.income, ''), ',') as "income", a.last_settled_home as "lastSettledHome",
              a.last_postcode as "lastPostcode", case when a.postcode_not_known then 'YES' end as "postcodeNotKnown",
              a.last_uprn as "lastUprn", a.accommodation_now as "accommodationNow", a.slept_rough as "sleptRough",
              a.reason_for_loss as "reasonForLoss", a.arrears_reason as "arrearsReason", a.lost_on as "lostOn",
              a.referral as "referral", coalesce(a.referral_body, case f.referred_by
                when 'HOSPITAL' then 'HOSPITAL_AE_UTC_INPATIENT' when 'EARLY_HELP' then 'EARLY_HELP_CHILDRENS_CENTRE'
                when 'OTHER_NOT_KNOWN' then 'OTHER_NK' else f.referred_by end) as "referralBody",
              a.notice_type as "noticeType", a.notice_expires as "noticeExpires",
              case when a.id is null then null else cardinality(string_to_array(nullif(a.support_needs, ''), ','))
                end as "needs",
              a.id is not null as "assessed", concat_ws(' ', nullif(m.given_name, ''), m.family_name) as "applicant",
              f.team as "team", OFFICER as "officer", f.status as "status", f.status in CLOSED as "closed",
              exists (select 1 from duty d where d.case_reference = f.reference)
                or exists (select 1 from decision x where x.case_reference = f.reference and x.status = 'ISSUED')
                as "owed",
              exists (select 1 from interim_accommodation p where p.case_reference = f.reference
                and p.outcome = 'PLACED')
                or exists (select 1 from placement p where p.case_reference = f.reference and p.starts_on is not null
                  and p.end_reason is distinct from 'NOT_OCCUPIED') as "placed",
              case when not chosen.included then chosen.reason end as "excluded"
            from case_file f
            join household_member m on m.case_reference = f.reference and m.main_applicant
            left join referral r on r.case_reference = f.reference
            left join referral_outcome contact on contact.receipt = r.receipt and contact.outcome = 'CONTACT_MADE'
            left join lateral (select * from triage t where t.case_reference = f.reference
              order by t.id desc limit 1) t on true
            left join lateral (select * from assessment a where a.case_reference = f.reference
              order by a.id desc limit 1) a on true
            left join lateral (select * from assessment a where a.case_reference = f.reference
              order by a.id limit 1) first on true
            left join lateral (select * from identity_check i where i.case_reference = f.reference
              order by i.id desc limit 1) i on true
            left join lateral (select g.finding from finding g where g.case_reference = f.reference
              and g.question = 'ELIGIBLE' order by g.id desc limit 1) eligible on true
            left join lateral (select c.included, c.reason from return_choice c where c.case_reference = f.reference
              order by c.id desc limit 1) chosen on true
            where f.reference = any(:cases)""".replace("OFFICER", OFFICER).replace("CLOSED", CLOSED);

    private static final String PEOPLE = """
            select m.case_reference as "caseReference", m.id as "memberId",
              row_number() over (partition by m.case_reference order by m.main_applicant desc, m.id)::int
                as "memberNumber",
              concat_ws(' ', nullif(m.given_name, ''), m.family_name) as "name", m.relationship as "relationship",
              m.date_of_birth as "dateOfBirth", m.sex as "sex", case when m.in_education then 'YES' end
                as "inEducation", m.in_education as "education", m.left_on as "leftOn"
            from household_member m where m.case_reference = any(:cases)
            order by m.case_reference, m.main_applicant desc, m.id""";

    /** The reason under which an end is counted, where it is not the one that the law knows. */
    private static final String REPORTED = Arrays.stream(DutyKind.values())
            .flatMap(kind -> Arrays.stream(EndReason.values())
                    .filter(reason -> reason.reportedAs(kind) != null && !reason.reportedAs(kind).equals(reason.name()))
                    .map(reason -> " when '" + kind + " " + reason + "' then '" + reason.reportedAs(kind) + "'"))
            .collect(Collectors.joining("", "case d.kind || ' ' || d.end_reason", " else d.end_reason end"));

    private static final String DUTIES = """
            select d.case_reference as "caseReference", d.id as "dutyId", d.started_on as "owedOn",
              string_to_array(nullif(done.activities, ''), ',') as "activities", d.ended_on as "endedOn",
              """ + REPORTED + """
               as "endReason", coalesce(e.activity, done.resolved_by) as "resolvedBy",
              coalesce(e.accommodation, done.accommodation) as "accommodation",
              case coalesce(e.in_district, done.in_district) when true then 'YES' when false then 'NO' end
                as "inDistrict"
            from duty d
            left join lateral (select * from duty_ending e where e.duty_id = d.id and e.status = 'DONE'
              order by e.id desc limit 1) e on true
            left join lateral (select * from duty_activity y where y.case_reference = d.case_reference
              and y.duty_id = d.id order by y.id desc limit 1) done on true
            where d.case_reference = any(:cases) and d.kind = :kind and not exists (select from no_longer_stands n
              where n.case_reference = d.case_reference and n.subject = 'owed-' || d.id)
            order by d.case_reference, d.id""";

    private static final String DECISIONS = """
            select c.reference as "caseReference",
              case x.outcome when 'MAIN_DUTY' then 'UNINTENTIONAL_PN' when 'INTENTIONAL' then 'INTENTIONAL_PN'
                when 'NOT_PRIORITY_NEED' then 'NO_PN' when 'S193C' then 'NON_COOPERATION'
                when 'REFERRAL' then 'REFERRED' else coalesce(x.outcome, 'UNINTENTIONAL_PN') end as "decision",
              x.issued_on as "decidedOn", pn.category as "priorityNeedReason", d.started_on as "mainDutyOwedOn",
              d.ended_on as "mainDutyEndedOn", """ + REPORTED + """
               as "mainDutyEndReason"
            from unnest(cast(:cases as text[])) as c(reference)
            left join decision x on x.case_reference = c.reference and x.status = 'ISSUED'
              and not exists (select from no_longer_stands n where n.case_reference = x.case_reference
                and n.subject = 'decision-' || x.id)
            left join lateral (select * from duty d where d.case_reference = c.reference and d.kind = 'MAIN'
              and not exists (select from no_longer_stands n where n.case_reference = d.case_reference
                and n.subject = 'owed-' || d.id) and (x.outcome = 'MAIN_DUTY' or x.id is null) order by d.id desc limit 1) d on true
            left join lateral (select g.category from finding g where g.case_reference = c.reference
              and g.question = 'PRIORITY_NEED' and g.finding = 'YES' order by g.id desc limit 1) pn on true
            where x.id is not null or d.id is not null order by c.reference, x.id""";

    private static final String NEEDS = """
            select a.case_reference as "caseReference", need.code as "supportNeed", h.help as "help"
            from (select distinct on (case_reference) case_reference, support_needs from assessment
                  where case_reference = any(:cases) order by case_reference, id desc) a
            cross join lateral unnest(string_to_array(nullif(a.support_needs, ''), ','))
              with ordinality as need(code, place)
            left join lateral (select n.help from need_help n where n.case_reference = a.case_reference
              and n.need = need.code order by n.id desc limit 1) h on true
            order by a.case_reference, need.place""";

    /**
     * Placements that were lived in, and before placements were kept the interim arrangements. Type, district and whether
     * that is the council's own follow from the unit, which is named by its number here. What was arranged in the night, or
     * before placements were kept, and stands as a placement since, is one stay and not two.
     */
    private static final String PLACEMENTS = """
            select p.case_reference as "caseReference", p.from_day as "startedOn", p.kind as "type",
              'INTERIM' as "duty", case p.in_district when true then 'YES' when false then 'NO' end as "inDistrict",
              null::bigint as "unit", null::text as "district", null::date as "endedOn", null::text as "endReason"
            from interim_accommodation p where p.case_reference = any(:cases) and p.outcome = 'PLACED'
              and not exists (select from placement q where q.case_reference = p.case_reference
                and q.starts_on <= p.from_day and (q.ended_on is null or q.ended_on > p.from_day)
                and q.end_reason is distinct from 'NOT_OCCUPIED')
            union all
            select p.case_reference, p.starts_on, null, case
              when p.ended_on is null and p.function = 'MAIN' and exists (select from duty d
                where d.case_reference = p.case_reference and d.kind = 'MAIN' and d.ended_on is not null)
                and not exists (select from duty d where d.case_reference = p.case_reference and d.ended_on is null)
                then 'DUTY_ENDED_STILL_THERE'
              when p.function = 'MAIN' then 'S193' when p.function = 'RELIEF_POWER' then 'S189B_POWER'
              when p.function = 'NON_COOPERATION' then 'NOT_CLASSIFIABLE' else 'INTERIM' end,
              null, p.unit_id, null, p.ended_on, p.end_reason
            from placement p where p.case_reference = any(:cases) and p.starts_on is not null
              and p.end_reason is distinct from 'NOT_OCCUPIED'
            order by 1, 2""";

    private static final String REVIEWS = """
            select r.case_reference as "caseReference", r.matter as "matter", r.requested_on as "requestedOn",
              r.outcome as "outcome",
              coalesce(r.notified_on, (r.decided_at at time zone 'Europe/London')::date) as "decidedOn"
            from statutory_review r where r.case_reference = any(:cases) and r.late_accepted is not false
            order by r.case_reference, r.id""";

    private final JdbcClient jdbc;

    ReturnFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Map<String, Object>> main(Collection<String> cases) {
        return rows(MAIN, cases);
    }

    public List<Map<String, Object>> people(Collection<String> cases) {
        return rows(PEOPLE, cases);
    }

    /** @param kind PREVENTION or RELIEF */
    public List<Map<String, Object>> duties(Collection<String> cases, String kind) {
        return jdbc.sql(DUTIES).param("cases", array(cases)).param("kind", kind).query(ROW).list();
    }

    public List<Map<String, Object>> decisions(Collection<String> cases) {
        return rows(DECISIONS, cases);
    }

    /** Support needs, each with what became of it where that is known. */
    public List<Map<String, Object>> needs(Collection<String> cases) {
        return rows(NEEDS, cases);
    }

    public List<Map<String, Object>> placements(Collection<String> cases) {
        return rows(PLACEMENTS, cases);
    }

    public List<Map<String, Object>> reviews(Collection<String> cases) {
        return rows(REVIEWS, cases);
    }

    private List<Map<String, Object>> rows(String sql, Collection<String> cases) {
        return jdbc.sql(sql).param("cases", array(cases)).query(ROW).list();
    }

    private static String[] array(Collection<String> cases) {
        return cases.toArray(String[]::new);
    }

    private static final RowMapper<Map<String, Object>> ROW = (row, number) -> {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = value(row, i, columns.getColumnTypeName(i));
            if (value != null) {
                values.put(columns.getColumnLabel(i), value);
            }
        }
        return values;
    };

    private static Object value(ResultSet row, int column, String type) throws SQLException {
        if (type.equals("date")) {
            return row.getObject(column, LocalDate.class);
        }
        if (type.startsWith("_")) {
            java.sql.Array array = row.getArray(column);
            return array == null ? null : new ArrayList<>(List.of((String[]) array.getArray()));
        }
        return row.getObject(column);
    }
}
