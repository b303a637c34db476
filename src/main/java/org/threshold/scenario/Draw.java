package org.threshold.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values with their shares, to draw from. The shares need not add up to 100: published ones are rounded. */
final class Draw {

    private final List<String> values;
    private final double[] upTo;

    /** @param shares one for each value, not negative, at least one above zero */
    Draw(List<String> values, List<Double> shares) {
        this.values = List.copyOf(values);
        this.upTo = shares.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    String next(RandomGenerator random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int low = 0;
        while (upTo[low] <= at) {
            low++;
        }
        return values.get(low);
    }

    List<String> values() {
        return values;
    }

    /** From 0 to 1; 0 for a value that is not there. */
    double share(String value) {
        int at = values.indexOf(value);
        return at < 0 ? 0 : weight(at) / upTo[upTo.length - 1];
    }

    /** As it stands in the table. */
    double weight(String value) {
        return weight(values.indexOf(value));
    }

    private double weight(int at) {
        return at == 0 ? upTo[0] : upTo[at] - upTo[at - 1];
    }
}
