package org.threshold.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.threshold.casefile.SupportNeed;

/**
 * Which needs somebody has: as many as the table says, those that fit their age and history, and those that often come
 * together more often together.
 */
final class SupportNeeds {

    private static final Set<SupportNeed> TOGETHER = EnumSet.of(SupportNeed.ROUGH_SLEEPING, SupportNeed.DRUGS,
            SupportNeed.OFFENDING, SupportNeed.MENTAL_HEALTH, SupportNeed.ALCOHOL);
    private static final double MORE_OFTEN = 2;
    private static final String MANY = "3";
    private static final int OLD = 60;

    private final Tables tables;
    private final RandomGenerator random;

    SupportNeeds(Tables tables, RandomGenerator random) {
        this.tables = tables;
        this.random = random;
    }

    /** @param certain what the reason for the loss says already; it counts among them */
    Set<SupportNeed> of(int age, boolean withChildren, SupportNeed certain) {
        String drawn = tables.draw("needs-count").next(random);
        int wanted = Integer.parseInt(drawn.equals(MANY) ? tables.draw("needs-when-many").next(random) : drawn);
        Set<SupportNeed> needs = EnumSet.noneOf(SupportNeed.class);
        if (certain != null && wanted > 0) {
            needs.add(certain);
        }
        while (needs.size() < wanted) {
            needs.add(another(needs, age, withChildren));
        }
        return needs;
    }

    private SupportNeed another(Set<SupportNeed> needs, int age, boolean withChildren) {
        Draw table = tables.draw("need");
        List<String> left = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (String name : table.values()) {
            SupportNeed need = SupportNeed.valueOf(name);
            if (!needs.contains(need) && fits(need, age, withChildren)) {
                left.add(name);
                weights.add(table.weight(name) * together(need, needs) / ageShare(need));
            }
        }
        return SupportNeed.valueOf(new Draw(left, weights).next(random));
    }

    private static double together(SupportNeed need, Set<SupportNeed> needs) {
        return TOGETHER.contains(need) && needs.stream().anyMatch(TOGETHER::contains) ? MORE_OFTEN : 1;
    }

    private static boolean fits(SupportNeed need, int age, boolean withChildren) {
        return switch (need) {
            case YOUNG_PERSON_16_17 -> age < 18;
            case YOUNG_PERSON_18_25 -> age >= 18 && age <= 25;
            case YOUNG_PARENT -> age <= 25 && withChildren;
            case CARE_LEAVER_18_20 -> age >= 18 && age <= 20;
            case CARE_LEAVER_21_24 -> age >= 21 && age <= 24;
            case CARE_LEAVER_25_PLUS -> age >= 25 && age < OLD;
            case OLD_AGE -> age >= OLD;
            default -> true;
        };
    }

    /** Published shares are of all households, and these needs only some ages can have. */
    private static double ageShare(SupportNeed need) {
        return switch (need) {
            case YOUNG_PERSON_18_25 -> 0.16;
            case YOUNG_PARENT, CARE_LEAVER_18_20, CARE_LEAVER_21_24 -> 0.06;
            case OLD_AGE -> 0.09;
            default -> 1;
        };
    }
}
