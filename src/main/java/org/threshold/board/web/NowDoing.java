package org.threshold.board.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.NotPermitted;
import org.threshold.board.NowActs;
import org.threshold.worklist.StepDates;
import org.threshold.worklist.StepGone;
import org.threshold.worklist.StepMoves;

/** Does what was asked with each step, each in a commit of its own: one that cannot be done does not stop others. */
@Component
class NowDoing {

    private final StepMoves moves;
    private final StepDates dates;
    private final NowActs acts;

    NowDoing(StepMoves moves, StepDates dates, NowActs acts) {
        this.moves = moves;
        this.dates = dates;
        this.acts = acts;
    }

    /** @param refused why not, in words, by step */
    record Done(int done, Map<String, String> refused) {

        List<String> left() {
            return new ArrayList<>(refused.keySet());
        }
    }

    Done all(NowAsked asked) {
        int done = 0;
        Map<String, String> refused = new LinkedHashMap<>();
        for (String step : asked.steps()) {
            try {
                one(step, asked);
                done++;
            } catch (NotPermitted | StepGone no) {
                refused.put(step, no.getMessage());
            }
        }
        return new Done(done, refused);
    }

    private void one(String step, NowAsked asked) {
        switch (asked.act()) {
            case "GIVE" -> moves.handToPerson(step, asked.to(), asked.why());
            case "REMIND" -> acts.remind(step, asked.why());
            case "EXTEND" -> dates.extend(step, asked.until(), asked.why());
            default -> throw new IllegalArgumentException("Nothing to do: " + asked.act());
        }
    }
}
