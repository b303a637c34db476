package org.threshold.process.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.threshold.clock.Deadlines;
import org.threshold.clock.ServiceClock;
import org.threshold.clock.ServiceStandard;
import org.threshold.process.ForModels;
import org.threshold.process.Remembered;

/** Due dates from the council's own promises, the decision table {@code service-standards}. */
@Component
@ForModels("standards")
public class Standards {

    static final String TABLE = "service-standards";

    private final ObjectProvider<DecisionService> decisions;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<Deadlines> deadlines;
    private final Clock clock;
    /** A version of the table never changes what it says, and to look through its lines takes longer than a step. */
    private final Remembered<Line, ServiceStandard> read = new Remembered<>();

    private record Line(String tableId, String key, String lane) {
    }

    Standards(ObjectProvider<DecisionService> decisions, ObjectProvider<RepositoryService> repository,
              ObjectProvider<Deadlines> deadlines, Clock clock) {
        this.decisions = decisions;
        this.repository = repository;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * When a step that opens now is due, to the minute. Asked again in the same transaction the answer is the same, so
     * a step's due date and its overdue timer are equal.
     *
     * @param key  the step's key in the table
     * @param lane the priority lane, or null for any
     */
    @ForModels
    public Date due(String key, String lane) {
        return remembered().computeIfAbsent(key + '/' + lane, asked -> calculate(key, lane));
    }

    /**
     * The same, but no later than the end of a day that the law or a letter sets, where that day is known.
     *
     * @param lastDay any moment of that day in London, or null
     */
    @ForModels
    public Date dueBy(String key, String lane, Date lastDay) {
        Date due = due(key, lane);
        if (lastDay == null) {
            return due;
        }
        LocalDate day = lastDay.toInstant().atZone(ServiceClock.LONDON).toLocalDate();
        Date latest = Date.from(deadlines.getObject().endOf(day).minusSeconds(1).truncatedTo(ChronoUnit.MINUTES));
        return due.before(latest) ? due : latest;
    }

    private Date calculate(String key, String lane) {
        Instant due = deadlines.getObject().due(standard(key, lane), clock.instant());
        return Date.from(due.truncatedTo(ChronoUnit.MINUTES));
    }

    ServiceStandard standard(String key, String lane) {
        DecisionDefinition newest = repository.getObject().createDecisionDefinitionQuery().decisionDefinitionKey(TABLE)
                .latestVersion().singleResult();
        if (newest == null) {
            throw new IllegalStateException("The table of service standards '" + TABLE + "' is not deployed.");
        }
        return read.get(new Line(newest.getId(), key, lane), this::evaluate);
    }

    private ServiceStandard evaluate(Line asked) {
        String key = asked.key();
        String lane = asked.lane();
        DmnDecisionResult result = decisions.getObject().evaluateDecisionById(asked.tableId())
                .variables(Variables.putValue("step", key).putValue("lane", lane)).evaluate();
        if (result.isEmpty()) {
            throw new IllegalStateException("The service standards have no line for step '" + key + "' in lane '"
                    + lane + "'. Add one to the table '" + TABLE + "'.");
        }
        DmnDecisionResultEntries line = result.getFirstResult();
        return new ServiceStandard(key, number(line, "amount"),
                ServiceStandard.Unit.valueOf(String.valueOf(line.<Object>getEntry("unit"))), number(line, "warnBefore"));
    }

    private static int number(DmnDecisionResultEntries line, String name) {
        Object value = line.getEntry(name);
        return value instanceof Number number ? number.intValue() : 0;
    }

    private Map<String, Date> remembered() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new HashMap<>();
        }
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Memory.class::isInstance).map(each -> ((Memory) each).dates)
                .findFirst().orElseGet(Standards::remember);
    }

    private static Map<String, Date> remember() {
        Memory memory = new Memory();
        TransactionSynchronizationManager.registerSynchronization(memory);
        return memory.dates;
    }

    /** Lives as long as its transaction, and is out of sight while that one is suspended. */
    private static final class Memory implements TransactionSynchronization {

        private final Map<String, Date> dates = new HashMap<>();
    }
}
