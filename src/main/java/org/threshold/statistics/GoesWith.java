package org.threshold.statistics;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Findings with the largest contribution first. */
    public static List<Finding> of(List<Case> cases, int smallest) {
        double mean = cases.stream().mapToDouble(Case::duration).average().orElse(Double.NaN);
        TreeMap<String, TreeMap<String, List<Case>>> groups = new TreeMap<>();
        cases.forEach(each -> each.attributes().forEach((name, value) -> groups
                .computeIfAbsent(name, key -> new TreeMap<>())
                .computeIfAbsent(value, key -> new ArrayList<>()).add(each)));
        List<Finding> findings = new ArrayList<>();
        groups.forEach((name, values) -> values.forEach((value, group) -> {
            List<Case> rest = cases.stream().filter(each -> !value.equals(each.attributes().get(name))).toList();
            if (group.size() >= smallest && rest.size() >= smallest) {
                findings.add(compare(name, value, durations(group), durations(rest), mean));
            }
        }));
        return adjusted(findings);
    }

    private static Finding compare(String name, String value, double[] group, double[] rest, double mean) {
        MannWhitney test = MannWhitney.of(group, rest);
        double contribution = Arrays.stream(group).sum() - group.length * mean;
        return new Finding(name, value, group.length, rest.length, Percentiles.of(group, 0.5),
                Percentiles.of(rest, 0.5), contribution, test.p(), test.cliffsDelta());
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

    private static double[] durations(List<Case> cases) {
        return cases.stream().mapToDouble(Case::duration).toArray();
    }
}
