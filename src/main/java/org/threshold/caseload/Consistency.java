package org.threshold.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.clock.Finding;
import org.threshold.homelessness.DecisionOutcome;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.FormerWork;
import org.threshold.homelessness.FormerWork.FormerDuty;
import org.threshold.homelessness.Question;

/** Whether what the files say of one household can all be true. */
final class Consistency {

    private final HouseholdRows rows;
    private final Reading reading;
    private final FormerWork work;

    Consistency(HouseholdRows rows, Reading reading, FormerWork work) {
        this.rows = rows;
        this.reading = reading;
        this.work = work;
    }

    void check() {
        oneDutyAtATime();
        nothingBeforeTheApproach();
        decisionsBehindDuties();
        reliefAfterPrevention();
        decisionThatOwesADuty();
        somethingIsLeftToDo();
    }

    private RowReader row(Sheet sheet) {
        return reading.of(rows.of(sheet).get(0));
    }

    private List<FormerDuty> owed() {
        return work.duties().stream().filter(FormerDuty::running).toList();
    }

    private void oneDutyAtATime() {
        if (owed().size() > 1) {
            row(Sheet.DUTIES).refuse("ended_on", "Two duties are owed at once: " + owed().get(0).kind().title()
                    .toLowerCase() + " and " + owed().get(1).kind().title().toLowerCase() + ".",
                    "Enter when and why the earlier one ended.");
        }
    }

    private void nothingBeforeTheApproach() {
        for (Row each : rows.of(Sheet.DUTIES)) {
            LocalDate started = reading.of(each).day("started_on");
            if (started != null && started.isBefore(work.approachedOn())) {
                reading.of(each).refuse("started_on", "The duty starts before the household came to the council.",
                        "Check started_on, and opened_on in cases.csv.");
            }
        }
    }

    /** The main duty and the duty of s190 come from a decision, which the file must hold for its review right. */
    private void decisionsBehindDuties() {
        for (FormerDuty duty : owed()) {
            DecisionOutcome needed = duty.kind() == DutyKind.MAIN ? DecisionOutcome.MAIN_DUTY
                    : duty.kind() == DutyKind.S190 ? DecisionOutcome.INTENTIONAL : null;
            if (needed != null && work.decisions().stream().noneMatch(each -> each.outcome() == needed)) {
                row(Sheet.DUTIES).refuse("duty", "The " + duty.kind().title().toLowerCase() + " has no decision.",
                        "Add the decision with the outcome " + needed + " to decisions.csv.");
            }
            boolean forHomeless = duty.kind() == DutyKind.RELIEF || duty.kind() == DutyKind.MAIN;
            if (forHomeless && found(Question.HOMELESS) == Finding.NO) {
                row(Sheet.CASES).refuse("homeless", "A duty is owed to somebody recorded as not homeless.",
                        "Correct the finding, or end the duty.");
            }
            if (found(Question.ELIGIBLE) == Finding.NO) {
                row(Sheet.CASES).refuse("eligible", "A duty is owed to somebody recorded as not eligible.",
                        "Correct the finding, or end the duty.");
            }
        }
    }

    private Finding found(Question question) {
        return work.findings().stream().filter(each -> each.question() == question)
                .map(FormerWork.FormerFinding::finding).findFirst().orElse(Finding.UNDECIDED);
    }

    private void reliefAfterPrevention() {
        Optional<FormerDuty> becameHomeless = work.duties().stream()
                .filter(duty -> duty.endReason() == EndReason.HOMELESS).findFirst();
        if (becameHomeless.isPresent()
                && work.duties().stream().noneMatch(duty -> duty.kind() == DutyKind.RELIEF)) {
            row(Sheet.DUTIES).refuse("end_reason",
                    "Prevention ended because they became homeless, but no relief duty followed.",
                    "Add the relief duty with its first day.");
        }
    }

    private void decisionThatOwesADuty() {
        boolean mainDecided = work.decisions().stream()
                .anyMatch(each -> each.outcome() == DecisionOutcome.MAIN_DUTY);
        if (mainDecided && work.duties().stream().noneMatch(duty -> duty.kind() == DutyKind.MAIN)) {
            row(Sheet.DECISIONS).refuse("outcome", "The main duty was decided, but duties.csv does not have it.",
                    "Add the main duty with its first day.");
        }
    }

    private void somethingIsLeftToDo() {
        if (work.stage() == null && work.reviews().isEmpty()) {
            row(Sheet.CASES).refuse(null, "Nothing is left to do on this case: its last duty has ended, no decision is"
                    + " due and no review runs.", "Leave the household out. Only live cases are brought over.");
        }
    }
}
