package org.threshold.scenario;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** Shares a whole out in whole numbers by largest remainder, so that they add up to the whole, rounded. */
final class Remainders {

    private Remainders() {
    }

    /** @param exact not negative */
    static Map<Lodging, Integer> shared(Map<Lodging, Double> exact) {
        Map<Lodging, Integer> counts = new EnumMap<>(Lodging.class);
        exact.forEach((lodging, amount) -> counts.put(lodging, (int) Math.floor(amount)));
        double whole = exact.values().stream().mapToDouble(Double::doubleValue).sum();
        int missing = (int) Math.round(whole) - counts.values().stream().mapToInt(Integer::intValue).sum();
        counts.keySet().stream().sorted(Comparator.comparingDouble((Lodging each) ->
                Math.floor(exact.get(each)) - exact.get(each)).thenComparing(Comparator.naturalOrder())).limit(missing)
                .toList().forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts;
    }

    /** A table of types of accommodation as it stands there, times {@code factor}. */
    static Map<Lodging, Double> times(Draw table, double factor) {
        Map<Lodging, Double> amounts = new EnumMap<>(Lodging.class);
        for (Lodging lodging : Lodging.values()) {
            amounts.put(lodging, table.weight(lodging.name()) * factor);
        }
        return amounts;
    }
}
