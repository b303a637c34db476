package org.threshold.load;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Times of one action, in milliseconds. */
record Timing(double p50, double p95) {

    /** Warms up with a third of the runs, then measures each. */
    static Timing of(int runs, Callable<?> action) throws Exception {
        for (int i = 0; i < runs / 3; i++) {
            action.call();
        }
        long[] nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            long before = System.nanoTime();
            action.call();
            nanos[i] = System.nanoTime() - before;
        }
        return of(nanos);
    }

    static Timing of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timing(sorted[sorted.length / 2] / 1e6, sorted[(int) Math.floor(sorted.length * 0.95)] / 1e6);
    }

    @Override
    public String toString() {
        return String.format("%9.2f %9.2f", p50, p95);
    }
}
