package org.threshold.homelessness.step;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Closings;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What the household was told before a case without further duty is closed. */
@Component
class CloseCaseStep implements StepHandler {

    private final Closings closings;
    private final CaseFiles cases;

    CloseCaseStep(Closings closings, CaseFiles cases) {
        this.closings = closings;
        this.cases = cases;
    }

    @Override
    public String formKey() {
        return "close-case";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        boolean saysNoChild = "NO_CHILD".equals(new Answers(values).text("childrensServicesTold"));
        return saysNoChild && cases.hasDependentChild(step.caseReference())
                ? List.of(new FieldError("childrensServicesTold", "There is a child in the household on this case"))
                : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        closings.recordHelp(step.caseReference(), answers.text("adviceGiven"), answers.text("childrensServicesTold"),
                answers.text("closingNotes"));
        return Map.of();
    }
}
