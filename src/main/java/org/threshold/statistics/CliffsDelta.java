package org.threshold.statistics;

/** How far two groups lie apart, whatever their number: where p says whether, this says how much. */
public final class CliffsDelta {

    private CliffsDelta() {
    }

    /** From -1, where every value of the first group is smaller, to 1; NaN when a group is empty. */
    public static double of(double[] first, double[] second) {
        return MannWhitney.of(first, second).cliffsDelta();
    }

    /** The size in words, by the thresholds of Romano and others (2006). */
    public static String inWords(double delta) {
        double size = Math.abs(delta);
        if (size < 0.147) {
            return "negligible";
        }
        return size < 0.33 ? "small" : size < 0.474 ? "medium" : "large";
    }
}
