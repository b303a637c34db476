package org.threshold.charge.claim.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Words;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.ClaimCosts;
import org.threshold.charge.claim.ClaimFacts;
import org.threshold.charge.claim.Evidence;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** What the household brings, until the benefit office can decide. */
@Component
class CollectEvidenceStep extends ClaimStep {

    private static final String ITEM = "ITEM_";

    private final Clock clock;

    CollectEvidenceStep(StepVariables variables, ClaimCosts costs, BenefitClaims claims, Clock clock) {
        super(variables, costs, claims);
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "collect-evidence";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> options = new LinkedHashMap<>();
        Map<String, String> beside = about(step);
        for (Evidence item : outstanding(step)) {
            options.put(ITEM + item.id(), item.what());
            beside.put(item.what(), "asked for on " + Words.day(item.askedOn()) + ", by "
                    + Words.day(item.dueOn()));
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("options.outstanding", options);
        facts.put("beside", beside);
        return facts;
    }

    private List<Evidence> outstanding(StepContext step) {
        return claims.evidence(step.caseReference(), claim(step)).stream().filter(Evidence::outstanding).toList();
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        LocalDate today = LocalDate.now(clock);
        LocalDate came = day(answers);
        if (came.isAfter(today) || chosen(step, answers).stream().anyMatch(item -> came.isBefore(item.askedOn()))) {
            return List.of(new FieldError("receivedOn",
                    "The day on which it came is between the day on which it was asked for and today"));
        }
        boolean all = chosen(step, answers).size() == outstanding(step).size();
        String state = answers.text("evidenceState");
        if ("ALL".equals(state) && !all) {
            return List.of(new FieldError("received", "Tick everything that was brought, or say that something is"
                    + " missing"));
        }
        if ("WAIT".equals(state) && all) {
            return List.of(new FieldError("evidenceState", "Everything on the list was brought"));
        }
        LocalDate longer = answers.day("longerUntil");
        return longer != null && longer.isBefore(today)
                ? List.of(new FieldError("longerUntil", "The day until which they have time must be today or later"))
                : List.of();
    }

    private List<Evidence> chosen(StepContext step, Answers answers) {
        Set<String> codes = Set.copyOf(answers.codes("received"));
        return outstanding(step).stream().filter(item -> codes.contains(ITEM + item.id())).toList();
    }

    private LocalDate day(Answers answers) {
        return Objects.requireNonNullElse(answers.day("receivedOn"), LocalDate.now(clock));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Set<Long> received = chosen(step, answers).stream().map(Evidence::id).collect(Collectors.toSet());
        LocalDate longer = answers.day("longerUntil");
        boolean complete = claims.receive(step.caseReference(), placement(step), received, day(answers), longer,
                answers.text("evidenceWords"));
        Map<String, Object> facts = new HashMap<>(Map.of("evidenceThere", complete));
        if (!complete) {
            // The reminders still count from the day on which it was asked for.
            facts.putAll(ClaimFacts.evidence(outstanding(step).get(0).askedOn(), longer));
        }
        return facts;
    }
}
