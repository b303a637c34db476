package org.threshold.insight;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threshold.clock.WorkingTime;
import org.threshold.insight.StepFacts.StepFact;

/** Rows of measures that facts move on, one after the other. */
final class MeasuresOfSteps {

    private final Map<String, Measure> rows = new LinkedHashMap<>();
    private final Set<Measure> changed = new LinkedHashSet<>();
    private final WorkingTime working;

    /** @param known the rows of the steps that the facts are about, and of those that came before to their places */
    MeasuresOfSteps(Collection<Measure> known, WorkingTime working) {
        known.forEach(row -> rows.put(row.stepId(), row));
        this.working = working;
    }

    /** A fact about a step whose beginning was never recorded changes nothing. */
    void happens(StepFact fact) {
        Measure row = fact.creates() ? begun(fact) : rows.get(fact.stepId());
        if (row != null) {
            row.happens(fact, working);
            changed.add(row);
        }
    }

    private Measure begun(StepFact fact) {
        Measure row = Measure.begun(fact);
        rows.values().stream().filter(row::samePlace).forEach(row::comesAfter);
        rows.put(row.stepId(), row);
        return row;
    }

    /** Ends the holds whose day has come. */
    void lapse(Instant now) {
        rows.values().forEach(row -> row.lapse(now, working));
    }

    List<Measure> all() {
        return List.copyOf(rows.values());
    }

    /** In the order in which they changed first. */
    List<Measure> changed() {
        return List.copyOf(changed);
    }
}
