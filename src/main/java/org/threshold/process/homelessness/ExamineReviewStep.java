package org.threshold.process.homelessness;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.ReviewCourse;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What the reviewer finds of the original decision, and what they are minded to decide (reg 7). */
@Component
class ExamineReviewStep implements StepHandler {

    private final ReviewCourse course;
    private final ReviewOfStep about;

    ExamineReviewStep(ReviewCourse course, ReviewOfStep about) {
        this.course = course;
        this.about = about;
    }

    @Override
    public String formKey() {
        return "examine-review";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return Map.of("beside", about.beside(step));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> answers) {
        return about.refusal(step);
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean deficient = answers.yes("decisionDeficient");
        boolean against = deficient && "AGAINST".equals(answers.text("reviewMinded"));
        course.examined(about.id(step), deficient ? answers.text("deficiency") : null,
                against ? answers.text("mindedReasons") : null);
        return Map.of("mindedTo", against);
    }
}
