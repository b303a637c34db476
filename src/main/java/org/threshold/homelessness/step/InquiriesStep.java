package org.threshold.homelessness.step;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The inquiries under s184, finished: a decision must follow from them. */
@Component
class InquiriesStep implements StepHandler {

    private final InquiryAnswers inquiries;

    InquiriesStep(InquiryAnswers inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public String formKey() {
        return "inquiries";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return inquiries.facts(step.caseReference());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        inquiries.lock(step.caseReference());
        return inquiries.read(new Answers(values)).missing().stream()
                .map(question -> new FieldError(inquiries.key(question), "Decide " + question.words()
                        + " before you finish this step. Until then, save a draft"))
                .toList();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        inquiries.record(step.caseReference(), new Answers(values));
        return Map.of();
    }
}
