package org.threshold.moveon.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.threshold.worklist.Answers;

/** Amounts as forms give them, in pence. */
final class Pence {

    private Pence() {
    }

    /** @return null where nothing was typed */
    static Integer of(Answers answers, String key) {
        return answers.values().get(key) instanceof BigDecimal pounds
                ? pounds.movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact() : null;
    }
}
