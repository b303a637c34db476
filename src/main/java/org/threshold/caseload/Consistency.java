package org.threshold.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.clock.Finding;
import org.threshold.homelessness.DecisionOutcome;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.FormerWork;
import org.threshold.homelessness.FormerWork.FormerDecision;
import org.threshold.homelessness.FormerWork.FormerDuty;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.Stage;

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
        referralThatWaits();
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
        for (Row each : rows.of(Sheet.DECISIONS)) {
            LocalDate notified = reading.of(each).day("notified_on");
            if (notified != null && notified.isBefore(work.approachedOn())) {
                reading.of(each).refuse("notified_on", "The decision was notified before the household came to the"
                        + " council.", "Check notified_on, and opened_on in cases.csv.");
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
        for (FormerDecision each : work.decisions()) {
            DutyKind owed = owedAfter(each.outcome());
            if (owed != null && work.duties().stream().noneMatch(duty -> duty.kind() == owed)) {
                row(Sheet.DECISIONS).refuse("outcome", "The " + (owed == DutyKind.MAIN ? "main duty"
                        : owed.title().toLowerCase()) + " was decided, but duties.csv does not have it.",
                        "Add the duty " + owed + " with its first day.");
            }
        }
    }

    private static DutyKind owedAfter(DecisionOutcome outcome) {
        return switch (outcome) {
            case MAIN_DUTY -> DutyKind.MAIN;
            case INTENTIONAL -> DutyKind.S190;
            case S193C -> DutyKind.S193C;
            default -> null;
        };
    }

    /** Until the other council answers they are owed accommodation (s199A(2), s200(1)): no step here stands for that. */
    private void referralThatWaits() {
        if (work.stage() == Stage.CLOSING && !work.decisions().isEmpty()
                && work.decisions().get(work.decisions().size() - 1).outcome() == DecisionOutcome.REFERRAL) {
            row(Sheet.DECISIONS).refuse("outcome", "The referral of this household waits for the other council, or its"
                    + " answer is not in the files.", "Bring the household over when the answer is there: with the main"
                    + " duty where it was refused. Leave it out where it was accepted.");
        }
    }

    private void somethingIsLeftToDo() {
        if (work.stage() == null && work.reviews().isEmpty()) {
            row(Sheet.CASES).refuse(null, "Nothing is left to do on this case: its last duty has ended, no decision is"
                    + " due and no review runs.", "Leave the household out. Only live cases are brought over.");
        }
    }
}
