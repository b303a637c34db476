package org.threshold.insight.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.insight.Measure;
import org.threshold.insight.StepFacts.StepFact;

/** The table {@code step_fact}. */
@Repository
public class FactTable {

    private static final String COLUMNS =
            "step_id, case_reference, process_key, process_version, element_id, event, at, by_whom, team, "
                    + "detail, about";

    private static final String INSERT = """
            with happened as materialized (
                select step_id, case_reference, process_key, process_version, element_id, event, at, by_whom, team,
                    detail, case when event = 'CREATED' then coalesce(about, '{}') || case_standing(case_reference,
                        team, today) else about end as about, place::int as place
                from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::text[], ?::text[], ?::text[], ?::jsonb[]) with ordinality as fact (step_id, case_reference,
                    process_key, process_version, element_id, event, at, by_whom, team, detail, about, place)
                cross join (select ?::date as today) day),
            written as (
                insert into step_fact (%1$s) select %1$s from happened order by place)
            select place, about as known from happened where event = 'CREATED'
            union all
            select 0, to_jsonb(concerned) from step_measure concerned where step_id in (
                select step_id from happened
                union
                select earlier.step_id from happened join step_measure earlier using (case_reference, process_key)
                where happened.event = 'CREATED' and happened.element_id = earlier.element_id)""".formatted(COLUMNS);

    private final JdbcClient jdbc;

    FactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was written, with how the cases stood, and the rows of measures that it concerns: those of its steps, and
     * of all that came before to the places where new ones begin.
     */
    public record Recorded(List<StepFact> facts, List<Measure> measures) {
    }

    /** Writes the facts and reads what they concern with one statement. */
    public Recorded insert(List<StepFact> facts, LocalDate today) {
        List<StepFact> known = new ArrayList<>(facts);
        List<Measure> measures = new ArrayList<>();
        jdbc.sql(INSERT)
                .param(column(facts, StepFact::stepId))
                .param(column(facts, StepFact::caseReference))
                .param(column(facts, StepFact::processKey))
                .param(facts.stream().map(StepFact::processVersion).toArray(Integer[]::new))
                .param(column(facts, StepFact::elementId))
                .param(column(facts, StepFact::event))
                .param(column(facts, fact -> fact.at().toString()))
                .param(column(facts, StepFact::by))
                .param(column(facts, StepFact::team))
                .param(column(facts, StepFact::detail))
                .param(column(facts, fact -> fact.about().isEmpty() ? null : Json.write(fact.about())))
                .param(today)
                .query((ResultSet row) -> {
                    int place = row.getInt("place");
                    if (place > 0) {
                        known.set(place - 1, facts.get(place - 1).withAbout(Json.readMap(row.getString("known"))));
                    } else {
                        measures.add(Json.read(row.getString("known"), Measure.class));
                    }
                });
        return new Recorded(known, measures);
    }

    /** What happened to the steps of these cases, in order. */
    public List<StepFact> of(Collection<String> caseReferences) {
        return jdbc.sql("select " + COLUMNS + " from step_fact where case_reference = any(?) order by id")
                .param(caseReferences.toArray(String[]::new)).query(FactTable::read).list();
    }

    /** The next cases in the order of their references that have facts; from the first where after is empty. */
    public List<String> cases(String after, int limit) {
        return jdbc.sql("select distinct case_reference from step_fact where case_reference > ? order by 1 limit ?")
                .params(after, limit).query(String.class).list();
    }

    /** Nobody writes facts until the transaction ends; waits for those who do. */
    public void lock() {
        jdbc.sql("lock table step_fact in share row exclusive mode").update();
    }

    private static StepFact read(ResultSet row, int number) throws SQLException {
        return new StepFact(row.getString("step_id"), row.getString("case_reference"),
                row.getString("process_key"), row.getInt("process_version"), row.getString("element_id"),
                row.getString("event"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_whom"), row.getString("team"), row.getString("detail"),
                Json.readMap(row.getString("about")));
    }

    private static String[] column(Collection<StepFact> facts, Function<StepFact, String> value) {
        return facts.stream().map(value).toArray(String[]::new);
    }
}
