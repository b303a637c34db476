package org.threshold.accommodation.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.KeysRelease.Reason;
import org.threshold.accommodation.KeysReleases;
import org.threshold.accommodation.KeysReleases.NewRelease;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Signs a household up in person, with the claim; or asks for the keys without one. */
@Component
class SignUpDeskStep implements StepHandler {

    private static final String SIGNED_UP = "SIGNED_UP";
    private static final String CANNOT_TODAY = "CANNOT_TODAY";

    private final DeskWork desk;
    private final KeysReleases releases;
    private final PlacementRequests requests;

    SignUpDeskStep(DeskWork desk, KeysReleases releases, PlacementRequests requests) {
        this.desk = desk;
        this.releases = releases;
        this.requests = requests;
    }

    @Override
    public String formKey() {
        return "sign-up-desk";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return desk.facts(step);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (!SIGNED_UP.equals(answers.text("deskAnswer"))) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>(desk.check(step, answers));
        errors.addAll(desk.checkMeans(answers, noBenefit(answers)));
        if (answers.yes("claimMade")) {
            errors.addAll(desk.checkClaim(step, answers));
        }
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Map<String, Object> variables = new HashMap<>();
        switch (answers.text("deskAnswer")) {
            case SIGNED_UP -> signUp(step, answers, variables);
            case CANNOT_TODAY -> ask(step, new NewRelease(Reason.CANNOT_TODAY, answers.text("cannotWhy"),
                    answers.yes("officerGives")), variables);
            default -> {
                variables.put("deskOutcome", answers.text("whyNoKeys"));
                requests.noKeys(step.caseReference(), desk.placement(step).id(), answers.text("whyNoKeys"),
                        answers.text("noKeysWords"));
            }
        }
        return variables;
    }

    private void signUp(StepContext step, Answers answers, Map<String, Object> variables) {
        boolean claimed = answers.yes("claimMade");
        variables.put("claimMade", claimed);
        if (claimed) {
            desk.claim(step, answers, desk.today());
        }
        desk.signUp(step, answers, noBenefit(answers));
        if (!claimed) {
            ask(step, new NewRelease(answers.code("releaseReason", Reason.class), answers.text("releaseWords"), true),
                    variables);
        }
    }

    /** Officer and household are together, so an officer gives the keys unless somebody there is to. */
    private void ask(StepContext step, NewRelease asked, Map<String, Object> variables) {
        variables.put("officerGives", asked.officerGives());
        releases.ask(step.caseReference(), desk.placement(step).id(), asked);
    }

    private static boolean noBenefit(Answers answers) {
        Reason reason = answers.code("releaseReason", Reason.class);
        return reason != null && !reason.benefitExpected();
    }
}
