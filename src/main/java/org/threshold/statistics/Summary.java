package org.threshold.statistics;

import java.util.Arrays;

/**
 * How long things took. The mean stands only beside the median, because durations are skewed.
 *
 * @param n how many values there were; the other numbers are in their unit, {@link Double#NaN} when there were none
 */
public record Summary(long n, double mean, double p50, double p85, double p90, double max) {

    /** @param values in any order; left as they are */
    public static Summary of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Summary(sorted.length, Arrays.stream(sorted).average().orElse(Double.NaN),
                Percentiles.ofSorted(sorted, 0.5), Percentiles.ofSorted(sorted, 0.85),
                Percentiles.ofSorted(sorted, 0.9), sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1]);
    }
}
