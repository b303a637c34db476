package org.threshold.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Keeps the share of false finds down when many things are tested at once. */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {
    }

    /** @return the adjusted p-values, in the order of those given */
    public static double[] adjust(double[] p) {
        int[] largestFirst = IntStream.range(0, p.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed()).mapToInt(i -> i).toArray();
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int i = 0; i < largestFirst.length; i++) {
            int rank = p.length - i;
            least = Math.min(least, p[largestFirst[i]] * p.length / rank);
            adjusted[largestFirst[i]] = least;
        }
        return adjusted;
    }
}
