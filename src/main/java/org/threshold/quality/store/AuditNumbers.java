package org.threshold.quality.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.Columns;
import org.threshold.quality.AuditPart;
import org.threshold.quality.AuditResults.Line;

/** The numbers of the audits, counted in one statement; of cases that the officer may know of. */
@Repository
public class AuditNumbers {

    private final JdbcClient jdbc;
    private final Sight sight;

    AuditNumbers(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** By team, month of the sample and part; of audits made from the first moment on and before the second. */
    public List<Line> count(List<String> teams, Instant from, Instant until) {
        if (teams.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select d.team, d.month, s.part, count(*) as n,
                    count(*) filter (where s.mark = 'AS_IT_SHOULD_BE') as good,
                    count(*) filter (where s.mark = 'SMALL_FAULTS') as small,
                    count(*) filter (where s.mark = 'SERIOUS_FAULT') as serious
                from quality_audit_score s join quality_audit_result r on r.audit_id = s.audit_id
                join quality_audit a on a.id = s.audit_id join quality_draw d on d.id = a.draw_id
                where d.team in (:teams) and r.audited_at >= :from and r.audited_at < :until and s.mark <> 'NOT_PART'
                    and\s""" + Sight.of("a.case_reference") + " group by d.team, d.month, s.part")
                .param("teams", teams).param("from", Columns.at(from)).param("until", Columns.at(until))
                .params(sight.parameters())
                .query((row, i) -> new Line(row.getString("team"), YearMonth.from(Columns.day(row, "month")),
                        Columns.code(row, "part", AuditPart.class), row.getInt("n"), row.getInt("good"),
                        row.getInt("small"), row.getInt("serious"))).list();
    }
}
