package org.threshold.homelessness.step;

import java.util.List;
import org.threshold.form.FieldError;

/** What the forms of the duties to accommodate have in common. */
final class OpportunityAnswers {

    private OpportunityAnswers() {
    }

    static void checkWithdrawal(Answers answers, List<FieldError> errors) {
        if (Boolean.FALSE.equals(answers.yesNo("withdrawalConfirmed"))) {
            errors.add(new FieldError("withdrawalConfirmed", "Confirm the withdrawal with the applicant first"));
        }
    }
}
