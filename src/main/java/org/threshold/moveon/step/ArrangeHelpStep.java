package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.Sustainment.Found;
import org.threshold.moveon.Sustainment.Outcome;
import org.threshold.moveon.Sustainments;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Who helps a household to keep its home, and by when. */
@Component
class ArrangeHelpStep implements StepHandler {

    private final Sustainments sustainments;
    private final Clock clock;

    ArrangeHelpStep(Sustainments sustainments, Clock clock) {
        this.sustainments = sustainments;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "arrange-help";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        sustainments.of(step.caseReference()).stream().findFirst().ifPresent(home -> {
            beside.put("New home", home.address());
            home.checks().stream().filter(check -> check.outcome() == Outcome.HELP).reduce((earlier, later) -> later)
                    .ifPresent(check -> beside.put("What was found", check.found().stream().map(Found::words)
                            .collect(Collectors.joining(", ")) + ". " + check.words()));
        });
        return Map.of("beside", beside);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        LocalDate by = new Answers(values).day("helpBy");
        return by == null || !by.isBefore(LocalDate.now(clock)) ? List.of()
                : List.of(new FieldError("helpBy", "The day must be today or in the future"));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        sustainments.helpArranged(step.caseReference(), answers.text("helper"), answers.day("helpBy"),
                answers.text("words"));
        return Map.of();
    }
}
