package org.threshold.homelessness.step;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CouncilReferralAnswers;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Where the household stays until the referral is decided (s199A(2), s200(1)). */
@Component
class KeepAccommodationStep implements StepHandler {

    private final CouncilReferralAnswers referrals;

    KeepAccommodationStep(CouncilReferralAnswers referrals) {
        this.referrals = referrals;
    }

    @Override
    public String formKey() {
        return "keep-accommodation";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return referrals.accommodationProblem(step.caseReference(), new Answers(values).text("accommodationKept"))
                .map(why -> List.of(new FieldError("accommodationKept", why))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        String address = answers.text("accommodationAddress");
        referrals.accommodate(step.caseReference(), answers.text("accommodationKept"),
                address == null ? answers.text("accommodationWhy") : address);
        return Map.of();
    }
}
