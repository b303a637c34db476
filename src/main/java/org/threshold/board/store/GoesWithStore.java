package org.threshold.board.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.access.Sight;
import org.threshold.board.WhereAttribute;
import org.threshold.board.WhereFilter;
import org.threshold.statistics.GoesWith;

/** Reads the completed steps of one element with what they are compared by; nothing of a hidden case. */
@Repository
public class GoesWithStore {

    private static final String STEPS = """
            select waiting_seconds + held_seconds + on_hold_seconds as seconds, team, office,
                case when lane = any(:lanes) then lane end as lane,
                case when placement_kind = any(:placements) then placement_kind end as placement,
                case when in_person then 'YES' end as in_person,
                case when pass > 1 then 'YES' end as again,
                case handovers when 0 then null when 1 then 'ONCE' else 'MORE' end as handed_over,
                case when redated > 0 then 'YES' end as day_moved,
                case when applicant_seconds > 0 then 'YES' end as hold_applicant,
                case when third_party_seconds > 0 then 'YES' end as hold_organisation,
                case when on_hold_seconds > applicant_seconds + third_party_seconds then 'YES' end as hold_other,
                upper(trim(to_char(began, 'Day'))) as weekday,
                case when began::time < '09:00' then 'EARLY' when began::time < '12:00' then 'MORNING'
                    when began::time < '17:00' then 'AFTERNOON' else 'EVENING' end as hour
            from (select *, created_at at time zone 'Europe/London' as began from step_measure
                where process_key = :process and element_id = :element and ended_how = 'COMPLETED'
                    and ended_at >= :from and ended_at <= :now and (:team = '' or team = :team)
                    and (:office = '' or office = :office) and (:lane = '' or lane = :lane)
                    and (:household = '' or household_type = :household)
                    and (:placement = '' or placement_kind = :placement) and %s
                order by ended_at desc limit :most) steps"""
            .formatted(Sight.of("step_measure.case_reference"));

    private static final int AT_ONCE = 1_000;

    private final JdbcClient inPortions;
    private final Sight sight;

    GoesWithStore(DataSource source, Sight sight) {
        JdbcTemplate portions = new JdbcTemplate(source);
        portions.setFetchSize(AT_ONCE);
        this.inPortions = JdbcClient.create(portions);
        this.sight = sight;
    }

    /**
     * In seconds from beginning to end; attributes by the name of {@link WhereAttribute}. In portions only within a
     * transaction.
     *
     * @param most no more than so many, the newest
     */
    public List<GoesWith.Case> completed(String processKey, String elementId, WhereFilter filter, Instant from,
                                         Instant now, int most) {
        return inPortions.sql(STEPS).param("most", most).param("process", processKey).param("element", elementId)
                .param("from", Timestamp.from(from)).param("now", Timestamp.from(now)).param("team", filter.team())
                .param("office", filter.office()).param("lane", filter.lane()).param("household", filter.household())
                .param("placement", filter.placement()).param("lanes", WhereAttribute.LANES)
                .param("placements", WhereAttribute.PLACEMENTS)
                .params(sight.parameters()).query(GoesWithStore::steps);
    }

    /** Columns are found once: there may be thousands of rows. */
    private static List<GoesWith.Case> steps(ResultSet rows) throws SQLException {
        Map<WhereAttribute, Integer> columns = new EnumMap<>(WhereAttribute.class);
        for (WhereAttribute attribute : WhereAttribute.values()) {
            columns.put(attribute, rows.findColumn(attribute.column()));
        }
        int seconds = rows.findColumn("seconds");
        List<GoesWith.Case> steps = new ArrayList<>();
        while (rows.next()) {
            Map<String, String> attributes = new HashMap<>();
            for (Map.Entry<WhereAttribute, Integer> column : columns.entrySet()) {
                String value = rows.getString(column.getValue());
                if (value != null) {
                    attributes.put(column.getKey().name(), value);
                }
            }
            steps.add(new GoesWith.Case(rows.getDouble(seconds), attributes));
        }
        return steps;
    }
}
