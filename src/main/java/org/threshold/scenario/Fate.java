package org.threshold.scenario;

import java.time.LocalDate;

/** What is drawn of a household on the day on which it comes: how far it will go, and who it is. */
final class Fate {

    private final Tables tables;
    private final Population population;
    private final long seed;

    Fate(Tables tables, long seed) {
        this.tables = tables;
        this.population = new Population(tables, seed);
        this.seed = seed;
    }

    /** Rather than threatened with homelessness. */
    boolean homeless(long number) {
        return tables.draw("assessed").next(Seeds.of(seed, "assessed", number)).equals("RELIEF");
    }

    /** What becomes of the approach, as in the table {@code funnel}. */
    String funnel(long number) {
        return tables.draw("funnel").next(Seeds.of(seed, "funnel", number));
    }

    MadeUpHousehold household(long number, boolean homeless, LocalDate on) {
        return population.household(homeless ? Need.RELIEF : Need.PREVENTION, number, on);
    }
}
