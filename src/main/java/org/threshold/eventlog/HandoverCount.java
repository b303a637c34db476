package org.threshold.eventlog;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.threshold.eventlog.LogAnalysis.Handover;
import org.threshold.eventlog.LogAnalysis.Handovers;

/** Counts who follows whom with the next execution of a case; where one of them is not known nobody does. */
final class HandoverCount {

    private static final int MOST_TOLD = 200;

    private final Pairs pairs = new Pairs();
    private final LongList times = new LongList();
    private long count;

    /** Every execution of one case. */
    void add(Executions executions) {
        for (int i = 1; i < executions.size(); i++) {
            int from = executions.resource(i - 1);
            int to = executions.resource(i);
            if (from != Names.NONE && to != Names.NONE) {
                add(pairs.number(from, to));
                count += from == to ? 0 : 1;
            }
        }
    }

    private void add(int pair) {
        if (pair == times.size()) {
            times.add(0);
        }
        times.increase(pair);
    }

    Handovers figures(Names resources) {
        List<Handover> between = IntStream.range(0, pairs.size()).filter(each -> pairs.from(each) != pairs.to(each))
                .mapToObj(each -> new Handover(resources.name(pairs.from(each)), resources.name(pairs.to(each)),
                        times.get(each)))
                .sorted(Comparator.comparingLong(Handover::n).reversed().thenComparing(Handover::from)
                        .thenComparing(Handover::to)).toList();
        return new Handovers(count, pairs.size(), between.size(), between.stream().limit(MOST_TOLD).toList());
    }
}
