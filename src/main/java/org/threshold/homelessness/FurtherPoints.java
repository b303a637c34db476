package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.threshold.form.FieldError;

/** What the notice has to say besides the decision: other points against them, and a restricted person (s184(3), (3A)). */
final class FurtherPoints {

    private static final Set<DecisionOutcome> MAIN_DUTY = Set.of(DecisionOutcome.MAIN_DUTY, DecisionOutcome.REFERRAL);

    private FurtherPoints() {
    }

    /** @param members who is in the household, by number */
    static List<FieldError> problems(DecisionOutcome outcome, Findings findings, Decision.Further further,
                                     Set<Long> members) {
        List<FieldError> problems = new ArrayList<>();
        List<Question> others = AdversePoints.others(outcome, findings);
        if (!others.isEmpty() && further.otherReasons() == null) {
            problems.add(new FieldError("otherReasons", "Say also why " + others.stream().map(AdversePoints::toOfficer)
                    .collect(Collectors.joining(" and why ")) + ": the letter must give the reasons for every point"));
        }
        if (further.restrictedMember() == null && further.restrictedWhy() == null) {
            return problems;
        }
        if (!MAIN_DUTY.contains(outcome)) {
            problems.add(new FieldError("restrictedMember", "A restricted person matters only where the main housing duty"
                    + " is or would be owed (section 184(3A))"));
        }
        if (further.restrictedMember() == null || !members.contains(further.restrictedMember())) {
            problems.add(new FieldError("restrictedMember", "Select who in the household is the restricted person"));
        }
        if (further.restrictedWhy() == null) {
            problems.add(new FieldError("restrictedWhy", "Say why they are a restricted person: the letter must explain it"));
        }
        return problems;
    }
}
