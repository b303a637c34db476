package org.threshold.hclic.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which cases a list or a quarter is about. */
@Repository
public class ReturnCases {

    /** Cases whose return can still change without anybody looking: under way, or closed lately. */
    private static final String CURRENT = """
            select f.reference from case_file f where f.team = any(:teams)
              and (f.status not in ('CLOSED', 'DISCHARGED', 'WITHDRAWN', 'CONTACT_LOST', 'DECEASED', 'REFERRED_LC',
                'ADVICE_ONLY', 'CREATED_IN_ERROR', 'MERGED')
                or f.status_since >= :since)
            order by f.reference limit :most""";

    /** A case enters a quarter's return by what happened to it in that quarter. */
    private static final String EVENTS = """
            select p.case_reference, 'PLACED' as event from interim_accommodation p
              where p.outcome = 'PLACED' and p.from_day between :first and :last
            union
            select d.case_reference, case when exists (select 1 from duty e where e.case_reference = d.case_reference
                and e.id < d.id) then 'MOVED_BETWEEN_DUTIES' else 'DUTY_AWARDED' end from duty d
              where d.started_on between :first and :last
            union
            select x.case_reference, 'DECIDED' from decision x
              where x.status = 'ISSUED' and x.issued_on between :first and :last
            union
            select f.reference, 'CLOSED' from case_file f
              where f.status in ('CLOSED', 'DISCHARGED', 'WITHDRAWN', 'CONTACT_LOST', 'DECEASED', 'REFERRED_LC')
              and f.status_since >= (cast(:first as date) at time zone 'Europe/London')
              and f.status_since < (cast(:last as date) + 1) at time zone 'Europe/London'
            order by 1, 2""";

    private final JdbcClient jdbc;

    ReturnCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What brought a case into a quarter. */
    public record Event(String caseReference, String event) {
    }

    /** @param since cases that closed on or after the start of this day in London still count */
    public List<String> current(Collection<String> teams, LocalDate since, int most) {
        return jdbc.sql(CURRENT).param("teams", teams.toArray(String[]::new))
                .param("since", since.atStartOfDay(java.time.ZoneId.of("Europe/London")).toOffsetDateTime())
                .param("most", most).query(String.class).list();
    }

    public List<Event> events(LocalDate first, LocalDate last) {
        return jdbc.sql(EVENTS).param("first", first).param("last", last)
                .query((row, i) -> new Event(row.getString(1), row.getString(2))).list();
    }
}
