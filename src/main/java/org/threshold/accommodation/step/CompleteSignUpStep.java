package org.threshold.accommodation.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.Placement;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Signs a household up in person that has the keys already. */
@Component
class CompleteSignUpStep implements StepHandler {

    private static final String QUESTION = "lateClaim";

    private final DeskWork desk;
    private final ObjectProvider<ClaimsForKeys> claims;

    CompleteSignUpStep(DeskWork desk, ObjectProvider<ClaimsForKeys> claims) {
        this.desk = desk;
        this.claims = claims;
    }

    @Override
    public String formKey() {
        return "complete-sign-up";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return desk.facts(step);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> errors = new ArrayList<>(desk.check(step, answers));
        errors.addAll(desk.checkMeans(answers, isNone(answers)));
        boolean covered = claims.getObject().covering(desk.placement(step).id()).isPresent();
        switch (answers.text(QUESTION)) {
            case "NOW" -> errors.addAll(desk.checkClaim(step, answers));
            case "MADE" -> {
                if (!covered) {
                    errors.add(new FieldError(QUESTION, "There is no claim on record for this accommodation. Enter its"
                            + " reference under ‘we have just submitted it’"));
                }
            }
            default -> {
                if (covered) {
                    errors.add(new FieldError(QUESTION, "There is a claim on record for this accommodation"));
                }
            }
        }
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Placement placement = desk.placement(step);
        if ("NOW".equals(answers.text(QUESTION))) {
            desk.claim(step, answers, placement.startsOn());
        }
        desk.signUp(step, answers, isNone(answers));
        return Map.of();
    }

    private static boolean isNone(Answers answers) {
        return "NONE".equals(answers.text(QUESTION));
    }
}
