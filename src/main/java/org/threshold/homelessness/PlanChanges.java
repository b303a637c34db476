package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is different between two versions of a plan, in sentences for the applicant. A step is known by its words. */
final class PlanChanges {

    private PlanChanges() {
    }

    static List<String> between(HousingPlan before, HousingPlan after) {
        List<String> changes = new ArrayList<>();
        for (PlanStep step : after.steps()) {
            Optional<PlanStep> old = same(before, step);
            if (old.isEmpty()) {
                changes.add("New: " + step.what());
            } else {
                changed(old.get(), step).ifPresent(how -> changes.add("Changed: " + step.what() + " (" + how + ")"));
            }
        }
        before.steps().stream().filter(step -> same(after, step).isEmpty())
                .forEach(step -> changes.add("No longer in the plan: " + step.what()));
        return changes;
    }

    private static Optional<PlanStep> same(HousingPlan plan, PlanStep step) {
        return plan.steps().stream().filter(each -> each.who() == step.who()
                && each.what().strip().equalsIgnoreCase(step.what().strip())).findFirst();
    }

    private static Optional<String> changed(PlanStep before, PlanStep after) {
        List<String> how = new ArrayList<>();
        if (!before.by().equals(after.by())) {
            how.add("by " + Words.day(after.by()) + " instead of " + Words.day(before.by()));
        }
        if (before.kind() != after.kind()) {
            how.add(after.kind() == PlanStep.Kind.MANDATORY ? "we now require it" : "we no longer require it");
        }
        if (before.agreed() != after.agreed()) {
            how.add(after.agreed() ? "now agreed" : "no longer agreed");
        }
        return how.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", how));
    }
}
