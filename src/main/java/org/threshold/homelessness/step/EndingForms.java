package org.threshold.homelessness.step;

import java.util.List;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;

/** What the forms on which a duty is brought to its end have in common. */
final class EndingForms {

    private EndingForms() {
    }

    /** Why the second officer sent the last proposed end back, where that is how it stands. */
    static void tellWhyReturned(DutyEndings endings, CaseReference reference, DutyKind kind, Beside beside) {
        endings.latest(reference, kind).filter(last -> last.status() == DutyEnding.Status.RETURNED)
                .ifPresent(last -> beside.line("Not authorised, because", last.comments()));
    }

    static void checkWithdrawal(Answers answers, List<FieldError> errors) {
        if (Boolean.FALSE.equals(answers.yesNo("withdrawalConfirmed"))) {
            errors.add(new FieldError("withdrawalConfirmed", "Confirm the withdrawal with the applicant first"));
        }
    }
}
