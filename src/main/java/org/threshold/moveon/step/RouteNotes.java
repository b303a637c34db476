package org.threshold.moveon.step;

import org.springframework.stereotype.Component;
import org.threshold.casefile.Timeline;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;

/** Puts what was said in a step of a route onto the timeline of the case. */
@Component
class RouteNotes {

    private final Timeline timeline;

    RouteNotes(Timeline timeline) {
        this.timeline = timeline;
    }

    void tell(StepContext step, Answers answers) {
        timeline.add(step.caseReference(), "accommodation", switch (answers.text(Next.KEY)) {
            case Next.OFFER -> "A home is in sight";
            case Next.GO_ON -> "The search for a home goes on";
            default -> "Another route to a home is chosen";
        }, answers.text("nextWords"));
    }
}
