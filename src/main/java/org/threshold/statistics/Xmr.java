package org.threshold.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An XmR chart (individual values and moving ranges) as 'Making data count' of the NHS draws it; the rules are those of
 * the package NHSRplotthedots. Limits are the mean ± 2.66 × the mean moving range.
 *
 * @param averageRange the mean moving range behind the limits; without any range (one point) the limits are the mean
 * @param signals      one for each value, in their order
 * @param trial        fewer than 12 points stand behind the limits: call them 'trial limits'
 * @param screened     whether moving ranges of 3.267 × their mean or more were left out of the limits; print which
 */
public record Xmr(double mean, double lower, double upper, double averageRange, List<Signal> signals, boolean trial,
                  boolean screened, List<Double> values) {

    private static final double TO_LIMIT = 2.66;
    private static final double SCREEN = 3.267;
    private static final int ENOUGH = 12;

    public Xmr {
        signals = List.copyOf(signals);
        values = List.copyOf(values);
    }

    /**
     * @param values   in the order of time, without gaps
     * @param screened true leaves freak moving ranges out of the limits; the Excel tool of the NHS does not
     */
    public static Xmr of(double[] values, boolean screened) {
        return of(values, values.length, screened);
    }

    /**
     * @param baseline how many of the first values the mean and the limits come from; a recorded change begins a chart
     *                 of its own
     * @throws IllegalArgumentException when there are no values
     */
    public static Xmr of(double[] values, int baseline, boolean screened) {
        if (values.length == 0 || baseline < 1 || baseline > values.length) {
            throw new IllegalArgumentException("An XmR chart needs at least one value in its baseline");
        }
        double[] based = Arrays.copyOf(values, baseline);
        double mean = Arrays.stream(based).average().orElseThrow();
        double range = averageRange(based, screened);
        double reach = TO_LIMIT * range;
        return new Xmr(mean, mean - reach, mean + reach, range, new SignalRules(values, mean, reach).signals(),
                baseline < ENOUGH, screened, Arrays.stream(values).boxed().toList());
    }

    /** What the latest value says. A signal is high or low by the side of the mean on which that value lies. */
    public Variation variation(Direction direction) {
        if (signals.get(signals.size() - 1) == Signal.NONE) {
            return Variation.COMMON_CAUSE;
        }
        return Variation.of(values.get(values.size() - 1) > mean, direction);
    }

    /** @param target in the unit of the values, or {@link Double#NaN} for none */
    public Assurance assurance(double target, Direction direction) {
        if (Double.isNaN(target) || direction == Direction.NEITHER) {
            return Assurance.NONE;
        }
        if (target > upper) {
            return direction == Direction.UP_IS_GOOD ? Assurance.WILL_FAIL : Assurance.WILL_PASS;
        }
        if (target < lower) {
            return direction == Direction.UP_IS_GOOD ? Assurance.WILL_PASS : Assurance.WILL_FAIL;
        }
        return Assurance.HIT_OR_MISS;
    }

    /** What the limits are and which switch made them, for the words below a chart. */
    public String limitsInWords() {
        return (trial ? "Trial limits, because fewer than 12 points are behind them" : "Limits")
                + ": average ± 2.66 × the average change from one point to the next, "
                + (screened ? "leaving out exceptional changes." : "with every change counted.");
    }

    private static double averageRange(double[] values, boolean screened) {
        double[] ranges = IntStream.range(1, values.length).mapToDouble(i -> Math.abs(values[i] - values[i - 1]))
                .toArray();
        double all = Arrays.stream(ranges).average().orElse(0);
        return screened ? Arrays.stream(ranges).filter(range -> range < SCREEN * all).average().orElse(all) : all;
    }
}
