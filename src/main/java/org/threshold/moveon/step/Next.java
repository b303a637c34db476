package org.threshold.moveon.step;

import java.util.List;
import java.util.Map;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;

/** How a step on a route goes on: with an offer, with more of the same, or by another route. */
final class Next {

    static final String KEY = "moveOnNext";
    static final String OFFER = "OFFER";
    static final String GO_ON = "GO_ON";

    private Next() {
    }

    static boolean offer(Answers answers) {
        return OFFER.equals(answers.text(KEY));
    }

    static Map<String, Object> variable(Answers answers) {
        return Map.of(KEY, answers.text(KEY));
    }

    /** An offer that cannot be made yet, for this reason. */
    static List<FieldError> tooEarly(String why) {
        return List.of(new FieldError(KEY, why));
    }
}
