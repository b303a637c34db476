package org.threshold.worklist;

import java.util.List;
import java.util.Optional;
import org.threshold.form.FieldError;

/** What became of a submitted step. */
public sealed interface Completion {

    /** @param next the open steps of the case now, most urgent first */
    record Done(OpenStep step, List<OpenStep> next) implements Completion {
    }

    /**
     * Nothing was recorded.
     *
     * @param asked     what the page sends back when the officer goes on all the same; empty when there is no going on
     * @param malformed whether the submission holds something that the page cannot send
     */
    record Refused(OpenStep step, List<FieldError> errors, boolean malformed, Optional<String> asked)
            implements Completion {

        public Refused(OpenStep step, List<FieldError> errors, boolean malformed) {
            this(step, errors, malformed, Optional.empty());
        }
    }
}
