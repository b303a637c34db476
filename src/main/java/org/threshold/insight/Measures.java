package org.threshold.insight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.WorkingTime;
import org.threshold.insight.store.FactTable;
import org.threshold.insight.store.MeasureTable;

/**
 * Makes the measures anew from the facts, and says where those that are kept differ from that. The service alone does
 * so.
 */
@Service
public class Measures {

    /** Cases read at once: some ten thousand facts. */
    private static final int AT_ONCE = 200;

    private final FactTable facts;
    private final MeasureTable measures;
    private final CouncilCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate change;
    private final TransactionTemplate look;

    Measures(FactTable facts, MeasureTable measures, CouncilCalendar calendar, Clock clock,
             PlatformTransactionManager transactions) {
        this.facts = facts;
        this.measures = measures;
        this.calendar = calendar;
        this.clock = clock;
        this.change = new TransactionTemplate(transactions);
        this.look = new TransactionTemplate(transactions);
        look.setReadOnly(true);
        look.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Writes the rows of all steps again; needed after a change of the council's calendar for days that are past.
     * Casework waits only while some of the cases are written, and what it has written is seen.
     *
     * @return how many rows were made
     */
    public int rebuild() {
        return inTurns(cases -> change.execute(status -> rebuild(cases))).stream().mapToInt(Integer::intValue).sum();
    }

    private int rebuild(List<String> cases) {
        facts.lock();
        List<Measure> rows = made(cases);
        measures.replace(cases, rows);
        return rows.size();
    }

    /** The ids of the steps whose row differs from their facts; none but for a fault. */
    public List<String> differing() {
        return inTurns(cases -> look.execute(status -> differing(cases))).stream().flatMap(List::stream).toList();
    }

    private List<String> differing(List<String> cases) {
        MeasuresOfSteps kept = new MeasuresOfSteps(measures.of(cases), workingTime());
        kept.lapse(clock.instant());
        Map<String, String> is = byStep(kept.all());
        Map<String, String> should = byStep(made(cases));
        TreeSet<String> steps = new TreeSet<>(is.keySet());
        steps.addAll(should.keySet());
        steps.removeIf(step -> is.getOrDefault(step, "").equals(should.get(step)));
        return List.copyOf(steps);
    }

    private List<Measure> made(List<String> cases) {
        WorkingTime working = workingTime();
        Map<String, MeasuresOfSteps> rows = new TreeMap<>();
        facts.of(cases).forEach(fact -> rows.computeIfAbsent(fact.caseReference(),
                reference -> new MeasuresOfSteps(List.of(), working)).happens(fact));
        rows.values().forEach(each -> each.lapse(clock.instant()));
        return rows.values().stream().flatMap(each -> each.all().stream()).toList();
    }

    private static Map<String, String> byStep(List<Measure> rows) {
        return rows.stream().collect(Collectors.toMap(Measure::stepId, MeasureTable::text));
    }

    private <T> List<T> inTurns(Function<List<String>, T> work) {
        List<T> results = new ArrayList<>();
        for (List<String> cases = facts.cases("", AT_ONCE); !cases.isEmpty();
                cases = facts.cases(cases.get(cases.size() - 1), AT_ONCE)) {
            results.add(work.apply(cases));
        }
        return results;
    }

    private WorkingTime workingTime() {
        return new WorkingTime(calendar.workingDays());
    }
}
