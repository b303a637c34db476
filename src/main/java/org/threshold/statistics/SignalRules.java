package org.threshold.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The four rules by which a point of an XmR chart is a signal; the first that applies names it. */
final class SignalRules {

    private static final int LONG_RUN = 7;

    private final double[] values;
    private final double mean;
    private final double reach;
    private final Signal[] signals;

    SignalRules(double[] values, double mean, double reach) {
        this.values = values;
        this.mean = mean;
        this.reach = reach;
        this.signals = new Signal[values.length];
        Arrays.fill(signals, Signal.NONE);
    }

    List<Signal> signals() {
        mark(1, this::outside, i -> true, Signal.OUTSIDE_LIMITS);
        mark(LONG_RUN, this::moves, i -> true, Signal.RUN);
        mark(3, this::nearTheLimit, this::outerThird, Signal.OUTER_THIRD);
        mark(LONG_RUN, end -> oneSide(end, LONG_RUN), i -> true, Signal.SHIFT);
        return List.of(signals);
    }

    /** Marks the points of each window of that length whose end satisfies the rule. */
    private void mark(int length, IntPredicate ruleAtEnd, IntPredicate member, Signal signal) {
        for (int end = length - 1; end < values.length; end++) {
            if (ruleAtEnd.test(end)) {
                IntStream.rangeClosed(end - length + 1, end)
                        .filter(i -> signals[i] == Signal.NONE && member.test(i)).forEach(i -> signals[i] = signal);
            }
        }
    }

    private boolean outside(int i) {
        return Math.abs(values[i] - mean) > reach;
    }

    private boolean outerThird(int i) {
        return !outside(i) && Math.abs(values[i] - mean) > reach * 2 / 3;
    }

    private boolean moves(int end) {
        double way = Math.signum(values[end] - values[end - 1]);
        return way != 0 && IntStream.rangeClosed(end - LONG_RUN + 2, end)
                .allMatch(i -> Math.signum(values[i] - values[i - 1]) == way);
    }

    private boolean nearTheLimit(int end) {
        return oneSide(end, 3) && IntStream.rangeClosed(end - 2, end).filter(this::outerThird).count() >= 2;
    }

    private boolean oneSide(int end, int length) {
        double side = Math.signum(values[end] - mean);
        return side != 0 && IntStream.rangeClosed(end - length + 1, end)
                .allMatch(i -> Math.signum(values[i] - mean) == side);
    }
}
