package org.threshold.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.WorkingTime;
import org.threshold.insight.store.FactTable;
import org.threshold.insight.store.FactTable.Recorded;
import org.threshold.insight.store.MeasureTable;

/**
 * Writes facts and moves the measures on with them. Two commands never move the same row at once: each has changed the
 * step's row in the worklist before.
 */
@Component
class RecordedFacts implements StepFacts {

    private final FactTable facts;
    private final MeasureTable measures;
    private final CouncilCalendar calendar;
    private final Clock clock;

    RecordedFacts(FactTable facts, MeasureTable measures, CouncilCalendar calendar, Clock clock) {
        this.facts = facts;
        this.measures = measures;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void recordAll(Collection<StepFact> happened) {
        if (happened.isEmpty()) {
            return;
        }
        Recorded recorded = facts.insert(List.copyOf(happened), LocalDate.now(clock));
        MeasuresOfSteps rows = new MeasuresOfSteps(recorded.measures(), new WorkingTime(calendar.workingDays()));
        recorded.facts().forEach(rows::happens);
        measures.write(rows.changed());
    }

    @Override
    public List<StepFact> of(String caseReference) {
        return facts.of(List.of(caseReference));
    }
}
