package org.threshold.board.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.board.WhereChoices;
import org.threshold.board.WhereElement.Bucket;
import org.threshold.board.WhereElement.OldStep;
import org.threshold.board.WhereFigures;
import org.threshold.board.WhereFilter;

/** Reads the measures of steps: one statement for each question, however many steps there are. */
@Repository
public class WhereStore {

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
    private final Sight sight;

    WhereStore(JdbcClient jdbc, Sight sight) {
        this.jdbc = jdbc;
        this.sight = sight;
    }

    /** The restricted cases that whoever asks may not know of, in order. */
    public List<String> hidden() {
        return jdbc.sql("select case_reference from case_restriction where not "
                        + Sight.of("case_restriction.case_reference") + " order by case_reference")
                .params(sight.parameters()).query(String.class).list();
    }

    public List<WhereFigures> figures(WhereFilter filter, Instant from, Instant now, List<String> hidden) {
        String answer = ANSWER.formatted(FIGURES.formatted(steps(filter, hidden)),
                DAYS.formatted(narrowed(filter, hidden)));
        return asked(answer, filter, hidden).param("from", Timestamp.from(from))
                .param("now", Timestamp.from(now)).query(WhereStore::figures).list();
    }

    /** What the steps of the period have; a value that only a hidden case has is not among them. */
    public WhereChoices choices(Instant from, Instant now, List<String> hidden) {
        Map<String, TreeSet<String>> values = new TreeMap<>();
        asked("select distinct office, lane, household_type, placement_kind from step_measure where " + IN_PERIOD
                + (hidden.isEmpty() ? "" : HIDDEN), WhereFilter.ALL, hidden)
                .param("from", Timestamp.from(from)).param("now", Timestamp.from(now)).query((row, n) -> {
                    for (String column : List.of("office", "lane", "household_type", "placement_kind")) {
                        String value = row.getString(column);
                        if (value != null) {
                            values.computeIfAbsent(column, none -> new TreeSet<>()).add(value);
                        }
                    }
                    return n;
                }).list();
        return new WhereChoices(list(values, "office"), list(values, "lane"), list(values, "household_type"),
                list(values, "placement_kind"));
    }

    /**
     * The steps completed in the period by how long they took.
     *
     * @param width   seconds
     * @param buckets how many there are; all that took longer are in the last
     */
    public List<Bucket> buckets(String processKey, String elementId, WhereFilter filter, Instant from, Instant now,
                                List<String> hidden, double width, int buckets) {
        Map<Integer, Long> counts = new TreeMap<>();
        asked("""
                select least(floor((waiting_seconds + held_seconds + on_hold_seconds) / :width), :last), count(*)
                from step_measure where process_key = :process and element_id = :element and ended_how = 'COMPLETED'
                    and ended_at >= :from and ended_at <= :now""" + narrowed(filter, hidden) + " group by 1",
                filter, hidden).param("width", width).param("last", buckets - 1).param("process", processKey)
                .param("element", elementId).param("from", Timestamp.from(from)).param("now", Timestamp.from(now))
                .query((row, n) -> counts.put(row.getInt(1), row.getLong(2))).list();
        List<Bucket> all = new ArrayList<>();
        int last = counts.keySet().stream().mapToInt(Integer::intValue).max().orElse(-1);
        for (int at = 0; at <= last; at++) {
            all.add(new Bucket(at * width, at == buckets - 1 ? Double.POSITIVE_INFINITY : (at + 1) * width,
                    counts.getOrDefault(at, 0L)));
        }
        return all;
    }

    /** Longest there first. */
    public List<OldStep> oldest(String processKey, String elementId, WhereFilter filter, int most) {
        return asked("""
                select step_id, case_reference, team, owner, created_at, due_at, state, hold_reason from step_measure
                where process_key = :process and element_id = :element and ended_at is null and\s"""
                + Sight.of("step_measure.case_reference") + narrowed(filter, List.of())
                + " order by created_at, step_id limit :most", filter, List.of()).params(sight.parameters())
                .param("process", processKey).param("element", elementId).param("most", most)
                .query((row, n) -> new OldStep(row.getString("step_id"), row.getString("case_reference"),
                        row.getString("team"), row.getString("owner"), row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("due_at") == null ? null : row.getTimestamp("due_at").toInstant(),
                        row.getString("state"), row.getString("hold_reason"))).list();
    }

    private static String steps(WhereFilter filter, List<String> hidden) {
        return STEPS.formatted(GONE_ON.formatted("WAITING"), GONE_ON.formatted("HELD"), GONE_ON.formatted("ON_HOLD"),
                IN_PERIOD, narrowed(filter, hidden));
    }

    private static String narrowed(WhereFilter filter, List<String> hidden) {
        StringBuilder sql = new StringBuilder();
        values(filter).keySet().forEach(column -> sql.append(" and ").append(column).append(" = :").append(column));
        return sql.append(hidden.isEmpty() ? "" : HIDDEN).toString();
    }

    /** What is chosen, by column. */
    private static Map<String, String> values(WhereFilter filter) {
        Map<String, String> values = new TreeMap<>(Map.of("team", filter.team(), "office", filter.office(), "lane",
                filter.lane(), "household_type", filter.household(), "placement_kind", filter.placement()));
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private StatementSpec asked(String sql, WhereFilter filter, List<String> hidden) {
        Map<String, Object> params = new HashMap<>(values(filter));
        if (!hidden.isEmpty()) {
            params.put("hidden", hidden.toArray(String[]::new));
        }
        return jdbc.sql(sql).params(params);
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

    private static List<String> list(Map<String, TreeSet<String>> values, String column) {
        return List.copyOf(values.getOrDefault(column, new TreeSet<>()));
    }
}
