package org.threshold.process.homelessness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.ReviewAccommodation.Considered;
import org.threshold.homelessness.ReviewAccommodations;
import org.threshold.homelessness.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Whether they are accommodated until the review is decided (s188(3)). */
@Component
class ReviewAccommodationStep implements StepHandler {

    private final ReviewAccommodations accommodations;
    private final ReviewOfStep about;

    ReviewAccommodationStep(ReviewAccommodations accommodations, ReviewOfStep about) {
        this.accommodations = accommodations;
        this.about = about;
    }

    @Override
    public String formKey() {
        return "consider-review-accommodation";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        long id = about.id(step);
        Map<String, String> beside = new LinkedHashMap<>(about.beside(step));
        accommodations.of(step.caseReference()).stream().filter(each -> each.reviewId() == id).findFirst()
                .ifPresent(before -> beside.put("Considered before, " + Words.day(before.on()),
                        (before.considered().granted() ? "Yes. " : "No. ") + before.considered().reasons()));
        return Map.of("beside", beside);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return accommodations.problem(about.id(step), new Answers(values).yes("reviewAccommodation"))
                .map(why -> List.of(new FieldError("reviewAccommodation", why))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean granted = answers.yes("reviewAccommodation");
        accommodations.pendingReview(about.id(step), new Considered(granted, answers.text("reviewMerits"),
                answers.text("reviewNewMaterial"), answers.text("reviewCircumstances"),
                answers.text("accommodationReasons")));
        return Map.of("accommodationGranted", granted);
    }
}
