package org.threshold.quality.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Columns;
import org.threshold.quality.Candidate;
import org.threshold.quality.RiskReason;

/** The cases of a team that could be drawn, each with what speaks for a risk: one statement. */
@Repository
public class PoolStore {

    private static final String RISKS = """
            array_remove(array[
                case when exists (select from nights_alert a where a.case_reference = c.reference and a.point >= 35
                    and a.night_on > :year) then 'B_AND_B_OVER_35' end,
                case when exists (select from statutory_review r where r.case_reference = c.reference
                    and r.outcome = 'OVERTURNED' and r.decided_at > :yearAt) then 'REVIEW_OVERTURNED' end,
                case when exists (select from decision d where d.case_reference = c.reference and d.status = 'ISSUED'
                    and d.issued_on > :halfYear and d.outcome in ('NOT_PRIORITY_NEED', 'INTENTIONAL', 'S193C',
                    'NOT_HOMELESS', 'NOT_ELIGIBLE')) then 'AGAINST_APPLICANT' end,
                case when exists (select from duty u where u.case_reference = c.reference and u.ended_on is null
                    and u.kind in ('PREVENTION', 'RELIEF')) and not exists (select from housing_plan p
                    where p.case_reference = c.reference) then 'NO_PLAN' end,
                case when exists (select from overdue_step o where o.case_reference = c.reference
                    and o.ended_at is null and o.process_key <> 'quality-audit') then 'OVERDUE' end,
                case when exists (select from outside_record f join placement p on p.id = f.placement_id
                    where p.case_reference = c.reference and p.ended_on is null and p.status not in ('REFUSED',
                    'NO_SHOW', 'CANCELLED')) then 'OUT_OF_BOROUGH' end,
                case when exists (select from keys_release k where k.case_reference = c.reference
                    and k.state = 'RELEASED' and k.answered_at > :halfYearAt) then 'KEYS_WITHOUT_CLAIM' end,
                case when exists (select from letter_outcome l where l.case_reference = c.reference
                    and l.outcome in ('RETURNED', 'BOUNCED') and l.on_day > :halfYear) then 'LETTER_RETURNED' end,
                case when""" + ' ' + Sight.restricted("c.reference") + """
             then 'RESTRICTED' end], null) as reasons""";

    private final JdbcClient jdbc;
    private final Sight sight;

    PoolStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /**
     * Cases of the team that the officer may know of: those in work, and those on which something was decided or ended
     * within a year. Not where an audit goes on, nor cases that should not be.
     *
     * @param at       now
     * @param today    the day of it
     * @param firstOf  the first day of the month
     */
    public List<Candidate> of(String team, Instant at, LocalDate today, LocalDate firstOf) {
        return jdbc.sql("""
                select c.reference, exists (select from quality_audit a join quality_draw d on d.id = a.draw_id
                    where a.case_reference = c.reference and d.month > :lately) as drawn_lately,\s""" + RISKS + """

                from case_file c
                where c.team = :team and c.status not in ('REFERRED', 'CREATED_IN_ERROR', 'MERGED')
                    and (c.status_since > :yearAt
                        or exists (select from worklist_step s where s.case_reference = c.reference))
                    and not exists (select from worklist_step s where s.case_reference = c.reference
                        and s.process_key = 'quality-audit')
                    and\s""" + Sight.of("c.reference") + " order by c.reference")
                .param("team", team).param("lately", firstOf.minusMonths(6)).param("year", today.minusYears(1))
                .param("halfYear", today.minusMonths(6)).param("yearAt", Columns.at(at.minus(Duration.ofDays(365))))
                .param("halfYearAt", Columns.at(at.minus(Duration.ofDays(183))))
                .params(sight.parameters()).query((row, i) -> candidate(row)).list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(new CaseReference(row.getString("reference")), reasons(row),
                row.getBoolean("drawn_lately"));
    }

    static List<RiskReason> reasons(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("reasons").getArray()).map(RiskReason::valueOf).toList();
    }
}
