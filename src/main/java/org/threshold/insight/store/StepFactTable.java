package org.threshold.insight.store;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.threshold.insight.StepFacts;

/** The table {@code step_fact}. */
@Repository
class StepFactTable implements StepFacts {

    private static final String COLUMNS =
            "step_id, case_reference, process_key, process_version, element_id, event, at, by_whom, team, detail";

    private final JdbcClient jdbc;

    StepFactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void recordAll(Collection<StepFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        jdbc.sql("insert into step_fact (" + COLUMNS + ") select * from unnest(?::text[], ?::text[], ?::text[], "
                        + "?::int[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[])")
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
                .update();
    }

    @Override
    public List<StepFact> of(String caseReference) {
        return jdbc.sql("select " + COLUMNS + " from step_fact where case_reference = ? order by id")
                .param(caseReference)
                .query((row, n) -> new StepFact(row.getString("step_id"), row.getString("case_reference"),
                        row.getString("process_key"), row.getInt("process_version"), row.getString("element_id"),
                        row.getString("event"), row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_whom"), row.getString("team"), row.getString("detail")))
                .list();
    }

    private static String[] column(Collection<StepFact> facts, Function<StepFact, String> value) {
        return facts.stream().map(value).toArray(String[]::new);
    }
}
