package org.threshold.process.homelessness;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.ReviewTimes;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The last day comes near: the decision comes in time, or longer time was agreed in writing (reg 9(1)). */
@Component
class ReviewInTimeStep implements StepHandler {

    private final ReviewTimes times;
    private final ReviewOfStep about;

    ReviewInTimeStep(ReviewTimes times, ReviewOfStep about) {
        this.times = times;
        this.about = about;
    }

    @Override
    public String formKey() {
        return "see-review-in-time";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return Map.of("beside", about.beside(step));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return !longer(answers) ? List.of() : times.problem(about.id(step), answers.day("agreedOn"),
                answers.day("agreedUntil")).map(why -> List.of(new FieldError("agreedUntil", why))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (longer(answers)) {
            times.extend(about.id(step), answers.day("agreedOn"), answers.day("agreedUntil"), answers.text("agreedWhere"));
        } else {
            times.seen(about.id(step), answers.text("inTimeHow"));
        }
        return Map.of();
    }

    private static boolean longer(Answers answers) {
        return "LONGER".equals(answers.text("reviewInTime"));
    }
}
