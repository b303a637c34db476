package org.threshold.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The sums of a log-rank test over the times at which something ended. */
final class LogRankSums {

    private final int groups;
    private final double[] observed;
    private final double[] expected;
    private final double[][] covariance;

    LogRankSums(List<List<Observation>> observations) {
        groups = observations.size();
        observed = new double[groups];
        expected = new double[groups];
        covariance = new double[groups][groups];
        sum(observations);
    }

    LogRank test() {
        int[] present = IntStream.range(0, groups).filter(g -> expected[g] > 0).toArray();
        int degrees = present.length - 1;
        double chiSquare = degrees < 1 ? Double.NaN : chiSquare(Arrays.copyOf(present, degrees));
        boolean comparable = !Double.isNaN(chiSquare);
        return new LogRank(chiSquare, comparable ? degrees : 0,
                comparable ? Tails.chiSquare(chiSquare, degrees) : Double.NaN,
                Arrays.stream(observed).boxed().toList(), Arrays.stream(expected).boxed().toList());
    }

    private void sum(List<List<Observation>> observations) {
        int[] atRisk = observations.stream().mapToInt(List::size).toArray();
        TreeMap<Double, int[][]> times = new TreeMap<>();
        for (int g = 0; g < groups; g++) {
            for (Observation each : observations.get(g)) {
                int[][] counts = times.computeIfAbsent(each.time(), time -> new int[2][groups]);
                counts[each.ended() ? 1 : 0][g]++;
            }
        }
        for (int[][] counts : times.values()) {
            add(counts[1], atRisk);
            for (int g = 0; g < groups; g++) {
                atRisk[g] -= counts[0][g] + counts[1][g];
            }
        }
    }

    private void add(int[] ended, int[] atRisk) {
        double deaths = Arrays.stream(ended).sum();
        double all = Arrays.stream(atRisk).sum();
        if (deaths == 0) {
            return;
        }
        double spread = all > 1 ? deaths * (all - deaths) / (all - 1) : 0;
        for (int g = 0; g < groups; g++) {
            double share = atRisk[g] / all;
            observed[g] += ended[g];
            expected[g] += deaths * share;
            for (int h = 0; h < groups; h++) {
                covariance[g][h] += spread * share * ((g == h ? 1 : 0) - atRisk[h] / all);
            }
        }
    }

    /** d' V⁻¹ d over all groups but one, by elimination; NaN where the variance has no inverse. */
    private double chiSquare(int[] used) {
        int size = used.length;
        double[][] rows = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = covariance[used[i]][used[j]];
            }
            rows[i][size] = observed[used[i]] - expected[used[i]];
        }
        double chiSquare = 0;
        for (int i = 0; i < size; i++) {
            if (rows[i][i] <= 1e-12) {
                return Double.NaN;
            }
            chiSquare += rows[i][size] * rows[i][size] / rows[i][i];
            for (int below = i + 1; below < size; below++) {
                double factor = rows[below][i] / rows[i][i];
                for (int j = i; j <= size; j++) {
                    rows[below][j] -= factor * rows[i][j];
                }
            }
        }
        return chiSquare;
    }
}
