package org.threshold.charge.claim.store;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.charge.claim.WaitingClaim;

/** Claims by what they wait for, of the cases that whoever asks may know of. */
@Repository
public class WaitingStore {

    /** The Sunday of a benefit week is six days after its Monday, with which PostgreSQL's week begins too. */
    private static final String WAITING = """
            select claim.case_reference, claim.placement_id, member.given_name || ' ' || member.family_name as applicant,
                claim.reference, claim.liable_from,
                case claim.status when 'NOT_STARTED' then 'CLAIM' when 'EVIDENCE_REQUESTED' then 'EVIDENCE'
                    when 'REFUSED' then 'ANSWER' else 'DECISION' end as waits,
                case claim.status when 'NOT_STARTED' then claim.liable_from when 'EVIDENCE_REQUESTED' then claim.made_on
                    when 'REFUSED' then claim.decided_on else coalesce(claim.completed_on, claim.made_on) end as since,
                case claim.status when 'NOT_STARTED' then date_trunc('week', claim.liable_from)::date + 6
                    when 'EVIDENCE_REQUESTED' then (select min(item.due_on) from benefit_evidence item
                        where item.claim_id = claim.id and item.received_on is null)
                    when 'REFUSED' then (claim.decided_on + interval '1 month')::date end as by_day
            from benefit_claim claim
            join household_member member on member.case_reference = claim.case_reference and member.main_applicant
            where (claim.status in ('NOT_STARTED', 'SUBMITTED', 'EVIDENCE_REQUESTED', 'COMPLETE')
                or claim.status = 'REFUSED' and not claim.refusal_stands and not exists (select from benefit_claim later
                    where later.placement_id = claim.placement_id and later.id > claim.id))
                and %s""";

    private final JdbcClient jdbc;
    private final Sight sight;

    WaitingStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    private static String waiting() {
        return WAITING.formatted(Sight.of("claim.case_reference"));
    }

    public Map<WaitingClaim.For, Integer> counts() {
        Map<WaitingClaim.For, Integer> counts = new EnumMap<>(WaitingClaim.For.class);
        jdbc.sql("select waits, count(*) from (" + waiting() + ") as waiting group by waits").params(sight.parameters())
                .query((row, i) -> counts.put(WaitingClaim.For.valueOf(row.getString(1)), row.getInt(2))).list();
        return counts;
    }

    /** Those that wait longest first. */
    public List<WaitingClaim> list(WaitingClaim.For what, int most) {
        return jdbc.sql("select * from (" + waiting() + """
                ) as waiting where waits = :what order by coalesce(by_day, since), since, placement_id limit :most""")
                .params(sight.parameters()).param("what", what.name()).param("most", most)
                .query((row, i) -> new WaitingClaim(row.getString("case_reference"), row.getLong("placement_id"),
                        row.getString("applicant").strip(), row.getString("reference"),
                        row.getObject("liable_from", LocalDate.class), what, row.getObject("since", LocalDate.class),
                        row.getObject("by_day", LocalDate.class))).list();
    }
}
