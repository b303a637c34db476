package org.threshold.statistics;

import java.util.Arrays;

/**
 * Whether values of one group tend to be larger than those of another (Mann and Whitney's U), by the normal
 * approximation with corrections for ties and for continuity.
 *
 * @param u of the first group: the pairs in which its value is the larger, ties as a half
 * @param p two-sided; 1 when every value is the same, NaN when a group is empty
 */
public record MannWhitney(double u, double p, int first, int second) {

    public static MannWhitney of(double[] first, double[] second) {
        int n = first.length;
        int m = second.length;
        if (n == 0 || m == 0) {
            return new MannWhitney(Double.NaN, Double.NaN, n, m);
        }
        double[] a = sorted(first);
        double[] b = sorted(second);
        double[] all = new double[n + m];
        System.arraycopy(a, 0, all, 0, n);
        System.arraycopy(b, 0, all, n, m);
        Arrays.sort(all);
        return of(pairsWon(a, b), n, m, ties(all));
    }

    /** @param ties of all values of both groups, as {@link #ties} has them */
    static MannWhitney of(double u, int n, int m, double ties) {
        double total = n + m;
        double variance = (double) n * m / 12 * (total + 1 - ties / (total * (total - 1)));
        double away = u - (double) n * m / 2;
        double z = variance <= 0 ? 0 : Math.max(0, Math.abs(away) - 0.5) / Math.sqrt(variance);
        return new MannWhitney(u, Tails.twoSidedNormal(z), n, m);
    }

    /** Cliff's delta: from -1, where every value of the first group is smaller, to 1, where every one is larger. */
    public double cliffsDelta() {
        return 2 * u / ((double) first * second) - 1;
    }

    private static double pairsWon(double[] a, double[] b) {
        double won = 0;
        int smaller = 0;
        int notLarger = 0;
        for (double value : a) {
            while (smaller < b.length && b[smaller] < value) {
                smaller++;
            }
            while (notLarger < b.length && b[notLarger] <= value) {
                notLarger++;
            }
            won += (smaller + notLarger) / 2.0;
        }
        return won;
    }

    /** By how much equal values narrow the test: the sum of t³ − t over each run of t equal ones. */
    static double ties(double[] sorted) {
        double sum = 0;
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            double same = end - i;
            sum += same * same * same - same;
            i = end;
        }
        return sum;
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }
}
