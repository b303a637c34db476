package org.threshold.process.homelessness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.clock.Finding;
import org.threshold.form.FieldError;
import org.threshold.homelessness.Consequence;
import org.threshold.homelessness.Consequence.Act;
import org.threshold.homelessness.Consequence.Kind;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.ReviewConsequences;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The household hears what an overturned decision changes, and says what it needs. */
@Component
class SpeakWithHouseholdStep implements StepHandler {

    private static final Map<String, Question> FOUND = Map.of("foundHomeless", Question.HOMELESS, "foundEligible",
            Question.ELIGIBLE, "foundPriorityNeed", Question.PRIORITY_NEED, "foundIntentional", Question.INTENTIONAL);
    private static final Map<DutyKind, AccommodationFunction> UNDER = Map.of(DutyKind.MAIN, AccommodationFunction.MAIN,
            DutyKind.S190, AccommodationFunction.INTENTIONAL, DutyKind.S193C, AccommodationFunction.NON_COOPERATION);

    private final ReviewConsequences consequences;
    private final ObjectProvider<TaskService> tasks;

    SpeakWithHouseholdStep(ReviewConsequences consequences, ObjectProvider<TaskService> tasks) {
        this.consequences = consequences;
        this.tasks = tasks;
    }

    @Override
    public String formKey() {
        return "speak-with-household";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Consequence one = consequences.get(id(step));
        Map<String, Object> facts = new HashMap<>();
        facts.put("homeNeededNow", one.follows().homeNeeded() ? "yes" : "no");
        facts.put("beside", beside(consequences, one));
        return facts;
    }

    /** What was taken back and what is open again, kind by kind. */
    static Map<String, String> beside(ReviewConsequences consequences, Consequence one) {
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("Why", one.cause().title());
        Map<Kind, List<Act>> byKind = consequences.acts(one.id()).stream()
                .collect(Collectors.groupingBy(Act::kind, LinkedHashMap::new, Collectors.toList()));
        byKind.forEach((kind, acts) -> {
            String words = acts.stream().map(act -> words(consequences, act)).filter(each -> !each.isEmpty()).distinct()
                    .collect(Collectors.joining("; "));
            beside.put(kind.title(), words.isEmpty() ? "Yes" : words);
        });
        return beside;
    }

    private static String words(ReviewConsequences consequences, Act act) {
        String subject = consequences.subjectInWords(act);
        return subject == null ? act.words() == null ? "" : act.words()
                : act.words() == null ? subject : subject + ": " + act.words();
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> errors = new ArrayList<>();
        if (answers.yes("reviewFound") && FOUND.keySet().stream().noneMatch(each -> answers.text(each) != null)) {
            errors.add(new FieldError("foundHomeless", "Select what the review found on at least one of the questions"));
        }
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        long id = id(step);
        Answers answers = new Answers(values);
        boolean left = answers.yes("anythingLeft");
        boolean byHand = !consequences.takenBack(id);
        consequences.spoken(id, answers.text("spokenWords"), answers.text("toldOthers"),
                left ? answers.text("leftWords") : null);
        if (answers.yes("reviewFound")) {
            FOUND.forEach((field, question) -> {
                if (answers.text(field) != null) {
                    consequences.found(id, question, Finding.valueOf(answers.text(field)));
                }
            });
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("homeNeeded", answers.yes("homeNeededNow"));
        variables.put("cannotBeUndone", left || byHand);
        variables.put("accommodationFunction", consequences.accommodatedUnder(id).map(UNDER::get)
                .orElse(AccommodationFunction.INTERIM).name());
        variables.put("movedFrom", consequences.toMoveFrom(id).orElse(null));
        return variables;
    }

    private long id(StepContext step) {
        return (Long) tasks.getObject().getVariable(step.stepId(), ConsequenceDelegates.CONSEQUENCE);
    }
}
