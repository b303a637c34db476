package org.threshold.board.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.board.WhereChoices;
import org.threshold.board.WhereElement.Bucket;
import org.threshold.board.WhereElement.OldStep;
import org.threshold.board.WhereFigures;
import org.threshold.board.WhereFilter;

/** Where steps wait: counted in memory; the few that are listed are read from the table. */
@Repository
public class WhereStore {

    private final JdbcClient jdbc;
    private final Sight sight;
    private final StepCopy steps;

    WhereStore(JdbcClient jdbc, Sight sight, StepCopy steps) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.steps = steps;
    }

    /** Brings the copy in memory up to date; the first time it is read as a whole, which takes seconds. */
    public void refresh() {
        steps.refresh();
    }

    /** The restricted cases that whoever asks may not know of, in order. */
    public List<String> hidden() {
        return jdbc.sql("select case_reference from case_restriction where not "
                        + Sight.of("case_restriction.case_reference") + " order by case_reference")
                .params(sight.parameters()).query(String.class).list();
    }

    /**
     * What every element comes to, and what can be chosen.
     *
     * @param choices what the steps of the period have; a value that only a hidden case has is not among them
     */
    public record Counted(List<WhereFigures> figures, WhereChoices choices) {
    }

    public Counted count(WhereFilter filter, Instant from, Instant now, List<String> hidden) {
        return steps.ask(columns -> {
            StepCount count = new StepCount(columns, filter, from, now, hidden).everything();
            return new Counted(count.figures(), count.choices());
        });
    }

    /**
     * The steps completed in the period by how long they took.
     *
     * @param width   seconds
     * @param buckets how many there are; all that took longer are in the last
     */
    public List<Bucket> buckets(String processKey, String elementId, WhereFilter filter, Instant from, Instant now,
                                List<String> hidden, double width, int buckets) {
        Map<Integer, Long> counts = steps.ask(columns -> new StepCount(columns, filter, from, now, hidden)
                .completed(processKey, elementId, width, buckets - 1));
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
        return jdbc.sql("""
                select step_id, case_reference, team, owner, created_at, due_at, state, hold_reason from step_measure
                where process_key = :process and element_id = :element and ended_at is null and\s"""
                + Sight.of("step_measure.case_reference") + narrowed(filter)
                + " order by created_at, step_id limit :most").params(values(filter)).params(sight.parameters())
                .param("process", processKey).param("element", elementId).param("most", most)
                .query((row, n) -> new OldStep(row.getString("step_id"), row.getString("case_reference"),
                        row.getString("team"), row.getString("owner"), row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("due_at") == null ? null : row.getTimestamp("due_at").toInstant(),
                        row.getString("state"), row.getString("hold_reason"))).list();
    }

    private static String narrowed(WhereFilter filter) {
        StringBuilder sql = new StringBuilder();
        values(filter).keySet().forEach(column -> sql.append(" and ").append(column).append(" = :").append(column));
        return sql.toString();
    }

    /** What is chosen, by column. */
    private static Map<String, String> values(WhereFilter filter) {
        Map<String, String> values = new TreeMap<>(Map.of("team", filter.team(), "office", filter.office(), "lane",
                filter.lane(), "household_type", filter.household(), "placement_kind", filter.placement()));
        values.values().removeIf(String::isEmpty);
        return values;
    }
}
