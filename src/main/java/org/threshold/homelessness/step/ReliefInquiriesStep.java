package org.threshold.homelessness.step;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What is known two weeks before the relief duty's day 56; undecided is an answer. */
@Component
class ReliefInquiriesStep implements StepHandler {

    private final InquiryAnswers inquiries;

    ReliefInquiriesStep(InquiryAnswers inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public String formKey() {
        return "relief-inquiries";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return inquiries.facts(step.caseReference());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        inquiries.lock(step.caseReference());
        return List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        inquiries.record(step.caseReference(), new Answers(values));
        return Map.of();
    }
}
