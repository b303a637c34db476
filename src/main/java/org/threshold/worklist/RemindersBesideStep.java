package org.threshold.worklist;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.access.People;

/** Whoever opens the step sees who asked about it, and what. */
@Component
class RemindersBesideStep implements StepAside {

    private final StepReminders reminders;
    private final People people;

    RemindersBesideStep(StepReminders reminders, People people) {
        this.reminders = reminders;
        this.people = people;
    }

    @Override
    public Optional<Block> beside(OpenStep step) {
        List<String> lines = reminders.of(step.caseReference(), step.stepId()).stream().limit(3)
                .map(each -> people.nameOf(each.by()) + " to " + people.nameOf(each.owner()) + ", "
                        + StepWords.when(each.at()) + ": " + each.words()).toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Block("Reminders", lines, "Open the case",
                "/cases/" + step.caseReference()));
    }
}
