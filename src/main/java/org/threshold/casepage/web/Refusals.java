package org.threshold.casepage.web;

import org.threshold.casefile.FactsMissing;
import org.threshold.worklist.StepRefused;

/** Shows what a service refused as what is wrong with the page, so that nothing typed is lost. */
final class Refusals {

    private Refusals() {
    }

    static void into(TypedForm form, Runnable work) {
        try {
            work.run();
        } catch (StepRefused | FactsMissing refused) {
            form.wrong("save", refused.getMessage());
        }
    }
}
