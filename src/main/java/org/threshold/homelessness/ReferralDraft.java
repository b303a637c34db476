package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.List;
import org.threshold.form.FieldError;

/** Whether a decision may say that another council will be asked to help (s198(1)); the same gates as for the referral. */
final class ReferralDraft {

    private ReferralDraft() {
    }

    /** @param outcome the decision that would follow without a referral */
    static List<FieldError> problems(DecisionOutcome outcome, Decision.Referring referring) {
        List<FieldError> problems = new ArrayList<>();
        if (outcome != DecisionOutcome.MAIN_DUTY) {
            problems.add(new FieldError("outcome", "Only a case in which the main housing duty would be owed can be"
                    + " referred. The findings lead to another decision"));
        }
        if (referring == null || referring.council() == null) {
            problems.add(new FieldError("referTo", "Enter the council that you will refer the case to"));
            return problems;
        }
        if (!Boolean.FALSE.equals(referring.risk())) {
            problems.add(new FieldError("referralRisk", referring.risk() == null
                    ? "Find out first whether anybody would be at risk of violence there"
                    : "Never refer a household when one of them would run a risk of violence there (section 198(2)(c))"));
        }
        if (!Boolean.FALSE.equals(referring.here())) {
            problems.add(new FieldError("referralHere", referring.here() == null
                    ? "Find out first whether anybody has a local connection with us"
                    : "Somebody with a local connection with us keeps the case here (section 198(2)(a))"));
        }
        if (!Boolean.TRUE.equals(referring.there())) {
            problems.add(new FieldError("referralThere", referring.there() == null
                    ? "Find out first whether anybody has a local connection with the other council"
                    : "Nobody in the household has a local connection with the other council, so it cannot be asked"
                            + " (section 198(2)(b))"));
        }
        return problems;
    }
}
