package org.threshold.logexport.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.casefile.Columns;
import org.threshold.clock.ServiceClock;

/**
 * Reads what was recorded of steps, placements and reviews. First {@link #choose} the cases, then read, all within one
 * transaction that sees one state: the choice lasts as long as it. Rows come through a cursor, so the memory does not
 * grow with the log.
 */
@Repository
public class LogSource {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String TABLE = """
            create temporary table log_export_case (case_reference text primary key, channel text not null,
                opened_at timestamptz not null, kept boolean not null, household text not null) on commit drop
            """;

    /**
     * Each case with its course, and whether enough others have the same. A restricted case is none of them, so that no
     * count tells of it. The way in stands in the file beside the course and is part of what is compared.
     */
    private static final String CHOOSE = """
            insert into log_export_case
            with opened as (
                select c.reference, c.channel, c.opened_at from case_file c
                where c.opened_at >= ? and c.opened_at < ? and not\s""" + Sight.restricted("c.reference") + """
            ), begun as (
                select f.case_reference, f.at, f.process_key || '/' || f.element_id as activity,
                       f.process_key as process
                  from step_fact f join opened o on o.reference = f.case_reference where f.event = 'CREATED'
                union all
                select p.case_reference, e.happened_at, 'placement/' || e.status, 'placement'
                  from placement p join opened o on o.reference = p.case_reference
                  join placement_event e on e.placement_id = p.id
                union all
                select r.case_reference, r.recorded_at, 'review/REQUESTED', 'review'
                  from statutory_review r join opened o on o.reference = r.case_reference
                union all
                select r.case_reference, e.recorded_at, 'review/' || e.kind, 'review'
                  from statutory_review r join opened o on o.reference = r.case_reference
                  join review_event e on e.review_id = r.id
                union all
                select r.case_reference, r.decided_at, 'review/' || r.outcome, 'review'
                  from statutory_review r join opened o on o.reference = r.case_reference
                 where r.outcome is not null
            ), course as (
                select case_reference, md5(%s) as course from begun group by case_reference
            )
            select o.reference, o.channel, o.opened_at, count(*) over (partition by o.channel, c.course) >= ?,
                   o.reference
              from course c join opened o on o.reference = c.case_reference
            """;

    /**
     * Cases that were merged, and those that somebody of a household made later, are of one household, named by the
     * first reference of them all. No way leads over a restricted case, or that two others belong together would tell
     * of it.
     */
    private static final String HOUSEHOLDS = """
            with recursive known as (
                select kept_case as one, merged_case as other from case_merge
                union select previous_case, new_case from reapplication where new_case is not null
            ), link as (
                select one, other from known
                 where not %s and not %s
            ), way as (
                select one, other from link union select other, one from link
            ), reached as (
                select c.case_reference as start, c.case_reference as reference from log_export_case c
                 where c.kept and c.case_reference in (select one from way)
                union
                select r.start, w.other from reached r join way w on w.one = r.reference
            )
            update log_export_case c set household = h.first
              from (select start, min(reference) as first from reached group by start) h
             where h.start = c.case_reference
            """.formatted(Sight.restricted("known.one"), Sight.restricted("known.other"));

    /** Held before: the window looks at what came earlier for the same step. */
    private static final String EVENTS = """
            select 'STEP' as source, f.id, f.case_reference, c.household, c.channel, f.step_id as instance, f.at,
                   f.process_key, f.process_version, f.element_id, f.event as what, f.by_whom, f.team, f.detail,
                   coalesce(bool_or(f.event in ('PICKED_UP', 'HANDED_OVER') and f.detail is not null)
                       over (partition by f.step_id order by f.id rows between unbounded preceding and 1 preceding),
                       false) as held_before,
                   null::bigint as unit_id, null::date as on_day
              from step_fact f join log_export_case c on c.case_reference = f.case_reference and c.kept
            union all
            select 'PLACEMENT', e.id, p.case_reference, c.household, c.channel, p.id::text, e.happened_at,
                   null, null, null, e.status, e.by_whom, null, null, false,
                   case when e.status not in ('REQUESTED', 'SEARCHING') then p.unit_id end, null
              from placement p join log_export_case c on c.case_reference = p.case_reference and c.kept
              join placement_event e on e.placement_id = p.id
            union all
            select 'REVIEW', r.id * 2, r.case_reference, c.household, c.channel, r.id::text, r.recorded_at,
                   null, null, null, 'REQUESTED', r.recorded_by, null, null, false, null, r.requested_on
              from statutory_review r join log_export_case c on c.case_reference = r.case_reference and c.kept
            union all
            select 'REVIEW', -e.id, r.case_reference, c.household, c.channel, r.id::text, e.recorded_at,
                   null, null, null, e.kind, e.recorded_by, null, null, false, null, e.on_day
              from statutory_review r join log_export_case c on c.case_reference = r.case_reference and c.kept
              join review_event e on e.review_id = r.id
            union all
            select 'REVIEW', r.id * 2 + 1, r.case_reference, c.household, c.channel, r.id::text, r.decided_at,
                   null, null, null, 'DECIDED', r.decided_by_review, null, r.outcome, false, null, null
              from statutory_review r join log_export_case c on c.case_reference = r.case_reference and c.kept
             where r.outcome is not null
            """;

    private static final String IN_ORDER = "select * from (" + EVENTS
            + ") e order by case_reference, at, source desc, abs(id), id";

    private static final String KINDS = "select distinct source, process_key, element_id, what, held_before,"
            + " detail is not null as detailed from (" + EVENTS + ") e";

    private static final String COUNTS = "select count(*) filter (where kept), count(*) filter (where not kept),"
            + " (select count(*) from (" + EVENTS + ") e) from log_export_case";

    private static final String OFFICERS = "select distinct who from (" + EVENTS + """
            ) e cross join lateral (values (e.by_whom),
                (case when e.what in ('PICKED_UP', 'HANDED_OVER') then e.detail end)) as people (who)
            where who is not null order by who
            """;

    /** A step as it became: where it stands after a migration, and whose it is after a hand-over. */
    private static final String STEPS = """
            select * from (
                select f.step_id, f.case_reference, f.id, f.at, f.process_key, f.process_version, f.element_id, f.team,
                       lag(f.element_id) over earlier is null as first,
                       (lag(f.element_id) over earlier, lag(f.process_version) over earlier)
                           is distinct from (f.element_id, f.process_version) as moved
                  from step_fact f join log_export_case c on c.case_reference = f.case_reference and c.kept
                window earlier as (partition by f.step_id order by f.id)) s
            where moved or team is not null
            order by step_id, id
            """;

    private final JdbcTemplate jdbc;

    LogSource(JdbcTemplate shared) {
        // A template of its own: the size of its portions is for these long readings only.
        this.jdbc = new JdbcTemplate(shared.getDataSource());
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
    }

    /** By what two cases are alike. */
    public enum Course {
        ORDER("string_agg(activity, ' ' order by at, activity)"),
        ACTIVITIES("string_agg(distinct activity, ' ' order by activity)"),
        PROCESSES("string_agg(distinct process, ' ' order by process)");

        private final String sql;

        Course(String sql) {
            this.sql = sql;
        }
    }

    /** Cases and events that were chosen, and cases that were left out as rare. */
    public record Chosen(long cases, long leftOut, long events) {
    }

    /** What happens in the chosen cases; as many as there are elements in the models, not as there are events. */
    public record Kind(String source, String process, String element, String what, boolean heldBefore,
                       boolean detailed) {
    }

    /**
     * A case.
     *
     * @param household the first reference of all cases of its household; its own where no other is known
     * @param channel   key of the way by which it came in
     */
    public record CaseRow(String reference, String household, String channel, OffsetDateTime openedAt) {
    }

    /** What a step was from then on; rows of the same step follow each other. No team: still the one before. */
    public record StepRow(String step, String caseReference, OffsetDateTime at, String process, int version,
                          String element, String team, boolean first, boolean moved) {
    }

    /** A placement. @param movedFrom the placement before; may be null, as may the unit */
    public record PlacementRow(String id, String caseReference, String function, OffsetDateTime requestedAt,
                               String unit, String movedFrom) {
    }

    /** A unit. */
    public record UnitRow(String id, String kind) {
    }

    /** A review. */
    public record ReviewRow(String id, String caseReference, String matter, OffsetDateTime recordedAt) {
    }

    /**
     * Chooses the cases that were opened on these days in London.
     *
     * @param fewest a course that fewer cases have is rare
     */
    public Chosen choose(LocalDate first, LocalDate last, Course course, int fewest) {
        jdbc.execute(TABLE);
        jdbc.update(CHOOSE.formatted(course.sql), first.atStartOfDay(ServiceClock.LONDON).toOffsetDateTime(),
                last.plusDays(1).atStartOfDay(ServiceClock.LONDON).toOffsetDateTime(), fewest);
        jdbc.update(HOUSEHOLDS);
        jdbc.execute("analyze log_export_case");
        return jdbc.queryForObject(COUNTS, (row, n) -> new Chosen(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    /** Case by case, and within a case in the order of time. */
    public void events(Consumer<LogRow> each) {
        jdbc.query(IN_ORDER, row -> {
            each.accept(event(row));
        });
    }

    public List<Kind> kinds() {
        return jdbc.query(KINDS, (row, n) -> new Kind(row.getString("source"), row.getString("process_key"),
                row.getString("element_id"), row.getString("what"), row.getBoolean("held_before"),
                row.getBoolean("detailed")));
    }

    public void cases(Consumer<CaseRow> each) {
        jdbc.query("select * from log_export_case where kept order by case_reference", row -> {
            each.accept(new CaseRow(row.getString("case_reference"), row.getString("household"),
                    row.getString("channel"), at(row, "opened_at")));
        });
    }

    /** What stands for each, once. */
    public void households(Consumer<String> each) {
        jdbc.query("select distinct household from log_export_case where kept order by household", row -> {
            each.accept(row.getString(1));
        });
    }

    public void steps(Consumer<StepRow> each) {
        jdbc.query(STEPS, row -> {
            each.accept(new StepRow(row.getString("step_id"), row.getString("case_reference"), at(row, "at"),
                    row.getString("process_key"), row.getInt("process_version"), row.getString("element_id"),
                    row.getString("team"), row.getBoolean("first"), row.getBoolean("moved")));
        });
    }

    public void placements(Consumer<PlacementRow> each) {
        jdbc.query("select p.* from placement p join log_export_case c on c.case_reference = p.case_reference"
                + " and c.kept where exists (select from placement_event e where e.placement_id = p.id)"
                + " order by p.id", row -> {
            each.accept(new PlacementRow(row.getString("id"), row.getString("case_reference"),
                    row.getString("function"), at(row, "requested_at"), row.getString("unit_id"),
                    row.getString("moved_from")));
        });
    }

    public void units(Consumer<UnitRow> each) {
        jdbc.query("select u.id, u.kind from unit u where exists (select from placement p join log_export_case c"
                + " on c.case_reference = p.case_reference and c.kept where p.unit_id = u.id) order by u.id", row -> {
            each.accept(new UnitRow(row.getString("id"), row.getString("kind")));
        });
    }

    public void reviews(Consumer<ReviewRow> each) {
        jdbc.query("select r.* from statutory_review r join log_export_case c on c.case_reference = r.case_reference"
                + " and c.kept order by r.id", row -> {
            each.accept(new ReviewRow(row.getString("id"), row.getString("case_reference"), row.getString("matter"),
                    at(row, "recorded_at")));
        });
    }

    /** Usernames. */
    public void officers(Consumer<String> each) {
        jdbc.query(OFFICERS, row -> {
            each.accept(row.getString(1));
        });
    }

    /** Keys. */
    public void teams(Consumer<String> each) {
        jdbc.query("select distinct team from (" + EVENTS + ") e where team is not null order by team", row -> {
            each.accept(row.getString(1));
        });
    }

    private static LogRow event(ResultSet row) throws SQLException {
        return new LogRow(row.getString("source"), row.getString("id"), row.getString("case_reference"),
                row.getString("household"), row.getString("channel"), row.getString("instance"),
                at(row, "at").toInstant(), row.getString("process_key"), row.getObject("process_version", Integer.class),
                row.getString("element_id"), row.getString("what"), row.getString("by_whom"), row.getString("team"),
                row.getString("detail"), row.getBoolean("held_before"), row.getString("unit_id"),
                Columns.day(row, "on_day"));
    }

    private static OffsetDateTime at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
