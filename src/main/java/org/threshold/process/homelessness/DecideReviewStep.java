package org.threshold.process.homelessness;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Review;
import org.threshold.homelessness.Reviews;
import org.threshold.homelessness.Words;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The independent reviewer's decision. Which review it is about, only the process knows. */
@Component
class DecideReviewStep implements StepHandler {

    private static final String OUTCOME = "reviewOutcome";

    private final Reviews reviews;
    private final People people;
    private final ObjectProvider<TaskService> tasks;

    DecideReviewStep(Reviews reviews, People people, ObjectProvider<TaskService> tasks) {
        this.reviews = reviews;
        this.people = people;
        this.tasks = tasks;
    }

    @Override
    public String formKey() {
        return "decide-review";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Review.Request request = reviews.get(review(step)).request();
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("What is reviewed", request.matter().title() + " (" + request.matter().provision() + ")");
        beside.put("Decision notified", Words.day(request.decisionNotified()));
        beside.put("Decided by", request.decidedBy().stream().map(people::nameOf).sorted()
                .collect(Collectors.joining(", ")));
        beside.put("May be decided by", reviews.whoMayDecide(review(step)));
        beside.put("Asked for", Words.day(request.requestedOn()) + ", " + request.form().title().toLowerCase());
        beside.put("What they say", request.what());
        if (request.late() != null) {
            beside.put("Late, taken because", request.late().reasons());
        }
        if (request.extension() != null) {
            beside.put("Longer time agreed until", Words.day(request.extension().until()));
        }
        return Map.of("beside", beside);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> answers) {
        return reviews.refusal(review(step)).map(why -> List.of(new FieldError("", why))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> answers) {
        Review.Outcome outcome = Review.Outcome.valueOf((String) answers.get(OUTCOME));
        reviews.decide(review(step), outcome, (String) answers.get(outcome == Review.Outcome.WITHDRAWN
                ? "withdrawnHow" : "reviewReasons"));
        return Map.of(OUTCOME, outcome.name());
    }

    private long review(StepContext step) {
        return (Long) tasks.getObject().getVariable(step.stepId(), ReviewDelegates.REVIEW);
    }
}
