package org.threshold.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;

/**
 * A few made-up cases at the first start, each with a past: the clock begins three months ago and walks to today, so that
 * duties have run, letters were issued and steps are late where nobody did them.
 */
@Component
@Profile("demonstration & !test")
class DemonstrationCases implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationCases.class);
    private static final int DAYS_OF_PAST = 95;
    /** A whole year is played, so time must not have come to today before it. */
    private static final String YEAR_INSTEAD = "play-scenario";
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final DemonstrationPeople people;
    private final DemonstrationHomes homes;
    private final DemonstrationMoves moves;
    private final List<MadeUpPast> more;
    private final DemonstrationWeek week;
    private final ServiceClock clock;
    private final ServiceDate serviceDate;
    private final Desk desk;
    private final Map<String, CaseReference> references = new HashMap<>();

    DemonstrationCases(DemonstrationPeople people, DemonstrationHomes homes, DemonstrationMoves moves,
                       List<MadeUpPast> more, DemonstrationWeek week, ServiceClock clock, ServiceDate serviceDate, Desk desk) {
        this.people = people;
        this.homes = homes;
        this.moves = moves;
        this.more = more;
        this.week = week;
        this.clock = clock;
        this.serviceDate = serviceDate;
        this.desk = desk;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!people.isFirstStart() || arguments.containsOption(YEAR_INSTEAD)) {
            return;
        }
        ZonedDateTime now = ZonedDateTime.now(clock);
        List<Happening> story = new ArrayList<>(story());
        story.addAll(homes.story());
        story.addAll(moves.story());
        more.forEach(each -> story.addAll(each.story()));
        story.sort(Comparator.comparingInt(Happening::daysAgo).reversed());
        Set<String> unfinished = new HashSet<>();
        try {
            clock.runAt(now.minusDays(DAYS_OF_PAST).toInstant());
            week.policies();
            for (Happening each : story) {
                Instant then = now.minusDays(each.daysAgo()).with(MORNING).toInstant();
                walkOn(then.isBefore(now.toInstant()) ? then : now.toInstant());
                happen(each, unfinished);
            }
            walkOn(now.toInstant());
            week.ahead();
        } catch (RuntimeException mishap) {
            LOG.warn("Not all of the demonstration could be made: {}", mishap.getMessage());
        } finally {
            walkOn(now.toInstant());
            clock.reset();
        }
        LOG.info("Told {} stories of the demonstration", story.stream().map(Happening::household).distinct().count());
    }

    /** A household whose story stops leaves the others theirs. */
    private static void happen(Happening each, Set<String> unfinished) {
        if (unfinished.contains(each.household())) {
            return;
        }
        try {
            each.happens().run();
        } catch (RuntimeException mishap) {
            unfinished.add(each.household());
            LOG.warn("The story of {} stops {} days ago: {}", each.household(), each.daysAgo(), mishap.getMessage());
        }
    }

    private void walkOn(Instant instant) {
        serviceDate.walkTo(instant.isBefore(clock.instant()) ? clock.instant() : instant);
    }

    private List<Happening> story() {
        return List.of(
                comes(60, "Alex", "Lost a private tenancy and stays with a friend"),
                does(59, "Alex", "task_triageApproach", day -> Answers.noInterim()),
                does(58, "Alex", "task_checkIdentityAndEligibility", day -> Answers.identity()),
                does(57, "Alex", "task_recordAssessment", day -> Answers.assessment("HOMELESS", day)),
                does(56, "Alex", "task_agreePlan", Answers::plan),

                comes(48, "Bailey", "Asked to leave by family, sleeps on a sofa"),
                does(48, "Bailey", "task_triageApproach", day -> Answers.noInterim()),
                does(47, "Bailey", "task_checkIdentityAndEligibility", day -> Answers.identity()),
                does(46, "Bailey", "task_recordAssessment", day -> Answers.assessment("HOMELESS", day)),
                does(45, "Bailey", "task_agreePlan", Answers::plan),

                comes(30, "Charlie", "A notice from the landlord that ends in six weeks"),
                does(29, "Charlie", "task_triageApproach", day -> Answers.noInterim()),
                does(28, "Charlie", "task_checkIdentityAndEligibility", day -> Answers.identity()),
                does(27, "Charlie", "task_recordAssessment", day -> Answers.assessment("THREATENED", day)),
                does(26, "Charlie", "task_agreePlan", Answers::plan),

                comes(20, "Drew", "Would like a larger home"),
                does(20, "Drew", "task_triageApproach", day -> Answers.noRisk()),
                does(19, "Drew", "task_giveAdvice", day -> Answers.advice()),

                comes(12, "Ellis", "A tenancy that ends in the summer"),
                does(11, "Ellis", "task_triageApproach", day -> Answers.later(day.plusDays(40))),

                comes(6, "Frankie", "Rent arrears and a letter from the landlord"),

                comes(1, "Harper", "Nowhere to stay tonight, two children"),
                does(1, "Harper", "task_triageApproach", day -> Answers.homelessTonight()),

                comes(0, "Jordan", "The friend they stay with is moving away"));
    }

    private Happening comes(int daysAgo, String applicant, String reason) {
        LocalDate born = LocalDate.of(1980, 1, 1).plusDays(Math.abs(applicant.hashCode()) % 7000);
        return new Happening(daysAgo, applicant, () -> references.put(applicant,
                
                desk.takeApproach("officer", "north", applicant, born, reason)));
    }

    private Happening does(int daysAgo, String applicant, String element,
                       Function<LocalDate, Map<String, String>> answers) {
        return new Happening(daysAgo, applicant, () -> desk.complete("officer", "North Office",
                references.get(applicant), element, answers.apply(LocalDate.now(clock))));
    }

    /** What the officer writes, by field. */
    static final class Answers {

        static Map<String, String> noInterim() {
            return with(triage("no"), "within56Days", "yes", "reasonToBelieve", "yes", "interimDue", "no",
                    "interimNotDueBecause", "PRIORITY_NEED", "whyNoInterim", "Nobody in the household is vulnerable");
        }

        static Map<String, String> homelessTonight() {
            return with(triage("yes"), "reasonToBelieve", "yes", "interimDue", "yes");
        }

        static Map<String, String> noRisk() {
            return with(triage("no"), "within56Days", "no", "riskLater", "no",
                    "whyNoReasonToBelieve", "Secure tenant without arrears");
        }

        static Map<String, String> later(LocalDate diaryDate) {
            return with(triage("no"), "within56Days", "no", "riskLater", "yes", "diaryDate", diaryDate.toString(),
                    "whyNoReasonToBelieve", "The tenancy goes on for another three months");
        }

        static Map<String, String> advice() {
            return with(Map.of(), "reasonToBelieve", "no", "adviceTopics", "FINDING_A_HOME",
                    "adviceGiven", "How to join the housing register", "advicePrinted", "yes");
        }

        static Map<String, String> identity() {
            return with(Map.of(), "identitySeen", "yes", "identityDocuments", "PASSPORT", "nationality", "UK",
                    "habituallyResident", "yes", "eligible", "YES",
                    "eligibleReasons", "British citizen who lives in the borough");
        }

        static Map<String, String> assessment(String outcome, LocalDate day) {
            Map<String, String> answers = with(Map.of(), "circumstances", "The home they had is lost or ends soon",
                    "reasonForLoss", "FAMILY_FRIENDS", "lastSettledHome", "FAMILY", "accommodationNow", "FAMILY",
                    "lastPostcode", "LU1 2BQ", "income", "WORK", "employment", "PART_TIME", "ethnicity", "WHITE_BRITISH", "referral", "NONE",
                    "housingNeeds", "One bedroom near work", "supportSummary", "Help with a deposit",
                    "assessmentOutcome", outcome, "satisfiedOn", day.toString());
            return outcome.equals("THREATENED") ? with(answers, "noticeType", "NONE") : answers;
        }

        static Map<String, String> plan(LocalDate day) {
            String by = day.plusDays(14).toString();
            return with(Map.of(), "planSteps[0].who", "COUNCIL", "planSteps[0].what", "Ring the landlord",
                    "planSteps[0].kind", "MANDATORY", "planSteps[0].by", by, "planSteps[0].agreed", "yes",
                    "reviewOn", by, "givenHow", "PRINTED");
        }

        private static Map<String, String> triage(String homelessTonight) {
            return with(Map.of(), "domesticAbuse", "no", "hateCrime", "no", "aged16or17", "no",
                    "homelessTonight", homelessTonight);
        }

        private static Map<String, String> with(Map<String, String> some, String... more) {
            Map<String, String> all = new LinkedHashMap<>(some);
            for (int i = 0; i < more.length; i += 2) {
                all.put(more[i], more[i + 1]);
            }
            return all;
        }
    }
}
