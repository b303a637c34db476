package org.threshold.process.homelessness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.ReviewCourse;
import org.threshold.homelessness.Reviews;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The applicant, or somebody for them, is heard in person (reg 7(2)(b)). */
@Component
class HearReviewStep implements StepHandler {

    private final ReviewCourse course;
    private final Reviews reviews;
    private final ReviewOfStep about;
    private final Clock clock;

    HearReviewStep(ReviewCourse course, Reviews reviews, ReviewOfStep about, Clock clock) {
        this.course = course;
        this.reviews = reviews;
        this.about = about;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "hear-review";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return Map.of("beside", about.beside(step));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        LocalDate on = new Answers(values).day("heardOn");
        List<FieldError> errors = new ArrayList<>(about.refusal(step));
        if (on != null && (on.isAfter(LocalDate.now(clock))
                || on.isBefore(reviews.get(about.id(step)).request().requestedOn()))) {
            errors.add(new FieldError("heardOn", "The day must be between the day they asked and today"));
        }
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        course.heard(about.id(step), answers.day("heardOn"), answers.text("heardWords"));
        return Map.of();
    }
}
