package org.threshold.scenario;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ServiceClock;
import org.threshold.demonstration.Desk;
import org.threshold.demonstration.Walk;
import org.threshold.letter.LetterCatalogue;
import org.threshold.letter.LetterKind;
import org.threshold.scenario.store.PlayedYearStore;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepFilter;
import org.threshold.worklist.StepList;
import org.threshold.worklist.StepPage;
import org.threshold.worklist.StepSort;
import org.threshold.worklist.Worklist;

/**
 * Plays a council's year: on each day what fell due has happened, households come to the desk, and officers do the
 * steps whose time has come. Who comes and what they decide follows from the seed, so the same year can be played
 * again.
 */
@Component
@Profile("demonstration")
class Play {

    private static final Logger LOG = LoggerFactory.getLogger(Play.class);
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final PlayedYearStore store;
    private final OpeningStock stock;
    private final Colleague colleague;
    private final Worklist worklist;
    private final Desk desk;
    private final ServiceClock clock;
    private final Walk walk;
    private final Moving moving;
    private final LetterCatalogue letters;
    private final PublishedTargets targets;
    private final TransactionTemplate transactions;

    Play(PlayedYearStore store, OpeningStock stock, Colleague colleague, Worklist worklist, Desk desk,
         ServiceClock clock, Walk walk, Moving moving, LetterCatalogue letters, PublishedTargets targets,
         TransactionTemplate transactions) {
        this.store = store;
        this.stock = stock;
        this.colleague = colleague;
        this.worklist = worklist;
        this.desk = desk;
        this.clock = clock;
        this.walk = walk;
        this.moving = moving;
        this.letters = letters;
        this.targets = targets;
        this.transactions = transactions;
    }

    /**
     * What was played.
     *
     * @param year     as it was begun, whatever was asked for now
     * @param couldNot why steps whose time had come were not done on the last day on which they were tried, by element
     */
    record Report(PlayedYear year, int households, int steps, Map<String, String> couldNot) {
    }

    /** Plays until the last day, from where it was left. The clock runs on from the end of it afterwards. */
    Report play(PlayedYear wanted) {
        return play(wanted, wanted.lastDay());
    }

    /**
     * @param stopAfter a day after which it is left to go on from another time
     * @throws IllegalArgumentException when the year begins before there is a wording for every letter
     * @throws IllegalStateException    when not everybody of the first day could be brought over; to be played again
     */
    Report play(PlayedYear wanted, LocalDate stopAfter) {
        PlayedYear year = store.find().orElseGet(() -> {
            lettersHaveWords(wanted.firstDay());
            store.begin(wanted);
            return wanted;
        });
        targets.set(year);
        if (year.done()) {
            return new Report(year, 0, 0, Map.of());
        }
        Run run = new Run(year);
        if (year.nextDay().equals(year.firstDay())) {
            clock.runAt(at(year.firstDay().minusDays(1)));
            if (year.scale() <= YearPlan.LARGEST_SCALE_WITH_STOCK) {
                Reconciliation brought = stock.load(year.scenario(), year.seed(), year.scale());
                LOG.info("Brought {} households over: {}", brought.households(), brought.counted());
            }
        } else {
            clock.runAt(at(year.nextDay().minusDays(1)));
        }
        Progress progress = new Progress(year);
        LocalDate last = stopAfter.isBefore(year.lastDay()) ? stopAfter : year.lastDay();
        for (LocalDate day = year.nextDay(); !day.isAfter(last); day = day.plusDays(1)) {
            walk.to(at(day));
            run.day(day);
            store.goOnAt(day.plusDays(1));
            progress.played(day, run.households, run.steps);
        }
        return new Report(year, run.households, run.steps, run.notDone());
    }

    /** A step that ends with a letter could not be done before. */
    private void lettersHaveWords(LocalDate firstDay) {
        LocalDate from = desk.as(Supervisor.NAME, letters::all).stream()
                .map(kind -> kind.versions().stream().map(LetterKind.Version::from)
                        .min(Comparator.naturalOrder()).orElseThrow())
                .max(Comparator.naturalOrder()).orElseThrow();
        if (firstDay.isBefore(from)) {
            throw new IllegalArgumentException("A year that begins on " + firstDay + " cannot be played: some letters"
                    + " have no wording before " + from + ". Ask for fewer months.");
        }
    }

    private static Instant at(LocalDate day) {
        return day.atTime(MORNING).atZone(ServiceClock.LONDON).toInstant();
    }

    /** One run through the days, of which it may be the second after an interruption. */
    private final class Run {

        private final PlayedYear year;
        private final YearPlan plan;
        private final Habits habits;
        private final Moving.Run moves;
        private int households;
        private int steps;
        private final Map<OpenStep, String> couldNot = new LinkedHashMap<>();

        Run(PlayedYear year) {
            this.year = year;
            Tables tables = Tables.of(year.scenario());
            this.plan = YearPlan.of(tables, year);
            this.habits = new Habits(tables, year.seed(), plan);
            this.moves = moving.run(tables, year, plan, habits);
        }

        void day(LocalDate day) {
            if (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
                return;
            }
            come(day);
            couldNot.clear();
            Map<String, Long> numbers = store.households();
            steps += moves.day(day, numbers);
            for (OpenStep step : open()) {
                work(step, day, numbers.get(step.caseReference().value()));
            }
        }

        /** What ended in another way, such as with its case, is not among it. */
        Map<String, String> notDone() {
            Set<String> open = open().stream().map(OpenStep::stepId).collect(Collectors.toSet());
            Map<String, String> words = new TreeMap<>(moves.notDone());
            couldNot.forEach((step, why) -> {
                if (open.contains(step.stepId())) {
                    words.put(step.elementId(), why);
                }
            });
            return words;
        }

        private void come(LocalDate day) {
            for (long number : plan.comingOn(day)) {
                if (!store.hasCome(number)) {
                    transactions.executeWithoutResult(status -> takes(number, day));
                    households++;
                }
            }
        }

        private void takes(long number, LocalDate day) {
            MadeUpHousehold household = habits.household(number, day);
            Team team = Team.of(number);
            CaseReference reference = desk.takeApproach(team.officer(), team.key(), household.applicant(),
                    household.others(), Reasons.words(household.reason()));
            store.came(number, reference.value());
        }

        /** A restricted case is seen by those named on it only, and the leader of its team is one of them. */
        private List<OpenStep> open() {
            Map<String, OpenStep> all = new HashMap<>();
            list("manager", StepList.ALL, all);
            list("leader", StepList.TEAM, all);
            list("leader2", StepList.TEAM, all);
            return all.values().stream().sorted(Comparator.comparing(OpenStep::applicantName)
                    .thenComparing(OpenStep::dateOfBirth).thenComparing(OpenStep::elementId)
                    .thenComparing(OpenStep::createdAt)).toList();
        }

        private void list(String officer, StepList list, Map<String, OpenStep> into) {
            desk.as(officer, () -> {
                StepPage.Place place = null;
                do {
                    StepPage page = worklist.list(list, StepFilter.NONE, StepSort.WAITING, place);
                    page.steps().forEach(step -> into.put(step.stepId(), step));
                    place = page.next();
                } while (place != null);
                return null;
            });
        }

        private void work(OpenStep step, LocalDate day, Long number) {
            LocalDate opened = step.createdAt().atZone(ServiceClock.LONDON).toLocalDate();
            String who = step.applicantName() + step.dateOfBirth();
            RandomGenerator random = Seeds.of(year.seed(), who + step.elementId(), opened.toEpochDay());
            if (habits.goesOn(step.elementId(), number) || moves.sees(step.elementId(), number) || step.onHold(day)
                    || opened.plusDays(habits.wait(step.elementId(), number, random)).isAfter(day)) {
                return;
            }
            LocalDate cameOn = number == null ? null : Arrivals.dayOf(number);
            Map<String, String> answers = habits.answers(step.elementId(), number, who, cameOn, day);
            Optional<String> why = Optional.of("Nobody may do it");
            for (String officer : Team.named(step.team()).whoMayDo(step)) {
                why = colleague.does(officer, Team.named(step.team()).office(), step, answers);
                if (why.isEmpty()) {
                    steps++;
                    return;
                }
            }
            why.ifPresent(words -> couldNot.put(step, words));
        }
    }
}
