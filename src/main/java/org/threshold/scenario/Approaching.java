package org.threshold.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.demonstration.Desk;
import org.threshold.demonstration.Happening;

/**
 * Households that come to the desk in the weeks before the first day: each goes as far as its waits let it by then. Who
 * cannot be reached, and who came before, still waits for somebody to look.
 */
@Component
@Profile("demonstration")
class Approaching {

    private static final int DAYS_OF_MONTH = 30;

    private final Desk desk;
    private final Clock clock;

    Approaching(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** @param days over which they come, up to today */
    List<Happening> story(Tables tables, long seed, int scale, int days) {
        int count = Arrivals.A_MONTH * days / DAYS_OF_MONTH / scale;
        List<Happening> story = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            story.addAll(new One(tables, seed, number, days - 1 - number * days / count).story());
        }
        return story;
    }

    /** One household, from its approach on. */
    private final class One {

        private final Tables tables;
        private final RandomGenerator random;
        private final MadeUpHousehold household;
        private final boolean homeless;
        private final Team team;
        private final String name;
        private final List<Happening> way = new ArrayList<>();
        private int day;
        private CaseReference reference;

        One(Tables tables, long seed, int number, int daysAgo) {
            this.tables = tables;
            this.random = Seeds.of(seed, "approach", number);
            this.homeless = tables.draw("assessed").next(random).equals("RELIEF");
            this.household = new Population(tables, seed).household(homeless ? Need.RELIEF : Need.PREVENTION, number,
                    LocalDate.now(clock));
            this.team = Team.of(number);
            this.name = "approach " + number + " of " + tables.scenario().key();
            this.day = daysAgo;
        }

        List<Happening> story() {
            way.add(new Happening(day, name, () -> reference = desk.takeApproach(team.officer(), team.key(),
                    household.applicant(), household.others(), Reasons.words(household.reason()))));
            switch (tables.draw("funnel").next(random)) {
                case "ASSESSED" -> assessed();
                case "ADVICE_ONLY", "OTHER_COUNCIL_OR_NOT_ELIGIBLE" -> advised();
                case "NOT_YET" -> does("triage", "task_triageApproach", FirstAnswers::later);
                default -> { }
            }
            return way;
        }

        private void advised() {
            does("triage", "task_triageApproach", today -> FirstAnswers.notAtRisk());
            does("triage", "task_giveAdvice", today -> FirstAnswers.advice());
        }

        private void assessed() {
            boolean outOfDoors = homeless && household.homeNow().equals("ROUGH_SLEEPING");
            does("triage", "task_triageApproach", today -> FirstAnswers.atRisk(outOfDoors));
            does("triage", "task_checkIdentityAndEligibility", today -> FirstAnswers.identity(household));
            does("assessment", "task_recordAssessment", today -> FirstAnswers.assessment(household, homeless, today));
            does("plan", "task_agreePlan", FirstAnswers::plan);
        }

        private void does(String wait, String element, Function<LocalDate, Map<String, String>> answers) {
            day -= tables.wait(wait).days(random);
            if (day >= 0) {
                way.add(new Happening(day, name, () -> desk.complete(team.officer(), team.office(), reference, element,
                        answers.apply(LocalDate.now(clock)))));
            }
        }
    }
}
