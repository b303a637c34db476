package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.RegisterApplication;
import org.threshold.moveon.RegisterWork;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The application to the housing register. */
@Component
class ApplyToRegisterStep implements StepHandler {

    private final RegisterWork register;
    private final Clock clock;

    ApplyToRegisterStep(RegisterWork register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "apply-to-register";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return new Days(new Answers(values), LocalDate.now(clock)).past("appliedOn").past("verifiedOn")
                .notBefore("verifiedOn", "appliedOn", "The application is verified after it was made").wrong();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        register.apply(step.caseReference(), new RegisterApplication(answers.day("appliedOn"),
                answers.text("registerReference"), answers.day("verifiedOn"), answers.text("band")));
        return Map.of("registerApplied", true, Next.KEY, Next.GO_ON);
    }
}
