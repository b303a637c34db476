package org.threshold.process.homelessness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.ReviewCourse;
import org.threshold.homelessness.Reviews;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The independent reviewer's decision. Reviews that began before it was asked for the facts have none beside it. */
@Component
class DecideReviewStep implements StepHandler {

    private static final String OUTCOME = "reviewOutcome";
    /** To write to them before deciding against them (reg 7(2)); decides nothing yet. */
    private static final String MINDED = "MINDED";

    private final Reviews reviews;
    private final ReviewCourse course;
    private final ReviewOfStep about;

    DecideReviewStep(Reviews reviews, ReviewCourse course, ReviewOfStep about) {
        this.reviews = reviews;
        this.course = course;
        this.about = about;
    }

    @Override
    public String formKey() {
        return "decide-review";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return Map.of("beside", about.beside(step));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> errors = new ArrayList<>(about.refusal(step));
        if (errors.isEmpty() && !MINDED.equals(answers.text(OUTCOME))) {
            reviews.problem(about.id(step), answers.code(OUTCOME, Review.Outcome.class))
                    .ifPresent(why -> errors.add(new FieldError(OUTCOME, why)));
        }
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (MINDED.equals(answers.text(OUTCOME))) {
            course.minded(about.id(step), answers.text("mindedReasons"));
            return Map.of(OUTCOME, MINDED);
        }
        Review.Outcome outcome = answers.code(OUTCOME, Review.Outcome.class);
        reviews.decide(about.id(step), outcome, outcome == Review.Outcome.WITHDRAWN ? answers.text("withdrawnHow")
                : reasons(answers));
        return Map.of(OUTCOME, outcome.name());
    }

    private static String reasons(Answers answers) {
        String facts = answers.text("reviewFacts");
        return facts == null ? answers.text("reviewReasons")
                : facts + "\n\n" + answers.text("reviewReasons");
    }
}
