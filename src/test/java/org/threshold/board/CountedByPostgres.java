package org.threshold.board;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of where it waits counted by PostgreSQL from the table, which knows nothing of what is in memory. */
final class CountedByPostgres {

    /** Open now, or ended in the period. */
    private static final String IN_PERIOD = """
            (ended_at is null and created_at <= :now or ended_at >= :from and ended_at <= :now)""";

    /** An open step has gone on in its state since that state began. */
    private static final String GONE_ON = """
            case when state = '%s' then greatest(date_part('epoch', :now - since), 0) else 0 end""";

    /**
     * Each level stands by itself (offset 0), so that what it computes is computed once; bytes are compared and not the
     * letters of a language, because the names are only put together.
     */
    private static final String STEPS = """
            select *, case when whole > 0 then counted / whole else 0 end as part
            from (select *, least(whole, greatest(date_part('epoch', coalesce(ended_at, :now)
                    - greatest(created_at, :from)), 0)) as counted
                from (select *, waiting + held + on_hold as whole
                    from (select process_key collate "C" as process_key, element_id collate "C" as element_id,
                            process_version, case_reference, waits_for, created_at, ended_at, redated, handovers,
                            ping_pongs, pass, due_at,
                            ended_how = 'COMPLETED' as completed, waiting_seconds + %1$s as waiting,
                            held_seconds + %2$s as held, on_hold_seconds + %3$s as on_hold,
                            applicant_seconds + case when hold_reason in ('APPLICANT', 'DOCUMENTS') then %3$s else 0 end
                                as applicant,
                            third_party_seconds + case when hold_reason = 'THIRD_PARTY' then %3$s else 0 end
                                as third_party
                        from step_measure where %4$s %5$s offset 0) accrued
                    offset 0) added
                offset 0) counted
            offset 0""";

    /** A step that began before the period counts with its part that lies in it; its causes in proportion. */
    private static final String FIGURES = """
            select process_key, element_id, max(process_version) as version, count(*) as steps,
                count(*) filter (where completed) as completed,
                count(*) filter (where ended_at is null) as open,
                count(*) filter (where ended_at is null and due_at < :now) as overdue,
                sum(counted) as delay, sum(waiting * part) as waiting,
                sum(case when waits_for in ('applicant', 'third-party') then 0 else held * part end) as held,
                sum(case when waits_for = 'applicant' then held * part else 0 end) as held_for_applicant,
                sum(case when waits_for = 'third-party' then held * part else 0 end) as held_for_third_party,
                sum(applicant * part) as applicant, sum(third_party * part) as third_party,
                sum((on_hold - applicant - third_party) * part) as other_hold,
                percentile_cont(array[0.5, 0.85, 0.9]) within group (order by whole)
                    filter (where completed) as percentiles,
                avg(whole) filter (where completed) as mean, max(whole) filter (where completed) as longest,
                sum(redated) as redated, sum(handovers) as handovers, sum(ping_pongs) as ping_pongs,
                count(*) filter (where pass > 1) as repeated,
                count(distinct case_reference) filter (where pass > 1) as cases_again
            from (%s) steps
            group by process_key, element_id""";

    /** Also of those that ended before the period: who was in time long before their day was in time. */
    private static final String DAYS = """
            select process_key collate "C" as process_key, element_id collate "C" as element_id, count(*) as due,
                count(*) filter (where ended_at is null or ended_at > due_at) as missed
            from step_measure where due_at >= :from and due_at < :now %s group by 1, 2""";

    private static final String ANSWER = """
            select figures.*, coalesce(due, 0) as due, coalesce(missed, 0) as missed from (%s) figures
            left join (%s) days using (process_key, element_id) order by process_key, element_id""";

    private static final String HIDDEN = " and case_reference <> all(:hidden)";

    private final JdbcClient jdbc;

    CountedByPostgres(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<WhereFigures> figures(WhereFilter filter, Instant from, Instant now, List<String> hidden) {
        String narrowed = narrowed(filter, hidden);
        String steps = STEPS.formatted(GONE_ON.formatted("WAITING"), GONE_ON.formatted("HELD"),
                GONE_ON.formatted("ON_HOLD"), IN_PERIOD, narrowed);
        Map<String, Object> params = new HashMap<>(values(filter));
        params.put("hidden", hidden.toArray(String[]::new));
        return jdbc.sql(ANSWER.formatted(FIGURES.formatted(steps), DAYS.formatted(narrowed))).params(params)
                .param("from", Timestamp.from(from)).param("now", Timestamp.from(now))
                .query(CountedByPostgres::figures).list();
    }

    private static String narrowed(WhereFilter filter, List<String> hidden) {
        StringBuilder sql = new StringBuilder();
        values(filter).keySet().forEach(column -> sql.append(" and ").append(column).append(" = :").append(column));
        return sql.append(hidden.isEmpty() ? "" : HIDDEN).toString();
    }

    private static Map<String, String> values(WhereFilter filter) {
        Map<String, String> values = new TreeMap<>(Map.of("team", filter.team(), "office", filter.office(), "lane",
                filter.lane(), "household_type", filter.household(), "placement_kind", filter.placement()));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static WhereFigures figures(ResultSet row, int number) throws SQLException {
        return new WhereFigures(row.getString("process_key"), row.getString("element_id"), row.getInt("version"),
                row.getLong("steps"), row.getLong("completed"), row.getLong("open"), row.getLong("overdue"),
                row.getDouble("delay"), row.getDouble("waiting"), row.getDouble("held"), row.getDouble("applicant"),
                row.getDouble("third_party"), row.getDouble("other_hold"), row.getDouble("held_for_applicant"),
                row.getDouble("held_for_third_party"), took(row), row.getLong("due"),
                row.getLong("missed"), row.getLong("redated"), row.getLong("handovers"), row.getLong("ping_pongs"),
                row.getLong("repeated"), row.getLong("cases_again"));
    }

    private static WhereFigures.Took took(ResultSet row) throws SQLException {
        Array percentiles = row.getArray("percentiles");
        if (percentiles == null) {
            return null;
        }
        double[] p = Arrays.stream((Object[]) percentiles.getArray()).mapToDouble(each -> ((Number) each).doubleValue())
                .toArray();
        return new WhereFigures.Took(row.getDouble("mean"), p[0], p[1], p[2], row.getDouble("longest"));
    }
}
