package org.threshold.board.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Unit;
import org.threshold.board.FlowDuty;
import org.threshold.board.FlowEnd;
import org.threshold.board.FlowFilter;
import org.threshold.board.FlowReached;
import org.threshold.board.FlowStay;
import org.threshold.casefile.Columns;
import org.threshold.charge.AccommodationType;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/** How cases and steps came and went; nothing of a case that whoever asks may not know of. */
@Repository
public class FlowStore {

    /** The household has or had the keys. */
    private static final String[] STAYED = Stream.concat(PlacementStatus.LIVED_IN.stream(),
            Stream.of(PlacementStatus.ENDED, PlacementStatus.TURNAROUND)).map(Enum::name).toArray(String[]::new);

    /** A case's first day at each stage; one that was made in error or twice never came. */
    private static final String CASES = """
            select f.reference, london_day(f.opened_at) as came,
                min(d.started_on) filter (where d.kind = 'PREVENTION') as prevention,
                min(d.started_on) filter (where d.kind = 'RELIEF') as relief,
                min(d.started_on) filter (where d.kind = 'MAIN') as main,
                case when f.status in ('CLOSED', 'DISCHARGED', 'WITHDRAWN', 'CONTACT_LOST', 'DECEASED', 'REFERRED_LC',
                    'ADVICE_ONLY') then greatest(london_day(f.status_since), london_day(f.opened_at)) end as gone
            from case_file f left join duty d on d.case_reference = f.reference
            where f.status not in ('CREATED_IN_ERROR', 'MERGED') and (:team = '' or f.team = :team) and %s
            group by f.reference""".formatted(Sight.of("f.reference"));

    private static final String STEPS = """
            select london_day(created_at) as came, london_day(least(first_picked_up_at, ended_at)) as picked_up,
                london_day(ended_at) as gone, ended_how,
                date_part('epoch', ended_at - created_at) / 86400 as days
            from step_measure where process_key = :process and (:team = '' or team = :team)
                and %s
                and (ended_at is null or ended_at >= cast(:from as timestamp) at time zone 'Europe/London')"""
            .formatted(Sight.of("step_measure.case_reference"));

    /**
     * Only live cases are brought over from an earlier system: what began before that is there because it still went
     * on, and whatever had ended sooner is not there to be counted beside it.
     */
    private static final String SEEN_FROM_THE_FIRST_DAY = """
            not exists (select from caseload_household h where h.case_reference = %s and h.state = 'IMPORTED'
                and london_day(h.brought_at) > %s)""";

    /** A placement continues a stay that began before where the household had left that one a night ago at most. */
    private static final String STAYS = """
            with lived as (
                select p.*, max(coalesce(p.ended_on, date 'infinity')) over (partition by p.case_reference
                    order by p.starts_on, p.id rows between unbounded preceding and 1 preceding) as left_before
                from placement p join case_file f on f.reference = p.case_reference
                where p.case_reference in
                        (select case_reference from placement where starts_on between :from and :until)
                    and p.starts_on <= :until and p.status = any(:stayed)
                    and p.end_reason is distinct from 'NOT_OCCUPIED' and (:team = '' or f.team = :team) and %s),
            numbered as (
                select *, count(*) filter (where left_before is null or starts_on > left_before + 1)
                    over (partition by case_reference order by starts_on, id) as stay
                from lived),
            stays as (
                select case_reference, min(starts_on) as first_night,
                    (array_agg(unit_id order by starts_on, id))[1] as unit_id,
                    case when bool_and(ended_on is not null) then max(ended_on) end as left_on,
                    (array_agg(end_reason order by ended_on desc nulls first, id desc))[1] as end_reason
                from numbered group by case_reference, stay)
            select u.kind, t.run_by, t.private_dwelling, t.self_contained, t.cooking, t.toilet, t.washing,
                s.first_night, s.left_on, s.end_reason, exists (select from sustainment h
                    where h.case_reference = s.case_reference and h.from_day between s.first_night and s.left_on + 1)
                    as housed
            from stays s join unit u on u.id = s.unit_id
                cross join lateral (select * from unit_facilities where unit_id = s.unit_id
                    order by from_date > s.first_night, abs(from_date - s.first_night), id desc limit 1) t
            where s.first_night >= :from and %s""".formatted(Sight.of("p.case_reference"),
            SEEN_FROM_THE_FIRST_DAY.formatted("s.case_reference", "s.first_night"));

    /** One that goes on from its first day because its end was wrong is one duty; one that was never owed is none. */
    private static final String DUTIES = """
            select * from (
                select distinct on (d.case_reference, d.kind, d.started_on) d.kind, d.started_on, d.ended_on,
                    d.end_reason
                from duty d join case_file f on f.reference = d.case_reference
                where d.kind in ('PREVENTION', 'RELIEF') and d.started_on between :from and :until
                    and f.status not in ('CREATED_IN_ERROR', 'MERGED') and (:team = '' or f.team = :team)
                    and not exists (select from no_longer_stands n where n.case_reference = d.case_reference
                        and n.subject = 'owed-' || d.id) and %s and %s
                order by d.case_reference, d.kind, d.started_on, d.id desc) duties
            where end_reason is null or end_reason not in ('SET_ASIDE', 'CANCELLED')"""
            .formatted(SEEN_FROM_THE_FIRST_DAY.formatted("d.case_reference", "d.started_on"),
                    Sight.of("d.case_reference"));

    private final JdbcClient jdbc;
    private final Sight sight;

    FlowStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /**
     * By stage and day, of all that were there on that day or came later. Stage 0 is coming, the last is having gone;
     * who is beyond a stage has reached it.
     */
    public List<FlowReached> reached(FlowFilter filter, LocalDate from) {
        String stages = filter.ofSteps() ? "(0, came), (1, picked_up), (2, gone)" : """
                (0, came), (1, least(prevention, relief, main, gone)), (2, least(relief, main, gone)),
                (3, least(main, gone)), (4, gone)""";
        return jdbc.sql("select stage, greatest(came, day) as day, count(*) from (" + of(filter)
                        + ") each cross join lateral (values " + stages + ") stages (stage, day)"
                        + " where day is not null and (gone is null or gone >= :from) group by 1, 2")
                .param("process", filter.process()).param("team", filter.team()).param("from", from)
                .params(sight.parameters())
                .query((row, n) -> new FlowReached(row.getInt(1), Columns.day(row, "day"), row.getLong(3))).list();
    }

    /** Those that ended since that day, earliest first; of steps, those that somebody completed. */
    public List<FlowEnd> ended(FlowFilter filter, LocalDate from) {
        return jdbc.sql("select gone, " + (filter.ofSteps() ? "days" : "gone - came as days") + " from (" + of(filter)
                        + ") each where gone >= :from" + (filter.ofSteps() ? " and ended_how = 'COMPLETED'" : "")
                        + " order by gone")
                .param("process", filter.process()).param("team", filter.team()).param("from", from)
                .params(sight.parameters())
                .query((row, n) -> new FlowEnd(Columns.day(row, "gone"), Math.max(0, row.getDouble("days")))).list();
    }

    /**
     * The stays whose first night lies between those days, both included: the nights of a household, whatever the
     * placement, as long as no more than one night without any lies between two. None that had begun before its case
     * was brought over from an earlier system.
     */
    public List<FlowStay> stays(String team, LocalDate from, LocalDate until) {
        return jdbc.sql(STAYS).param("from", from).param("until", until).param("stayed", STAYED).param("team", team)
                .params(sight.parameters()).query(FlowStore::stay).list();
    }

    /**
     * The duties to prevent and to relieve that began between those days, both included, and not before their case was
     * brought over.
     */
    public List<FlowDuty> duties(String team, LocalDate from, LocalDate until) {
        return jdbc.sql(DUTIES).param("from", from).param("until", until).param("team", team)
                .params(sight.parameters()).query((row, n) -> new FlowDuty(Columns.code(row, "kind", DutyKind.class),
                        Columns.day(row, "started_on"), Columns.day(row, "ended_on"),
                        Columns.code(row, "end_reason", EndReason.class))).list();
    }

    private static String of(FlowFilter filter) {
        return filter.ofSteps() ? STEPS : CASES;
    }

    private static FlowStay stay(ResultSet row, int number) throws SQLException {
        Facilities facilities = new Facilities(Facilities.RunBy.valueOf(row.getString("run_by")),
                row.getBoolean("private_dwelling"), row.getBoolean("self_contained"),
                Facilities.Share.valueOf(row.getString("cooking")), Facilities.Share.valueOf(row.getString("toilet")),
                Facilities.Share.valueOf(row.getString("washing")));
        String type = Unit.returnType(Unit.Kind.valueOf(row.getString("kind")), facilities);
        return new FlowStay(AccommodationType.valueOf(type), Columns.day(row, "first_night"),
                Columns.day(row, "left_on"), Columns.code(row, "end_reason", PlacementEnd.class),
                row.getBoolean("housed"));
    }
}
