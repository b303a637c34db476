package org.threshold.scenario;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.threshold.casefile.Person;
import org.threshold.casefile.SupportNeed;

/**
 * Made-up households in the proportions of a scenario. The same scenario, seed, number and day give the same household,
 * whichever others are drawn.
 */
public final class Population {

    private static final int RETIRED_FROM = 66;
    private static final int STUDENT_UNTIL = 45;
    private static final String UNKNOWN = "OTHER_NK";

    private static final Map<String, String> HOME_BEFORE = Map.ofEntries(Map.entry("AST_LL_SELL", "PRS_SELF_CONTAINED"),
            Map.entry("AST_LL_RELET", "PRS_SELF_CONTAINED"), Map.entry("AST_RENT_ARREARS", "PRS_SELF_CONTAINED"),
            Map.entry("AST_OTHER", "PRS_SELF_CONTAINED"), Map.entry("NON_AST_PRS", "PRS_HMO"),
            Map.entry("FAMILY_FRIENDS", "FAMILY"), Map.entry("REL_BREAKDOWN_NONVIOLENT", "PRS_SELF_CONTAINED"),
            Map.entry("DA_VICTIM", "PRS_SELF_CONTAINED"), Map.entry("OTHER_VIOLENCE_HARASSMENT", "SRS_COUNCIL"),
            Map.entry("SOCIAL_OTHER", "SRS_COUNCIL"), Map.entry("SUPPORTED_OTHER", "SRS_SUPPORTED_HOSTEL"),
            Map.entry("INST_CUSTODY", "INST_CUSTODY"), Map.entry("ASYLUM_SUPPORT_END", "NASS"),
            Map.entry("HOME_UNSUITABLE_DISABILITY", "SRS_RP"), Map.entry(UNKNOWN, UNKNOWN));

    private static final Map<String, SupportNeed> GOES_WITH = Map.of("DA_VICTIM", SupportNeed.DOMESTIC_ABUSE,
            "INST_CUSTODY", SupportNeed.OFFENDING, "HOME_UNSUITABLE_DISABILITY", SupportNeed.PHYSICAL_HEALTH);

    /** Reasons that are places which only those are in who leave them, and these places. */
    private static final Set<String> STAYED = Set.of("INST_CUSTODY", "ASYLUM_SUPPORT_END", "NASS");

    private final Tables tables;
    private final long seed;

    public Population(Scenario scenario, long seed) {
        this(Tables.of(scenario), seed);
    }

    Population(Tables tables, long seed) {
        this.tables = tables;
        this.seed = seed;
    }

    /** @param on the day on which they have the ages that are drawn */
    MadeUpHousehold household(Need need, long number, LocalDate on) {
        RandomGenerator random = Seeds.of(seed, need.name(), number);
        String composition = tables.draw("composition." + need).next(random);
        Members members = new Members(tables, random, on);
        Person applicant = members.applicant(need, composition);
        int age = applicant.dateOfBirth().until(on).getYears();
        String reason = tables.draw("reason." + need).next(random);
        Set<SupportNeed> needs = new SupportNeeds(tables, random).of(age, Members.hasChildren(composition),
                GOES_WITH.get(reason));
        String before = HOME_BEFORE.get(reason);
        return new MadeUpHousehold(number, composition, applicant, members.others(applicant, composition),
                tables.draw("ethnicity." + need).next(random), employment(age, random), reason, before,
                need == Need.PREVENTION || STAYED.contains(reason) ? before : homeNow(random), needs);
    }

    private String homeNow(RandomGenerator random) {
        String drawn = tables.draw("home-at-approach.RELIEF").next(random);
        while (STAYED.contains(drawn)) {
            drawn = tables.draw("home-at-approach.RELIEF").next(random);
        }
        return drawn;
    }

    private String employment(int age, RandomGenerator random) {
        if (age >= RETIRED_FROM) {
            return "RETIRED";
        }
        String drawn = tables.draw("employment").next(random);
        while (drawn.equals("RETIRED") || drawn.equals("STUDENT_TRAINING") && age > STUDENT_UNTIL) {
            drawn = tables.draw("employment").next(random);
        }
        return drawn;
    }
}
