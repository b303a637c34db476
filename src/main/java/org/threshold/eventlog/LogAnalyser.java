package org.threshold.eventlog;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.threshold.eventlog.LogAnalysis.ActivityFigures;
import org.threshold.eventlog.LogAnalysis.EdgeFigures;
import org.threshold.statistics.Summary;

/** Goes once through a log, case by case, and keeps numbers only. */
public final class LogAnalyser {

    private static final int MOST_EDGES_TOLD = 10_000;

    private final EventLog log;
    private final Executions executions;
    private final Pairs edges = new Pairs();
    private final GroupedSpans edgeWaiting = new GroupedSpans();
    private final GroupedSpans waiting = new GroupedSpans();
    private final GroupedSpans service = new GroupedSpans();
    private final Variants variants;
    private final Rework rework;
    private final HandoverCount handovers = new HandoverCount();
    private final long[] eventsOf;
    private final long[] casesOf;
    private final long[] executionsOf;
    private final int[] lastCaseOf;
    private final double[] caseDays;

    private LogAnalyser(EventLog log) {
        this.log = log;
        this.executions = new Executions(log);
        this.variants = new Variants(log);
        int activities = log.activities().size();
        this.rework = new Rework(activities);
        this.eventsOf = new long[activities];
        this.casesOf = new long[activities];
        this.executionsOf = new long[activities];
        this.lastCaseOf = new int[activities];
        this.caseDays = new double[log.cases()];
    }

    /** @param log with at least one event */
    public static LogAnalysis analyse(EventLog log) {
        LogAnalyser analyser = new LogAnalyser(log);
        for (int of = 0; of < log.cases(); of++) {
            analyser.add(of);
        }
        return analyser.figures();
    }

    private void add(int of) {
        int last = log.first(of + 1) - 1;
        caseDays[of] = Spans.days(log.at(last) - log.at(log.first(of)));
        for (int at = log.first(of); at <= last; at++) {
            addEvent(log.activity(at), of + 1);
        }
        variants.add(of);
        executions.of(of);
        rework.add(executions);
        handovers.add(executions);
        for (int i = 0; i < executions.size(); i++) {
            addExecution(i);
        }
    }

    private void addEvent(int activity, int caseNumber) {
        eventsOf[activity]++;
        if (lastCaseOf[activity] != caseNumber) {
            lastCaseOf[activity] = caseNumber;
            casesOf[activity]++;
        }
    }

    private void addExecution(int execution) {
        int activity = executions.activity(execution);
        executionsOf[activity]++;
        if (execution > 0) {
            long waited = executions.waiting(execution);
            waiting.add(activity, waited);
            edgeWaiting.add(edges.number(executions.activity(execution - 1), activity), waited);
        }
        if (executions.isTimed(execution)) {
            service.add(activity, executions.service(execution));
        }
    }

    private LogAnalysis figures() {
        LongSummaryStatistics begun = IntStream.range(0, log.cases()).mapToLong(of -> log.at(log.first(of)))
                .summaryStatistics();
        long last = IntStream.range(0, log.cases()).mapToLong(of -> log.at(log.first(of + 1) - 1)).max().orElseThrow();
        return new LogAnalysis(log.cases(), log.size(), log.activities().size(), variants.size(),
                Instant.ofEpochMilli(begun.getMin()), Instant.ofEpochMilli(last), Summary.of(caseDays),
                log.cases() == 1 ? null : Spans.days(begun.getMax() - begun.getMin()) / (log.cases() - 1),
                log.hasStarts(), byActivity(), edges.size(), byEdge(), rework.figures(log.activities()),
                handovers.figures(log.resources()), variants.commonest(), log.remarks());
    }

    private List<ActivityFigures> byActivity() {
        Spans[] waits = waiting.figures(eventsOf.length);
        Spans[] services = service.figures(eventsOf.length);
        return IntStream.range(0, eventsOf.length)
                .mapToObj(each -> new ActivityFigures(log.activities().name(each), eventsOf[each], casesOf[each],
                        executionsOf[each], waits[each], services[each]))
                .sorted(Comparator.comparingLong(ActivityFigures::events).reversed()
                        .thenComparing(ActivityFigures::activity)).toList();
    }

    private List<EdgeFigures> byEdge() {
        Spans[] waits = edgeWaiting.figures(edges.size());
        double all = Stream.of(waits).mapToDouble(Spans::total).sum();
        return IntStream.range(0, edges.size())
                .mapToObj(each -> new EdgeFigures(log.activities().name(edges.from(each)),
                        log.activities().name(edges.to(each)), waits[each], all > 0 ? waits[each].total() / all : 0))
                .sorted(Comparator.comparingDouble((EdgeFigures each) -> each.waiting().total()).reversed()
                        .thenComparing(EdgeFigures::from).thenComparing(EdgeFigures::to))
                .limit(MOST_EDGES_TOLD).toList();
    }
}
