package org.threshold.statistics;

import java.util.Arrays;

/** Percentiles by linear interpolation: R's type 7, which is what {@code percentile_cont} of PostgreSQL gives. */
public final class Percentiles {

    private Percentiles() {
    }

    /**
     * @param values in any order; left as they are
     * @param p      between 0 and 1, such as 0.85
     * @return the percentile in the unit of the values; {@link Double#NaN} when there are none
     * @throws IllegalArgumentException when p is not between 0 and 1
     */
    public static double of(double[] values, double p) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted, p);
    }

    /** The same of values that are in ascending order already, without a copy. */
    public static double ofSorted(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A percentile lies between 0 and 1, not at " + p);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = (sorted.length - 1) * p;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
