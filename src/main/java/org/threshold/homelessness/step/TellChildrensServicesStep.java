package org.threshold.homelessness.step;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.ChildrensServices;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Whether children's services were told of a child in the household (s213A). */
@Component
class TellChildrensServicesStep implements StepHandler {

    private final ChildrensServices services;

    TellChildrensServicesStep(ChildrensServices services) {
        this.services = services;
    }

    @Override
    public String formKey() {
        return "tell-childrens-services";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return services.problems(answer(new Answers(values)));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        services.record(step.caseReference(), answer(new Answers(values)));
        return Map.of();
    }

    private static ChildrensServices.Answer answer(Answers answers) {
        return new ChildrensServices.Answer(answers.code("consentAsked", ChildrensServices.Consent.class),
                answers.text("safeguarding"), answers.text("toldTo"), answers.day("toldOn"),
                answers.text("toldWhat"));
    }
}
