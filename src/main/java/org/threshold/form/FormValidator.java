package org.threshold.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Checks a submission against its form: nothing that the form does not ask is accepted. */
@Component
public class FormValidator {

    private final Clock clock;

    public FormValidator(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param raw   what was submitted, by name (see {@link FormPage}); names of the page itself, {@code _csrf} and
     *              those of {@link FormPage#OWN_NAMES}, are passed over, any other unknown name is refused
     * @param facts what conditions and option lists read, by name
     */
    public FormOutcome validate(FormDefinition form, Map<String, List<String>> raw, Map<String, Object> facts) {
        return new Submission(form, raw, facts, LocalDate.now(clock), false).read();
    }

    /**
     * What is wrong with a form that is still being filled in: by the same rules, but nothing is missing yet.
     *
     * @see #validate
     */
    public FormOutcome soFar(FormDefinition form, Map<String, List<String>> raw, Map<String, Object> facts) {
        return new Submission(form, raw, facts, LocalDate.now(clock), true).read();
    }
}
