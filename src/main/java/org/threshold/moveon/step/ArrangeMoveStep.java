package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.Timeline;
import org.threshold.moveon.Help;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.NewHomes;
import org.threshold.moveon.RouteWork;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The move itself: removals, furniture, a starter pack, and what each costs. */
@Component
class ArrangeMoveStep implements StepHandler {

    private final RouteWork work;
    private final MoveOns moveOns;
    private final NewHomes homes;
    private final Timeline timeline;
    private final Clock clock;

    ArrangeMoveStep(RouteWork work, MoveOns moveOns, NewHomes homes, Timeline timeline, Clock clock) {
        this.work = work;
        this.moveOns = moveOns;
        this.homes = homes;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "arrange-move";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        moveOns.running(step.caseReference()).ifPresent(way -> {
            homes.of(way).ifPresent(home -> beside.put("Who moves", home.whoMoves()));
            beside.put("Given so far", Words.pounds(work.help(way).stream().mapToLong(Help::pence).sum()));
        });
        return Map.of("beside", beside);
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (answers.yes("helpNeeded")) {
            work.helped(step.caseReference(), HelpRows.of(answers, LocalDate.now(clock)));
        }
        timeline.add(step.caseReference(), "accommodation", "The move is arranged", answers.text("moveWords"));
        return Map.of();
    }
}
