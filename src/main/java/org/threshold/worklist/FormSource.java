package org.threshold.worklist;

import org.threshold.form.FormDefinition;

/** The forms as they are deployed; answered by the process room, from memory where it can. */
public interface FormSource {

    /**
     * The form deployed together with the version of the process that the step belongs to.
     *
     * @throws IllegalStateException when there is none, which the start-up check makes impossible
     */
    default FormDefinition formOf(OpenStep step) {
        return formOf(step.processKey(), step.processVersion(), step.formKey());
    }

    /**
     * The form deployed together with that version of the process.
     *
     * @throws IllegalStateException when there is none
     */
    FormDefinition formOf(String processKey, int processVersion, String formKey);
}
