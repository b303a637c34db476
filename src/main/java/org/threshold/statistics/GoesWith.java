package org.threshold.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What long durations go with, never what causes them: for each value of each attribute, its cases beside the rest.
 * Whoever calls this sees to it that no protected characteristic is among the attributes.
 */
public final class GoesWith {

    /** Fewer cases than this on either side are not shown: too few to tell, and too few to stay unnamed. */
    public static final int SMALLEST = 20;

    private GoesWith() {
    }

    /** @param duration in any unit; attributes by name, without those that the case does not have */
    public record Case(double duration, Map<String, String> attributes) {
    }

    /**
     * @param n            cases that have the value
     * @param others       cases that do not
     * @param median       of those that have it
     * @param othersMedian of the rest
     * @param contribution how much would go if they were as the average of all, in the unit of the durations
     * @param p            of Mann and Whitney's test, adjusted for all the tests made (Benjamini and Hochberg)
     * @param delta        Cliff's delta
     */
    public record Finding(String attribute, String value, int n, int others, double median, double othersMedian,
                          double contribution, double p, double delta) {

        /** How many times as long; infinite where the median of the rest is 0. */
        public double ratio() {
            return median / othersMedian;
        }
    }

    /** Findings with the largest contribution first. All are put in order once, however many values there are. */
    public static List<Finding> of(List<Case> cases, int smallest) {
        List<Case> sorted = cases.stream().sorted(Comparator.comparingDouble(Case::duration)).toList();
        Ranked all = Ranked.of(sorted.stream().mapToDouble(Case::duration).toArray());
        TreeMap<String, TreeMap<String, BitSet>> groups = new TreeMap<>();
        for (int i = 0; i < sorted.size(); i++) {
            int at = i;
            sorted.get(i).attributes().forEach((name, value) -> groups.computeIfAbsent(name, key -> new TreeMap<>())
                    .computeIfAbsent(value, key -> new BitSet(cases.size())).set(at));
        }
        List<Finding> findings = new ArrayList<>();
        groups.forEach((name, values) -> values.forEach((value, group) -> {
            int n = group.cardinality();
            if (n >= smallest && cases.size() - n >= smallest) {
                findings.add(all.compare(name, value, group));
            }
        }));
        return adjusted(findings);
    }

    /**
     * All durations in order.
     *
     * @param ranks of each from 1 on; equal ones share the mean of theirs
     */
    private record Ranked(double[] durations, double[] ranks, double ties, double mean) {

        static Ranked of(double[] durations) {
            double[] ranks = new double[durations.length];
            for (int from = 0, until; from < durations.length; from = until) {
                until = from + 1;
                while (until < durations.length && durations[until] == durations[from]) {
                    until++;
                }
                Arrays.fill(ranks, from, until, (from + 1 + until) / 2.0);
            }
            return new Ranked(durations, ranks, MannWhitney.ties(durations),
                    Arrays.stream(durations).average().orElse(Double.NaN));
        }

        Finding compare(String name, String value, BitSet group) {
            BitSet others = (BitSet) group.clone();
            others.flip(0, durations.length);
            double[] first = group.stream().mapToDouble(i -> durations[i]).toArray();
            double[] rest = others.stream().mapToDouble(i -> durations[i]).toArray();
            double n = first.length;
            MannWhitney test = MannWhitney.of(group.stream().mapToDouble(i -> ranks[i]).sum() - n * (n + 1) / 2,
                    first.length, rest.length, ties);
            return new Finding(name, value, first.length, rest.length, Percentiles.ofSorted(first, 0.5),
                    Percentiles.ofSorted(rest, 0.5), Arrays.stream(first).sum() - n * mean, test.p(), test.cliffsDelta());
        }
    }

    private static List<Finding> adjusted(List<Finding> findings) {
        double[] p = BenjaminiHochberg.adjust(findings.stream().mapToDouble(Finding::p).toArray());
        List<Finding> adjusted = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            Finding each = findings.get(i);
            adjusted.add(new Finding(each.attribute(), each.value(), each.n(), each.others(), each.median(),
                    each.othersMedian(), each.contribution(), p[i], each.delta()));
        }
        adjusted.sort(Comparator.comparingDouble(Finding::contribution).reversed());
        return List.copyOf(adjusted);
    }
}
