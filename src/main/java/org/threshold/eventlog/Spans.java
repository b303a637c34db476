package org.threshold.eventlog;

import java.util.Arrays;
import org.threshold.statistics.Percentiles;

/**
 * How long something took, each time that it happened.
 *
 * @param n         how many times
 * @param median    in days, as all others; percentiles interpolate (type 7)
 * @param total     all of them together
 */
public record Spans(long n, double median, double p90, double total) {

    private static final double MILLIS_OF_DAY = 24 * 60 * 60 * 1000.0;

    /** @param millis put in order here; null is given back where there are none */
    static Spans of(double[] millis) {
        if (millis.length == 0) {
            return null;
        }
        Arrays.sort(millis);
        return new Spans(millis.length, days(Percentiles.ofSorted(millis, 0.5)),
                days(Percentiles.ofSorted(millis, 0.9)), days(Arrays.stream(millis).sum()));
    }

    static double days(double millis) {
        return millis / MILLIS_OF_DAY;
    }
}
