package org.threshold.eventlog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.threshold.eventlog.LogAnalysis.ReworkFigures;

/** Counts, for each activity, the cases that reached it, those that had it again, and by whom it was done again. */
final class Rework {

    private static final int NOT_YET = -2;

    private final long[] cases;
    private final long[] again;
    private final long[] repeats;
    private final long[] redos;
    private final long[] unattributed;
    private final int[] timesInCase;
    private final int[] lastBy;

    Rework(int activities) {
        cases = new long[activities];
        again = new long[activities];
        repeats = new long[activities];
        redos = new long[activities];
        unattributed = new long[activities];
        timesInCase = new int[activities];
        lastBy = new int[activities];
        Arrays.fill(lastBy, NOT_YET);
    }

    /** Every execution of one case. */
    void add(Executions executions) {
        for (int i = 0; i < executions.size(); i++) {
            add(executions.activity(i), executions.resource(i));
        }
        for (int i = 0; i < executions.size(); i++) {
            timesInCase[executions.activity(i)] = 0;
        }
    }

    private void add(int activity, int by) {
        int times = ++timesInCase[activity];
        cases[activity] += times == 1 ? 1 : 0;
        again[activity] += times == 2 ? 1 : 0;
        if (times > 1) {
            long[] kind = by == Names.NONE || lastBy[activity] == Names.NONE ? unattributed
                    : by == lastBy[activity] ? repeats : redos;
            kind[activity]++;
        }
        lastBy[activity] = by;
    }

    List<ReworkFigures> figures(Names activities) {
        return IntStream.range(0, cases.length).filter(each -> again[each] > 0)
                .mapToObj(each -> new ReworkFigures(activities.name(each), cases[each], again[each], repeats[each],
                        redos[each], unattributed[each]))
                .sorted(Comparator.comparingLong(ReworkFigures::again).reversed()
                        .thenComparing(ReworkFigures::activity)).toList();
    }
}
