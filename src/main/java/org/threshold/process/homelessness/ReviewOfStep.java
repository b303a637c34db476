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
import org.threshold.homelessness.ReviewCourse;
import org.threshold.homelessness.ReviewEvent;
import org.threshold.homelessness.Reviews;
import org.threshold.homelessness.Words;
import org.threshold.worklist.StepContext;

/** Which review a step is about, which only the process knows, and what is shown of it beside the form. */
@Component
class ReviewOfStep {

    private final Reviews reviews;
    private final ReviewCourse course;
    private final People people;
    private final ObjectProvider<TaskService> tasks;

    ReviewOfStep(Reviews reviews, ReviewCourse course, People people, ObjectProvider<TaskService> tasks) {
        this.reviews = reviews;
        this.course = course;
        this.people = people;
        this.tasks = tasks;
    }

    long id(StepContext step) {
        return (Long) tasks.getObject().getVariable(step.stepId(), ReviewDelegates.REVIEW);
    }

    /** What the reviewer's own steps refuse to anybody else. */
    List<FieldError> refusal(StepContext step) {
        return reviews.refusal(id(step)).map(why -> List.of(new FieldError("", why))).orElse(List.of());
    }

    Map<String, String> beside(StepContext step) {
        long id = id(step);
        Review.Request request = reviews.get(id).request();
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("What is reviewed", request.matter().title() + " (" + request.matter().provision() + ")");
        beside.put("Decision notified", Words.day(request.decisionNotified()));
        beside.put("Decided by", request.decidedBy().stream().map(people::nameOf).sorted()
                .collect(Collectors.joining(", ")));
        beside.put("May be decided by", reviews.whoMayDecide(id));
        course.reviewer(id).ifPresent(who -> beside.put("Reviewer", people.nameOf(who)));
        beside.put("Asked for", Words.day(request.requestedOn()) + ", " + request.form().title().toLowerCase());
        beside.put("What they say", request.what());
        if (request.late() != null) {
            beside.put("Late, taken because", request.late().reasons());
        }
        if (request.extension() != null) {
            beside.put("Longer time agreed until", Words.day(request.extension().until()));
        }
        course.of(id).stream().filter(each -> each.words() != null && each.kind() != ReviewEvent.Kind.REVIEWER)
                .forEach(each -> beside.put(each.kind().title() + ", " + Words.day(each.on()) + " (" + each.id() + ")",
                        each.answer() == null ? each.words() : each.answer() + ". " + each.words()));
        return beside;
    }
}
