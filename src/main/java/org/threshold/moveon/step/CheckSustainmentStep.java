package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.Sustainment.Found;
import org.threshold.moveon.Sustainment.Outcome;
import org.threshold.moveon.Sustainments;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** How it goes in the settled home: at 4 weeks, 12 weeks and 6 months. */
@Component
class CheckSustainmentStep implements StepHandler {

    private final Sustainments sustainments;
    private final Clock clock;

    CheckSustainmentStep(Sustainments sustainments, Clock clock) {
        this.sustainments = sustainments;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "check-sustainment";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        sustainments.open(step.caseReference()).ifPresent(home -> {
            beside.put("New home", home.address());
            beside.put("Moved in on", Words.day(home.from()));
            home.next().ifPresent(round -> beside.put("This check is", round.words()));
            home.checks().stream().reduce((earlier, later) -> later).ifPresent(last -> beside.put("Noted last",
                    last.outcome().words() + ". " + last.words()));
        });
        if (sustainments.approachRuns(step.caseReference())) {
            beside.put("Approach", "It still runs. Trouble with the home belongs on it");
        }
        return Map.of("beside", beside);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        List<FieldError> problems = new ArrayList<>();
        Answers answers = new Answers(values);
        LocalDate again = answers.day("tryAgainOn");
        if (again != null && !again.isAfter(LocalDate.now(clock))) {
            problems.add(new FieldError("tryAgainOn", "The day must be in the future"));
        }
        boolean grave = answers.codes("found").stream().map(Found::valueOf)
                .anyMatch(found -> found == Found.NOT_SAFE || found == Found.NOTICE);
        if (grave && outcome(answers) == Outcome.WELL) {
            problems.add(new FieldError("sustainAnswer", "Somebody who is not safe, or has a landlord’s notice, needs"
                    + " more than a check"));
        }
        return problems;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Outcome outcome = outcome(answers);
        sustainments.check(step.caseReference(), outcome, answers.codes("found").stream().map(Found::valueOf).toList(),
                answers.text("words"), outcome == Outcome.NOT_REACHED ? answers.day("tryAgainOn") : null);
        return Map.of();
    }

    private static Outcome outcome(Answers answers) {
        return answers.code("sustainAnswer", Outcome.class);
    }
}
