package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CouncilReferral;
import org.threshold.homelessness.CouncilReferralAnswers;
import org.threshold.homelessness.CouncilReferrals;
import org.threshold.homelessness.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What the other council says to a referral. */
@Component
class ReferralAnswerStep implements StepHandler {

    private final CouncilReferrals referrals;
    private final CouncilReferralAnswers decided;

    ReferralAnswerStep(CouncilReferrals referrals, CouncilReferralAnswers decided) {
        this.referrals = referrals;
        this.decided = decided;
    }

    @Override
    public String formKey() {
        return "record-referral-answer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Beside beside = new Beside();
        referrals.open(step.caseReference()).flatMap(open -> open.last(CouncilReferral.Kind.NOTIFIED))
                .ifPresent(notified -> beside.line("Other council", notified.who())
                        .line("Notified on", Words.day(notified.on())));
        return beside.put(new HashMap<>());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return decided.dayProblems(step.caseReference(), "answeredOn", new Answers(values).day("answeredOn"));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        String code = answers.text("referralAnswer");
        decided.answered(step.caseReference(), code, answers.day("answeredOn"), answers.text("answeredBy"),
                answers.text("answerReasons"));
        return Map.of("referralDisputed", code.equals("DISPUTED"));
    }
}
