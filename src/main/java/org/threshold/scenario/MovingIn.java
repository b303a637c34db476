package org.threshold.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.accommodation.Matches;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.UnitNeed;
import org.threshold.casefile.CaseReference;
import org.threshold.demonstration.Desk;
import org.threshold.scenario.YearPlan.Move;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/**
 * Gives a household accommodation on the day on which it comes: triage finds that it is owed at once (Housing Act 1996
 * s188(1)), a unit is matched, approved where it stands outside the district, found to suit, offered and signed for at
 * the desk, and the keys are given.
 */
@Component
@Profile("demonstration")
class MovingIn {

    /** The way to the keys; whatever else is open on the case has its time later. */
    static final Set<String> WAY = Set.of("task_triageApproach", "task_findUnit", "task_recordWhyOutside",
            "task_approveOutside", "task_recordSuitability", "task_makeOffer", "task_signUpAtDesk", "task_releaseKeys",
            "task_giveKeys");

    /** No other unit is taken instead: where each is placed is planned. */
    private static final Set<String> PLANNED = Set.of("unitSearch", "unit");

    private final Worklist worklist;
    private final Colleague colleague;
    private final Placements placements;
    private final Matches matches;
    private final HomesInUse homes;
    private final Desk desk;
    private final TransactionTemplate transactions;

    MovingIn(Worklist worklist, Colleague colleague, Placements placements, Matches matches, HomesInUse homes,
             Desk desk, TransactionTemplate transactions) {
        this.worklist = worklist;
        this.colleague = colleague;
        this.placements = placements;
        this.matches = matches;
        this.homes = homes;
        this.desk = desk;
        this.transactions = transactions;
    }

    /**
     * Who is placed.
     *
     * @param names how the names of units in this year begin
     */
    record Placed(CaseReference reference, Move move, boolean claims, long seed, String names) {
    }

    /**
     * Goes on where the case is, so that it can be asked again after an interruption; whoever has had keys is placed,
     * whatever else is open on the case by now.
     *
     * @param done counts the steps that were done
     * @return why it stopped before the keys, in the service's words; empty when they have them
     */
    Optional<String> toTheKeys(Placed placed, Runnable done) {
        Team team = Team.of(placed.move().number());
        if (hasHadKeys(placed.reference(), team)) {
            return Optional.empty();
        }
        RandomGenerator random = Seeds.of(placed.seed(), "sign-up", placed.move().number());
        PlacingAnswers answers = new PlacingAnswers(random, team.office(), placed.claims());
        for (int tries = 0; tries <= WAY.size(); tries++) {
            Optional<OpenStep> next = next(placed.reference(), team);
            if (next.isEmpty()) {
                return hasHadKeys(placed.reference(), team) ? Optional.empty()
                        : Optional.of("No step on the way to the keys is open");
            }
            Optional<String> why = does(next.get(), team, answers, step -> unit(placed, team));
            if (why.isPresent()) {
                return why;
            }
            done.run();
        }
        return Optional.of("The way to the keys goes round in a circle");
    }

    private boolean hasHadKeys(CaseReference reference, Team team) {
        return desk.as(team.leader(), () -> placements.of(reference)).stream()
                .anyMatch(each -> !PlacementStatus.ON_THE_WAY.contains(each.status())
                        && each.status() != PlacementStatus.REFUSED && each.status() != PlacementStatus.CANCELLED);
    }

    private Optional<OpenStep> next(CaseReference reference, Team team) {
        return desk.as(team.officer(), () -> worklist.openStepsOf(reference)).stream()
                .filter(step -> WAY.contains(step.elementId())).findFirst();
    }

    private long unit(Placed placed, Team team) {
        UnitNeed need = desk.as(team.leader(), () -> matches.needOf(placed.reference()));
        return desk.as(Supervisor.NAME, () -> transactions.execute(status -> homes.unitFor(placed.move(), need,
                placed.names(), placed.seed())));
    }

    private Optional<String> does(OpenStep step, Team team, PlacingAnswers answers, ToLongFunction<OpenStep> unit) {
        String element = step.elementId();
        Map<String, String> written = answers.of(element, element.equals("task_findUnit") ? unit.applyAsLong(step) : 0);
        String officer = step.owner() != null ? step.owner() : officer(element, team);
        return colleague.does(officer, team.office(), step, written, PLANNED).map(why -> element + ": " + why);
    }

    private static String officer(String element, Team team) {
        return switch (element) {
            case "task_approveOutside" -> Supervisor.NAME;
            case "task_releaseKeys" -> team.leader();
            default -> team.officer();
        };
    }
}
