package org.threshold.scenario;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Who lives in temporary accommodation on the first day, where and since when. Counts are scaled down by largest
 * remainder, so that they add up.
 *
 * @param counts  households of each type
 * @param outside of these, outside the district
 */
record StockPlan(Map<Lodging, Integer> counts, Map<Lodging, Integer> outside, List<Stayer> stayers) {

    /** Families among households in bed and breakfast, when there are many (quarters of 2024). */
    static final double FAMILIES_IN_BED_AND_BREAKFAST = 0.7;

    /** Households of each type, on the first day as on the last. */
    static Map<Lodging, Integer> counts(Tables tables, int scale) {
        return Remainders.shared(Remainders.times(tables.draw("stock"), 1.0 / scale));
    }

    /** @param scale one household stands for so many */
    static StockPlan of(Tables tables, long seed, int scale, LocalDate on) {
        Map<Lodging, Integer> counts = counts(tables, scale);
        Map<Lodging, Integer> outside = Remainders.shared(Remainders.times(tables.draw("outside"), 1.0 / scale));
        Population population = new Population(tables, seed);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        Deque<MadeUpHousehold> families = new ArrayDeque<>();
        Deque<MadeUpHousehold> adults = new ArrayDeque<>();
        for (int number = 0; number < all; number++) {
            MadeUpHousehold household = population.household(Need.TEMPORARY, number, on);
            (household.withChildren() ? families : adults).add(household);
        }
        List<Stayer> stayers = new ArrayList<>();
        int inBedAndBreakfast = counts.get(Lodging.BED_AND_BREAKFAST);
        int families70 = (int) Math.round(FAMILIES_IN_BED_AND_BREAKFAST * inBedAndBreakfast);
        place(stayers, Lodging.BED_AND_BREAKFAST, families70, families, adults);
        place(stayers, Lodging.BED_AND_BREAKFAST, inBedAndBreakfast - families70, adults, families);
        place(stayers, Lodging.HOSTEL, counts.get(Lodging.HOSTEL), adults, families);
        Deque<MadeUpHousehold> rest = shuffled(families, adults, seed);
        for (Lodging lodging : List.of(Lodging.NIGHTLY, Lodging.LEASED, Lodging.COUNCIL, Lodging.OTHER)) {
            place(stayers, lodging, counts.get(lodging), rest, rest);
        }
        return new StockPlan(counts, outside, settled(tables, seed, stayers, outside));
    }

    private static void place(List<Stayer> stayers, Lodging lodging, int count, Deque<MadeUpHousehold> first,
                              Deque<MadeUpHousehold> then) {
        for (int i = 0; i < count; i++) {
            stayers.add(new Stayer((first.isEmpty() ? then : first).remove(), lodging, 0, null));
        }
    }

    private static Deque<MadeUpHousehold> shuffled(Deque<MadeUpHousehold> some, Deque<MadeUpHousehold> others,
                                                   long seed) {
        List<MadeUpHousehold> all = new ArrayList<>(some);
        all.addAll(others);
        Collections.shuffle(all, new Random(seed));
        return new ArrayDeque<>(all);
    }

    private static List<Stayer> settled(Tables tables, long seed, List<Stayer> stayers, Map<Lodging, Integer> outside) {
        Map<Lodging, Integer> left = new EnumMap<>(outside);
        List<Stayer> settled = new ArrayList<>();
        // Families first: 86 of the 93 who lived outside had children.
        stayers.stream().sorted(Comparator.comparing((Stayer each) -> !each.household().withChildren())
                .thenComparing(each -> each.household().number())).forEach(each -> {
                    RandomGenerator random = Seeds.of(seed, "stay", each.household().number());
                    int nights = Stays.nights(tables, each.lodging(), random);
                    boolean away = left.merge(each.lodging(), -1, Integer::sum) >= 0;
                    settled.add(new Stayer(each.household(), each.lodging(), nights,
                            away ? Host.valueOf(tables.draw("host").next(random)) : null));
                });
        return settled;
    }
}
