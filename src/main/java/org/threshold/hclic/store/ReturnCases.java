package org.threshold.hclic.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.clock.ServiceClock;

/**
 * Which cases a list or a quarter is about. People get those that they may know of; the service, which writes the whole
 * return for the operator, gets all.
 */
@Repository
public class ReturnCases {

    /** Cases whose return can still change without anybody looking: under way, or closed lately. */
    private static final String CURRENT = """
            select f.reference from case_file f where f.team = any(:teams)
              and (f.status not in ('CLOSED', 'DISCHARGED', 'WITHDRAWN', 'CONTACT_LOST', 'DECEASED', 'REFERRED_LC',
                'ADVICE_ONLY', 'CREATED_IN_ERROR', 'MERGED')
                or f.status_since >= :since) and %s
            order by f.reference limit :most""".formatted(Sight.of("f.reference"));

    /** A case enters a quarter's return by what happened to it in that quarter. */
    private static final String EVENTS = """
            select happened.* from (
            select p.case_reference, 'PLACED' as event from interim_accommodation p
              where p.outcome = 'PLACED' and p.from_day between :first and :last
            union
            select p.case_reference, 'PLACED' from placement p
              where p.starts_on between :first and :last and p.end_reason is distinct from 'NOT_OCCUPIED'
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
            ) happened where %s order by 1, 2""".formatted(Sight.of("happened.case_reference"));

    private final JdbcClient jdbc;
    private final Sight sight;

    ReturnCases(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** What brought a case into a quarter. */
    public record Event(String caseReference, String event) {
    }

    /** @param since cases that closed on or after the start of this day in London still count */
    public List<String> current(Collection<String> teams, LocalDate since, int most) {
        return jdbc.sql(CURRENT).param("teams", teams.toArray(String[]::new))
                .param("since", since.atStartOfDay(ServiceClock.LONDON).toOffsetDateTime())
                .param("most", most).params(sight.parameters()).query(String.class).list();
    }

    public List<Event> events(LocalDate first, LocalDate last) {
        return jdbc.sql(EVENTS).param("first", first).param("last", last).params(sight.parameters())
                .query((row, i) -> new Event(row.getString(1), row.getString(2))).list();
    }
}
