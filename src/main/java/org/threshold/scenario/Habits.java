package org.threshold.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * When a step is done and what is written in it: by the waits and the outcomes of the tables where they know the step,
 * otherwise within a few days, with what its form suggests.
 */
final class Habits {

    /** Work that goes on while a duty is owed, and ends by what happens to the household rather than by its turn. */
    private static final Set<String> GOES_ON = Set.of("task_relieveHomelessness", "task_dischargeMainDuty",
            "task_collectKeys", "task_followBids", "task_searchPrivately");
    private static final Map<String, String> WAITS = Map.ofEntries(Map.entry("task_triageApproach", "triage"),
            Map.entry("task_checkIdentityAndEligibility", "triage"), Map.entry("task_recordAssessment", "assessment"),
            Map.entry("task_agreePlan", "plan"), Map.entry("task_preventHomelessness", "prevention"),
            Map.entry("task_makeInquiries", "decision"), Map.entry("task_decideReview", "review"),
            Map.entry("task_collectEvidence", "evidence"), Map.entry("task_followClaim", "benefit"));
    private static final String OTHERWISE = "other";
    private static final long CLAIMS_APART = 1_000_000_000_000L;

    private final Tables tables;
    private final Population population;
    private final long seed;

    Habits(Tables tables, long seed) {
        this.tables = tables;
        this.population = new Population(tables, seed);
        this.seed = seed;
    }

    boolean goesOn(String element) {
        return GOES_ON.contains(element);
    }

    /** In calendar days after the step opened. */
    int wait(String element, RandomGenerator random) {
        return tables.wait(WAITS.getOrDefault(element, OTHERWISE)).days(random);
    }

    /** Whether the household comes as homeless or as threatened with homelessness. */
    MadeUpHousehold household(long number, LocalDate on) {
        return population.household(homeless(number) ? Need.RELIEF : Need.PREVENTION, number, on);
    }

    private boolean homeless(long number) {
        return tables.draw("assessed").next(Seeds.of(seed, "assessed", number)).equals("RELIEF");
    }

    /**
     * @param number of the household; null for one that was in temporary accommodation before the first day
     * @param who    tells the household from all others
     */
    Map<String, String> answers(String element, Long number, String who, LocalDate cameOn, LocalDate today) {
        RandomGenerator random = Seeds.of(seed, who + element, today.toEpochDay());
        Map<String, String> answers = new HashMap<>(own(element, number, who, cameOn, today, random));
        answers.put("claimReference", "HB" + Math.abs(random.nextLong() % CLAIMS_APART));
        return answers;
    }

    private Map<String, String> own(String element, Long number, String who, LocalDate cameOn, LocalDate today,
                                    RandomGenerator random) {
        return switch (element) {
            case "task_preventHomelessness" -> Map.of("preventionEnd", tables.draw("prevention-ended").next(random));
            case "task_recordInquiries", "task_makeInquiries" -> findings(decision(who));
            case "task_draftDecision" -> Map.of("outcome", decision(who));
            case "task_makeTheClaim" -> Map.of("claimNow", "yes");
            case "task_considerBackdate" -> Map.of("askBackdate", "no");
            default -> number == null ? Map.of() : first(element, number, cameOn, today);
        };
    }

    /** What will be decided is what is found, from the first inquiry on. */
    private String decision(String who) {
        return tables.draw("main-decision").next(Seeds.of(seed, who, 0));
    }

    private static Map<String, String> findings(String decision) {
        return Map.of("homeless", decision.equals("NOT_HOMELESS") ? "NO" : "YES", "eligible", "YES",
                "priorityNeed", decision.equals("NOT_PRIORITY_NEED") ? "NO" : "YES",
                "intentional", decision.equals("INTENTIONAL") ? "YES" : "NO");
    }

    private Map<String, String> first(String element, long number, LocalDate cameOn, LocalDate today) {
        MadeUpHousehold household = household(number, cameOn);
        return switch (element) {
            case "task_triageApproach" -> triage(number, household, today);
            case "task_giveAdvice" -> FirstAnswers.advice();
            case "task_checkIdentityAndEligibility" -> FirstAnswers.identity(household);
            case "task_recordAssessment" -> FirstAnswers.assessment(household, homeless(number), today);
            default -> Map.of();
        };
    }

    private Map<String, String> triage(long number, MadeUpHousehold household, LocalDate today) {
        return switch (tables.draw("funnel").next(Seeds.of(seed, "funnel", number))) {
            case "ASSESSED" -> FirstAnswers.atRisk(household.homeNow().equals("ROUGH_SLEEPING"));
            case "NOT_YET" -> FirstAnswers.later(today);
            default -> FirstAnswers.notAtRisk();
        };
    }
}
