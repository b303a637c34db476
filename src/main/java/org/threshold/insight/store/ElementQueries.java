package org.threshold.insight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.clock.ServiceClock;
import org.threshold.insight.ElementMeasures;
import org.threshold.insight.ElementMeasures.Ageing;
import org.threshold.insight.ElementMeasures.Causes;
import org.threshold.insight.ElementMeasures.Dues;
import org.threshold.insight.ElementMeasures.Flow;
import org.threshold.insight.ElementMeasures.Rework;
import org.threshold.insight.ElementMeasures.Spread;
import org.threshold.insight.MeasureFilter;

/** Measures of all steps at each element. Percentiles interpolate, as percentile_cont does. */
@Repository
public class ElementQueries {

    /** The sums of the finished; the percentiles come with them. */
    private static final String FINISHED = """
            select process_key, element_id, count(*) as finished,
                count(*) filter (where ended_how = 'COMPLETED') as completions,
                count(*) filter (where ended_how = 'CANCELLED') as cancellations,
                sum(waiting_seconds) as delay,
                {waiting_seconds} as waiting, {held_seconds} as held, {on_hold_seconds} as on_hold,
                {all_seconds} as total, {waiting_working_seconds} as waiting_working,
                {held_working_seconds} as held_working,
                percentile_cont(0.85) within group (order by all_seconds)
                    filter (where ended_how = 'COMPLETED') as expectation,
                sum(all_seconds) filter (where waits_for = 'statutory') as statutory,
                sum(case when waits_for = 'applicant' then all_seconds when waits_for = 'officer'
                    then applicant_seconds end) as applicant,
                sum(case when waits_for = 'third-party' then all_seconds when waits_for = 'officer'
                    then third_party_seconds end) as third_party,
                sum(on_hold_seconds - applicant_seconds - third_party_seconds)
                    filter (where waits_for = 'officer') as other,
                sum(waiting_seconds) filter (where waits_for = 'officer') as nobody_yet,
                sum(held_seconds) filter (where waits_for = 'officer') as with_officer,
                count(*) filter (where pass > 1) as again,
                count(*) filter (where pass > 1 and same_officer) as same_officer,
                sum(all_seconds) filter (where pass > 1) as again_seconds,
                sum(handovers) as handovers, sum(ping_pongs) as ping_pongs,
                count(*) filter (where redated > 0) as redated
            from (
                select step.*, waiting_seconds + held_seconds + on_hold_seconds as all_seconds,
                    pass > 1 and exists (select from step_measure before
                        where (before.case_reference, before.process_key, before.element_id)
                            = (step.case_reference, step.process_key, step.element_id)
                        and before.pass = step.pass - 1 and before.ended_by = step.ended_by) as same_officer
                from step_measure step where ended_at >= :from and ended_at < :to {chosen}) step
            group by process_key, element_id""".replaceAll("\\{(\\w+_seconds)}",
            "percentile_cont(array[0.5, 0.85, 0.9, 1]) within group (order by $1)");

    private static final String QUERY = """
            with finished as materialized (%s),
            begun as (
                select process_key, element_id, count(*) as arrivals from step_measure
                where created_at >= :from and created_at < :to {chosen} group by process_key, element_id),
            open as (
                select step.process_key, step.element_id, count(*) as open, max(age) as oldest,
                    sum(waiting_seconds + case when state = 'WAITING' then greatest(extract(epoch from :now - since), 0)
                        else 0 end)::bigint as delay,
                    count(*) filter (where age > expectation) as beyond
                from (select *, extract(epoch from :now - created_at)::bigint as age from step_measure
                    where ended_at is null {chosen}) step
                left join finished using (process_key, element_id)
                group by step.process_key, step.element_id),
            due as (
                select process_key, element_id, count(*) as due, count(days_over) as overdue,
                    percentile_cont(array[0.5, 0.85]) within group (order by days_over) as days_over
                from (select process_key, element_id, case when coalesce(ended_at, :now) > due_at
                        then extract(epoch from coalesce(ended_at, :now) - due_at) / 86400 end as days_over
                    from step_measure where due_at >= :from and due_at < :to {chosen}) step
                group by process_key, element_id)
            select process_key, element_id, finished.*, begun.arrivals, open.open, open.oldest, open.beyond,
                due.due, due.overdue, due.days_over,
                coalesce(finished.delay, 0) + coalesce(open.delay, 0) as all_delay
            from finished full join begun using (process_key, element_id) full join open using (process_key, element_id)
            full join due using (process_key, element_id)
            order by all_delay desc, 1, 2""".formatted(FINISHED);

    private final JdbcClient jdbc;

    ElementQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ElementMeasures> perElement(MeasureFilter filter, Instant now) {
        Map<String, String> chosen = chosen(filter);
        String and = chosen.keySet().stream().map(column -> " and " + column + " = :" + column)
                .collect(Collectors.joining());
        return jdbc.sql(QUERY.replace("{chosen}", and)).params(chosen)
                .param("from", at(filter.from())).param("to", at(filter.to()))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(ElementQueries::read).list();
    }

    private static Map<String, String> chosen(MeasureFilter filter) {
        Map<String, String> chosen = new LinkedHashMap<>();
        chosen.put("process_key", filter.process());
        chosen.put("team", filter.team());
        chosen.put("lane", filter.lane());
        chosen.put("household_type", filter.householdType());
        chosen.put("office", filter.office());
        chosen.values().removeIf(value -> value == null);
        return chosen;
    }

    private static OffsetDateTime at(LocalDate day) {
        return day.atStartOfDay(ServiceClock.LONDON).toOffsetDateTime();
    }

    private static ElementMeasures read(ResultSet row, int number) throws SQLException {
        Double[] daysOver = numbers(row, "days_over", 2);
        return new ElementMeasures(row.getString("process_key"), row.getString("element_id"), row.getLong("finished"),
                row.getLong("all_delay"),
                new Flow(row.getLong("arrivals"), row.getLong("completions"), row.getLong("cancellations"),
                        row.getLong("open")),
                spread(row, "waiting"), spread(row, "held"), spread(row, "on_hold"), spread(row, "total"),
                spread(row, "waiting_working"), spread(row, "held_working"),
                new Causes(row.getLong("statutory"), row.getLong("applicant"), row.getLong("third_party"),
                        row.getLong("other"), row.getLong("nobody_yet"), row.getLong("with_officer")),
                new Rework(row.getLong("again"), row.getLong("same_officer"),
                        row.getLong("again") - row.getLong("same_officer"), row.getLong("again_seconds"),
                        row.getLong("handovers"), row.getLong("ping_pongs")),
                new Dues(row.getLong("due"), row.getLong("overdue"), daysOver[0], daysOver[1],
                        row.getLong("redated")),
                new Ageing(row.getDouble("expectation"), row.getLong("beyond"), row.getLong("oldest")));
    }

    private static Spread spread(ResultSet row, String column) throws SQLException {
        Double[] values = numbers(row, column, 4);
        return new Spread(values[0], values[1], values[2], values[3]);
    }

    private static Double[] numbers(ResultSet row, String column, int count) throws SQLException {
        Double[] none = new Double[count];
        Arrays.fill(none, 0.0);
        if (row.getArray(column) == null) {
            return none;
        }
        Double[] found = (Double[]) row.getArray(column).getArray();
        return found[0] == null ? none : found;
    }
}
