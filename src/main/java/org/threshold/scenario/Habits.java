package org.threshold.scenario;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
            "task_followBids", "task_searchPrivately");
    private static final Map<String, String> WAITS = Map.ofEntries(Map.entry("task_triageApproach", "triage"),
            Map.entry("task_checkIdentityAndEligibility", "triage"), Map.entry("task_recordAssessment", "assessment"),
            Map.entry("task_agreePlan", "plan"), Map.entry("task_preventHomelessness", "prevention"),
            Map.entry("task_makeInquiries", "decision"), Map.entry("task_decideReview", "review"),
            Map.entry("task_collectEvidence", "evidence"), Map.entry("task_followClaim", "benefit"));
    private static final String OTHERWISE = "other";
    private static final List<String> WHY_LATE = List.of("WAITING_FOR_APPLICANT", "WAITING_FOR_THIRD_PARTY",
            "TOO_MUCH_WORK", "NOBODY_TOOK_IT", "COMPLEX", "OVERLOOKED");
    /** Days. */
    private static final int FEWEST_MORE = 28;

    private static final String MAIN_DUTY = "MAIN_DUTY";

    private final Tables tables;
    private final Fate fate;
    private final Defects defects;
    private final YearPlan plan;
    private final long seed;

    Habits(Tables tables, long seed, YearPlan plan) {
        this.tables = tables;
        this.fate = new Fate(tables, seed);
        this.defects = new Defects(tables, seed);
        this.plan = plan;
        this.seed = seed;
    }

    /**
     * Whether nobody does it when its time has come.
     *
     * @param number of the household; null for one that was in temporary accommodation before the first day
     */
    boolean goesOn(String element, Long number) {
        return GOES_ON.contains(element) || placed(number) && defects.never(element, number);
    }

    /** In calendar days after the step opened. */
    int wait(String element, Long number, RandomGenerator random) {
        int usual = tables.wait(WAITS.getOrDefault(element, OTHERWISE)).days(random);
        return placed(number) ? defects.late(element, number).orElse(usual) : usual;
    }

    /** Whether the household is given accommodation on the day on which it comes. */
    private boolean placed(Long number) {
        return number != null && plan.moveOf(number).isPresent();
    }

    /** Whether a household that is placed has its claim made when it signs up. */
    boolean claimsAtOnce(long number) {
        return defects.claimsAtOnce(number);
    }

    /** Whether the household comes as homeless or as threatened with homelessness. */
    MadeUpHousehold household(long number, LocalDate on) {
        return fate.household(number, homeless(number), on);
    }

    private boolean homeless(long number) {
        return placed(number) || fate.homeless(number);
    }

    /**
     * @param number of the household; null for one that was in temporary accommodation before the first day
     * @param who    tells the household from all others
     */
    Map<String, String> answers(String element, Long number, String who, LocalDate cameOn, LocalDate today) {
        RandomGenerator random = Seeds.of(seed, who + element, today.toEpochDay());
        Map<String, String> answers = new HashMap<>(own(element, number, who, cameOn, today, random));
        answers.put("claimReference", ClaimNumbers.next(random));
        return answers;
    }

    private Map<String, String> own(String element, Long number, String who, LocalDate cameOn, LocalDate today,
                                    RandomGenerator random) {
        return switch (element) {
            case "task_preventHomelessness" -> Map.of("preventionEnd", tables.draw("prevention-ended").next(random));
            case "task_recordInquiries", "task_makeInquiries" -> findings(decision(number, who));
            case "task_draftDecision" -> Map.of("outcome", decision(number, who));
            case "task_makeTheClaim" -> Map.of("claimNow", "yes");
            case "task_considerBackdate" -> Map.of("askBackdate", "no");
            case "task_followClaim" -> Map.of("claimAnswer", "DECIDED", "claimDecision",
                    random.nextDouble() < Awards.IN_FULL ? "AWARDED_FULL" : "AWARDED_PART", "claimWords",
                    "From the letter of the benefit office");
            // Whom the plan places is placed on the day on which they come; others stay where they are.
            case "task_findUnit" -> Map.of("unitSearch", "NOT_NEEDED", "whyNotNeeded",
                    "They stay with relatives for now, who said so on the telephone");
            case "task_unblockOverdueStep" -> moreTime(today, random);
            case "task_collectKeys" -> Map.of("belongingsLeft", "no");
            case "task_inspectUnit" -> Map.of("damaged", "no");
            default -> number == null ? Map.of() : first(element, number, cameOn, today);
        };
    }

    /** A leader who has looked at a step gives weeks, not the next day: else most steps of a year were of ladders. */
    private static Map<String, String> moreTime(LocalDate today, RandomGenerator random) {
        return Map.of("cause", WHY_LATE.get(random.nextInt(WHY_LATE.size())), "unblockAction", "EXTEND", "newDate",
                today.plusDays(FEWEST_MORE + random.nextInt(FEWEST_MORE)).toString(), "reason",
                "Looked at with whoever has it: it goes on, and nothing else is to be done before then");
    }

    /**
     * What will be decided is what is found, from the first inquiry on. The main duty is owed to those who live in
     * temporary accommodation, who are about as many as the table says.
     */
    private String decision(Long number, String who) {
        if (number == null || placed(number)) {
            return MAIN_DUTY;
        }
        RandomGenerator random = Seeds.of(seed, who, 0);
        String decision = tables.draw("main-decision").next(random);
        while (decision.equals(MAIN_DUTY)) {
            decision = tables.draw("main-decision").next(random);
        }
        return decision;
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
        return switch (fate.funnel(number)) {
            case "ASSESSED" -> FirstAnswers.atRisk(household.homeNow().equals("ROUGH_SLEEPING"));
            case "NOT_YET" -> FirstAnswers.later(today);
            default -> FirstAnswers.notAtRisk();
        };
    }
}
