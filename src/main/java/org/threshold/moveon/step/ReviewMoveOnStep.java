package org.threshold.moveon.step;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.moveon.Barrier;
import org.threshold.moveon.Barriers;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.RouteFacts;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The look every four weeks at a household that waits for a home. */
@Component
class ReviewMoveOnStep implements StepHandler {

    private final MoveOns moveOns;
    private final Barriers barriers;

    ReviewMoveOnStep(MoveOns moveOns, Barriers barriers) {
        this.moveOns = moveOns;
        this.barriers = barriers;
    }

    @Override
    public String formKey() {
        return "review-move-on";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        moveOns.running(step.caseReference()).ifPresent(way -> {
            beside.put("On their way since", Words.day(way.startedOn()));
            beside.put("Route", way.route() == null ? "None" : way.route().words());
            barriers.of(way).stream().filter(Barrier::stands).forEach(barrier -> beside.put(barrier.kind().title(),
                    barriers.nameOf(barrier.team(), barrier.owner()) + ", by " + Words.day(barrier.dueOn())));
        });
        return Map.of("beside", beside);
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean goesOn = answers.yes("routeGoesOn");
        LocalDate next = moveOns.review(step.caseReference(), answers.text("reviewWords"), goesOn);
        Map<String, Object> facts = new HashMap<>(Map.of("routeGoesOn", goesOn));
        if (goesOn) {
            facts.put("moveOnReviewOn", RouteFacts.at(next));
        } else {
            facts.put(Next.KEY, "CHANGE");
        }
        return facts;
    }
}
