package org.threshold.eventlog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.threshold.eventlog.LogAnalysis.Variant;

/** Counts the cases of each sequence of activities. Every event counts, those that start an activity too. */
final class Variants {

    private static final int MOST_TOLD = 100;
    private static final int LONGEST_TOLD = 200;

    private final EventLog log;
    private final Map<Sequence, Integer> cases = new HashMap<>();

    /** Equal where the activities are. */
    private record Sequence(int[] activities, int hash) {

        static Sequence of(EventLog log, int number) {
            int[] activities = IntStream.range(log.first(number), log.first(number + 1)).map(log::activity).toArray();
            return new Sequence(activities, Arrays.hashCode(activities));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sequence sequence && Arrays.equals(activities, sequence.activities);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    Variants(EventLog log) {
        this.log = log;
    }

    void add(int number) {
        cases.merge(Sequence.of(log, number), 1, Integer::sum);
    }

    int size() {
        return cases.size();
    }

    List<Variant> commonest() {
        List<Map.Entry<Sequence, Integer>> all = new ArrayList<>(cases.entrySet());
        all.sort(Map.Entry.<Sequence, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(each -> each.getKey().activities(), Arrays::compare));
        return all.stream().limit(MOST_TOLD).map(each -> told(each.getKey().activities(), each.getValue())).toList();
    }

    private Variant told(int[] activities, int number) {
        return new Variant(number, (double) number / log.cases(), activities.length, Arrays.stream(activities)
                .limit(LONGEST_TOLD).mapToObj(log.activities()::name).toList());
    }
}
