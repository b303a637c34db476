package org.threshold.process.homelessness;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.ReviewCourse;
import org.threshold.process.steps.FirstOwner;

/** What only the reviewer may do is the reviewer's from the start, whatever team they are in. */
@Component
class ReviewerOwnsSteps implements FirstOwner {

    private static final Set<String> STEPS = Set.of("task_examineReview", "task_hearReview", "task_decideReview");

    private final ObjectProvider<ReviewCourse> course;

    ReviewerOwnsSteps(ObjectProvider<ReviewCourse> course) {
        this.course = course;
    }

    @Override
    public Optional<String> of(DelegateTask step) {
        Object review = STEPS.contains(step.getTaskDefinitionKey()) ? step.getVariable(ReviewDelegates.REVIEW) : null;
        return review == null ? Optional.empty() : course.getObject().reviewer((Long) review);
    }
}
