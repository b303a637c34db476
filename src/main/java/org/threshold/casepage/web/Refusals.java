package org.threshold.casepage.web;

import org.threshold.homelessness.NotPossible;

/** Shows what a service refused as what is wrong with the page, so that nothing typed is lost. */
final class Refusals {

    private Refusals() {
    }

    static void into(TypedForm form, Runnable work) {
        try {
            work.run();
        } catch (NotPossible refused) {
            form.wrong("save", refused.getMessage());
        }
    }
}
