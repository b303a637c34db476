package org.threshold.process.homelessness;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.ReviewCourse;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Names the reviewer, out of those who are independent of the decision (s203(2)(a); reg 5). */
@Component
class ChooseReviewerStep implements StepHandler {

    private static final String REVIEWER = "reviewer";

    private final ReviewCourse course;
    private final ReviewOfStep about;

    ChooseReviewerStep(ReviewCourse course, ReviewOfStep about) {
        this.course = course;
        this.about = about;
    }

    @Override
    public String formKey() {
        return "choose-reviewer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return Map.of("options", Map.of("reviewers", course.couldReview(about.id(step))), "beside", about.beside(step));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> answers) {
        return course.couldReview(about.id(step)).containsKey(String.valueOf(answers.get(REVIEWER))) ? List.of()
                : List.of(new FieldError(REVIEWER, "Select somebody who may review this decision"));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        course.choose(about.id(step), answers.text(REVIEWER), answers.text("whyReviewer"));
        return Map.of();
    }
}
