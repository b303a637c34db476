package org.threshold.moveon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.homelessness.DutyKind;
import org.threshold.moveon.BarrierKind;
import org.threshold.moveon.BarrierRow;
import org.threshold.moveon.MovingOnRow;
import org.threshold.moveon.Route;

/** Households on their way to a settled home and what stands in theirs, of the cases that whoever asks may know of. */
@Repository
public class MovingOnStore {

    /**
     * Everybody to whom accommodation is owed until there is a settled home is in the list, whether or not anybody has
     * begun, so that nobody is forgotten.
     */
    private static final String HOUSEHOLDS = """
            select owed.case_reference, member.given_name || ' ' || member.family_name as applicant, file.team, owed.kind,
                owed.started_on, exists (select from placement where placement.case_reference = owed.case_reference
                    and placement.status in ('IN_OCCUPATION', 'EXTENDED', 'OVERSTAY', 'NOTICE_GIVEN')) as in_ours,
                way.id as way, way.owner, way.route, way.next_review_on,
                (select count(*) from move_on_barrier barrier where barrier.move_on_id = way.id
                    and barrier.resolved_on is null) as barriers,
                (select count(*) from move_on_barrier barrier where barrier.move_on_id = way.id
                    and barrier.resolved_on is null and barrier.due_on < :today) as overdue
            from duty owed
            join case_file file on file.reference = owed.case_reference
            join household_member member on member.case_reference = owed.case_reference and member.main_applicant
            left join move_on_under_way way on way.case_reference = owed.case_reference and way.duty = owed.kind
            where owed.ended_on is null and owed.kind in ('MAIN', 'S193C') and %s
                and (:route = 'ALL' or :route = coalesce(way.route, 'NONE'))
            order by way.next_review_on nulls first, owed.started_on, owed.case_reference limit :most""";

    private static final String BARRIERS = """
            from move_on_barrier barrier
            join move_on_under_way way on way.id = barrier.move_on_id
            join household_member member on member.case_reference = barrier.case_reference and member.main_applicant
            where barrier.resolved_on is null and %s
            """;

    private final JdbcClient jdbc;
    private final Sight sight;

    MovingOnStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** Those whose review comes first, and before them those for whom nothing has begun. */
    public List<MovingOnRow> households(String route, LocalDate today, int most) {
        return jdbc.sql(HOUSEHOLDS.formatted(Sight.of("owed.case_reference"))).params(sight.parameters())
                .param("route", route).param("today", today).param("most", most)
                .query((row, i) -> household(row)).list();
    }

    private static MovingOnRow household(ResultSet row) throws SQLException {
        return new MovingOnRow(row.getString("case_reference"), row.getString("applicant").strip(), row.getString("team"),
                DutyKind.valueOf(row.getString("kind")), Rows.day(row, "started_on"), row.getBoolean("in_ours"),
                row.getObject("way") != null, row.getString("owner"), Rows.code(row, "route", Route.class), Rows.day(row, "next_review_on"),
                row.getInt("barriers"), row.getInt("overdue"));
    }

    /** How many stand, by kind, and how many of them past their day. */
    public Map<BarrierKind, BarrierRow.Count> counts(LocalDate today) {
        Map<BarrierKind, BarrierRow.Count> counts = new EnumMap<>(BarrierKind.class);
        jdbc.sql("select barrier.kind, count(*) as standing, count(*) filter (where barrier.due_on < :today) as overdue "
                + BARRIERS.formatted(Sight.of("barrier.case_reference")) + "group by barrier.kind")
                .params(sight.parameters()).param("today", today)
                .query((row, i) -> counts.put(BarrierKind.valueOf(row.getString("kind")),
                        new BarrierRow.Count(row.getInt("standing"), row.getInt("overdue")))).list();
        return counts;
    }

    /** Those whose day comes first. */
    public List<BarrierRow> barriers(String kind, int most) {
        return jdbc.sql("select barrier.*, member.given_name || ' ' || member.family_name as applicant, (select count(*)"
                + " from move_on_barrier_chase chase where chase.barrier_id = barrier.id) as chased "
                + BARRIERS.formatted(Sight.of("barrier.case_reference"))
                + "and (:kind = 'ALL' or barrier.kind = :kind) order by barrier.due_on, barrier.id limit :most")
                .params(sight.parameters()).param("kind", kind).param("most", most)
                .query((row, i) -> new BarrierRow(row.getString("case_reference"), row.getString("applicant").strip(),
                        BarrierKind.valueOf(row.getString("kind")), row.getString("words"), row.getString("team"),
                        row.getString("owner"), Rows.day(row, "due_on"), row.getInt("chased"))).list();
    }
}
