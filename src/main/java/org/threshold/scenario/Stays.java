package org.threshold.scenario;

import java.util.random.RandomGenerator;

/** How long households stay in a type of temporary accommodation, in nights, by the table of that type. */
final class Stays {

    private Stays() {
    }

    static int nights(Tables tables, Lodging lodging, RandomGenerator random) {
        int[] band = Bands.of(table(tables, lodging).next(random));
        return band[0] + random.nextInt(band[1] - band[0] + 1);
    }

    static double mean(Tables tables, Lodging lodging) {
        Draw table = table(tables, lodging);
        return table.values().stream().mapToDouble(band -> table.share(band) * middle(Bands.of(band))).sum();
    }

    private static double middle(int[] band) {
        return (band[0] + band[1]) / 2.0;
    }

    private static Draw table(Tables tables, Lodging lodging) {
        return tables.draw("stay." + lodging);
    }
}
