package org.threshold.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.Finding;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.FormerWork.FormerDecision;
import org.threshold.homelessness.FormerWork.FormerDuty;
import org.threshold.homelessness.FormerWork.FormerFinding;
import org.threshold.homelessness.Question;
import org.threshold.homelessness.Stage;

/** Where a case stands, read from what was done on it: the table in {@code src/docs/import.md}. */
final class Stages {

    private static final int DAYS_OF_RELIEF = 56;

    private Stages() {
    }

    /** @param stage null where nothing is left to do in the approach */
    record Standing(Stage stage, CaseStatus status) {
    }

    static Standing of(boolean applicationTaken, List<FormerFinding> findings, List<FormerDuty> duties,
                       List<FormerDecision> decisions, boolean planMade, LocalDate today) {
        Optional<FormerDuty> owed = duties.stream().filter(FormerDuty::running).findFirst();
        if (owed.isPresent()) {
            return underDuty(owed.get(), planMade, today);
        }
        Optional<FormerDuty> lastDuty = last(duties);
        Optional<FormerDecision> lastDecision = last(decisions);
        boolean decidedLast = lastDecision.isPresent() && (lastDuty.isEmpty()
                || !lastDecision.get().notifiedOn().isBefore(decidableFrom(lastDuty.get())));
        if (decidedLast) {
            return new Standing(Stage.CLOSING, lastDecision.get().outcome().status());
        }
        if (lastDuty.isPresent()) {
            return decisionFollows(lastDuty.get()) ? new Standing(Stage.DECISION, CaseStatus.MAIN_DUTY_PENDING)
                    : new Standing(null, CaseStatus.CLOSED);
        }
        return beforeAnyDuty(applicationTaken, findings);
    }

    private static Standing underDuty(FormerDuty owed, boolean planMade, LocalDate today) {
        boolean planFirst = !planMade && (owed.kind() == DutyKind.PREVENTION
                || !owed.startedOn().plusDays(DAYS_OF_RELIEF).isBefore(today.plusDays(1)));
        return switch (owed.kind()) {
            case PREVENTION -> new Standing(planFirst ? Stage.PLAN : Stage.PREVENTION, CaseStatus.PREVENTION);
            case RELIEF -> new Standing(planFirst ? Stage.PLAN : Stage.RELIEF, CaseStatus.RELIEF);
            case MAIN -> new Standing(Stage.MAIN_DUTY, CaseStatus.MAIN_DUTY);
            case S190 -> new Standing(Stage.S190, CaseStatus.INTENTIONAL_S190);
            case S193C -> new Standing(Stage.S193C, CaseStatus.S193C);
        };
    }

    /** What follows relief is often decided and notified before day 56; nobody is then to decide it again. */
    private static LocalDate decidableFrom(FormerDuty ended) {
        return ended.kind() == DutyKind.RELIEF && decisionFollows(ended) ? ended.startedOn() : ended.endedOn();
    }

    private static boolean decisionFollows(FormerDuty ended) {
        return ended.endReason().decisionFollows(ended.kind());
    }

    /** Somebody found not homeless or not eligible waits for the decision that says so. */
    private static Standing beforeAnyDuty(boolean applicationTaken, List<FormerFinding> findings) {
        boolean refused = findings.stream().anyMatch(each -> each.finding() == Finding.NO
                && (each.question() == Question.HOMELESS || each.question() == Question.ELIGIBLE));
        if (!applicationTaken) {
            return new Standing(Stage.TRIAGE, CaseStatus.TRIAGE);
        }
        return new Standing(refused ? Stage.DECISION : Stage.ASSESSMENT, CaseStatus.ASSESSMENT);
    }

    private static <T> Optional<T> last(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }
}
