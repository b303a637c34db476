package org.threshold.board.web;

import java.util.List;
import java.util.Locale;
import org.threshold.board.FlowFilter;

/**
 * What flows: whole cases, or the steps of one process.
 *
 * @param stages by which they go, in order; the last is having gone
 */
record FlowUnit(String one, String many, List<String> stages, String cameWord, String arrivals) {

    private static final FlowUnit CASES = new FlowUnit("case", "cases",
            List.of("No duty yet", "Prevention duty", "Relief duty", "Main housing duty", "Ended"), "came",
            "Approaches a month");
    private static final FlowUnit STEPS = new FlowUnit("step", "steps",
            List.of("Waiting to be picked up", "Picked up, not done", "Ended"), "began", "Steps begun a month");

    static FlowUnit of(FlowFilter filter) {
        return filter.ofSteps() ? STEPS : CASES;
    }

    /** The plural as the first word of a heading. */
    String title() {
        return many.substring(0, 1).toUpperCase(Locale.UK) + many.substring(1);
    }

    String count(double count) {
        return FlowWords.number(count) + " " + (count == 1 ? one : many);
    }
}
