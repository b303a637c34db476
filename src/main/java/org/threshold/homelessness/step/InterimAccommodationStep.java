package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.InterimArrangement;
import org.threshold.homelessness.Triage;
import org.threshold.homelessness.Triages;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** A place to stay today under s188(1). */
@Component
class InterimAccommodationStep implements StepHandler {

    private final Triages triages;
    private final Clock clock;

    InterimAccommodationStep(Triages triages, Clock clock) {
        this.triages = triages;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "arrange-interim-accommodation";
    }

    /** Bed and breakfast is never for someone of 16 or 17 (Homelessness Code of Guidance, chapter 17). */
    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        LocalDate from = answers.day("interimFrom");
        if (from != null && from.isAfter(LocalDate.now(clock))) {
            return List.of(new FieldError("interimFrom", "Interim accommodation is due today. Enter today’s date or an"
                    + " earlier one"));
        }
        boolean young = triages.latest(step.caseReference()).map(Triage::aged16or17).orElse(false);
        if (young && "BB_SHARED_ANNEXE".equals(answers.text("interimType"))) {
            return List.of(new FieldError("interimType", "Bed and breakfast must not be used for someone of 16 or 17."
                    + " Choose somewhere else"));
        }
        return List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        triages.arrangeInterim(step.caseReference(), new InterimArrangement(answers.text("interimOutcome"),
                answers.text("interimAddress"), answers.text("interimType"), answers.day("interimFrom"),
                answers.yesNo("interimInDistrict"), answers.text("interimSuitability"),
                answers.text("interimWhyNot")));
        return Map.of();
    }
}
