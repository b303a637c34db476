package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.store.LinkStore;

/**
 * Takes up a finished case again at a stage. What the law has ended stays ended: a duty is taken up again only where
 * its end itself was wrong, because they had not withdrawn, were not lost, or had not died; its clock then counts from
 * its true first day, as if it had never stopped.
 */
@Service
@Needs(Permission.REOPEN_CASE)
public class Reopenings {

    /** The stages at which an officer may ask to go on. */
    public static final List<Stage> STAGES = List.of(Stage.TRIAGE, Stage.ASSESSMENT, Stage.PREVENTION, Stage.RELIEF,
            Stage.DECISION, Stage.MAIN_DUTY, Stage.CLOSING);

    private static final Map<Stage, DutyKind> DUTY = Map.of(Stage.PREVENTION, DutyKind.PREVENTION, Stage.RELIEF,
            DutyKind.RELIEF, Stage.MAIN_DUTY, DutyKind.MAIN);
    /** Ends that are nothing but a recorded event, so that the duty goes on when it did not happen. */
    private static final Set<EndReason> EVENTS = Set.of(EndReason.WITHDREW, EndReason.CONTACT_LOST, EndReason.DECEASED);
    /** What is reviewed when the end of a duty is; a review that overturns it lets the duty go on. */
    private static final Map<DutyKind, Set<ReviewMatter>> OF_END = Map.of(
            DutyKind.PREVENTION, Set.of(ReviewMatter.PREVENTION_ENDED, ReviewMatter.NON_COOPERATION_PREVENTION),
            DutyKind.RELIEF, Set.of(ReviewMatter.RELIEF_ENDED, ReviewMatter.NON_COOPERATION_RELIEF),
            DutyKind.MAIN, Set.of(ReviewMatter.DUTY_OWED));
    /** Relief that ended like this leaves a decision to be made. */
    private static final Set<String> DECISION_FOLLOWS = Set.of("ELAPSED_56", "IH_FROM_ACCOMMODATION",
            "REFUSED_COOPERATE", "REFUSED_OFFER");

    private final LinkStore store;
    private final CaseDetails details;
    private final CaseFiles cases;
    private final Duties duties;
    private final Decisions decisions;
    private final Triages triages;
    private final CaseClocks clocks;
    private final Reviews reviews;
    private final ApproachProcess process;
    private final CaseRecord record;

    Reopenings(LinkStore store, CaseDetails details, CaseFiles cases, Duties duties, Decisions decisions,
               Triages triages, CaseClocks clocks, Reviews reviews, ApproachProcess process,
               CaseRecord record) {
        this.store = store;
        this.details = details;
        this.cases = cases;
        this.duties = duties;
        this.decisions = decisions;
        this.triages = triages;
        this.clocks = clocks;
        this.reviews = reviews;
        this.process = process;
        this.record = record;
    }

    /**
     * Why the case cannot go on at that stage, as a sentence; empty when it can.
     *
     * @param deathWrong the officer says that the applicant has not died
     */
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference, Stage stage, boolean deathWrong) {
        CaseFile file = details.of(reference);
        if (process.runs(reference)) {
            return Optional.of("This approach has not finished, so there is nothing to take up again.");
        }
        if (file.status() == CaseStatus.MERGED || file.status() == CaseStatus.CREATED_IN_ERROR) {
            return Optional.of("A case that is “" + file.status().title() + "” is not taken up again.");
        }
        if (file.status() == CaseStatus.DECEASED && !deathWrong) {
            return Optional.of("The applicant has died. Take a new application for someone of the household, or say"
                    + " that the record of the death was wrong.");
        }
        if (file.status() == CaseStatus.REFERRED_LC) {
            return Optional.of("Another council owes the duty now. Take a new application.");
        }
        return DUTY.containsKey(stage) ? dutyRefusal(file, DUTY.get(stage)) : stageRefusal(file, stage);
    }

    private Optional<String> dutyRefusal(CaseFile file, DutyKind kind) {
        Optional<Duty> last = last(file.reference(), kind);
        String name = kind.title().toLowerCase();
        if (last.isEmpty()) {
            return Optional.of("No " + name + " was ever owed on this case.");
        }
        Duty duty = last.get();
        boolean latest = duties.of(file.reference()).stream().allMatch(other -> other.id() <= duty.id());
        if (latest && (duty.running() || EVENTS.contains(duty.endReason()) || mainDutyWithdrawn(file, duty)
                || overturned(file.reference(), OF_END.getOrDefault(kind, Set.of()), duty.endedOn()))) {
            return Optional.empty();
        }
        return Optional.of(duty.running() ? "Another duty followed the " + name + ". Take up that one."
                : "The " + name + " ended on " + Words.day(duty.endedOn()) + ": "
                + duty.endReason().words() + ". A duty that has ended is not taken up again. Take a new application, or"
                + " let the end be reviewed.");
    }

    /** Whether a review has overturned what was notified then or later (s203). */
    private boolean overturned(CaseReference reference, Set<ReviewMatter> matters, LocalDate notified) {
        return reviews.of(reference).stream().filter(review -> review.result() != null
                        && review.result().outcome() == Review.Outcome.OVERTURNED)
                .anyMatch(review -> matters.contains(review.request().matter())
                        && !review.request().decisionNotified().isBefore(notified));
    }

    /** What a main duty ends with says the same of a withdrawal and of a refusal; the case tells them apart. */
    private static boolean mainDutyWithdrawn(CaseFile file, Duty duty) {
        return Set.of(EndReason.REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT, EndReason.WITHDREW).contains(duty.endReason())
                && file.status() == CaseStatus.WITHDRAWN;
    }

    private Optional<String> stageRefusal(CaseFile file, Stage stage) {
        CaseReference reference = file.reference();
        Optional<Decision> issued = decisions.of(reference).stream()
                .filter(made -> made.status() == Decision.Status.ISSUED).reduce((first, second) -> second);
        if (stage == Stage.CLOSING) {
            return issued.isPresent() && duties.of(reference).stream().noneMatch(Duty::running) ? Optional.empty()
                    : Optional.of("No decision was issued that leaves only the closing to be done.");
        }
        if (issued.isPresent() && stage == Stage.DECISION && overturned(reference,
                Set.of(ReviewMatter.DUTY_OWED, ReviewMatter.ELIGIBILITY), issued.get().issuedOn())) {
            return Optional.empty();
        }
        if (issued.isPresent()) {
            return Optional.of("A decision was issued on " + Words.day(issued.get().issuedOn()) + ". It stands until a"
                    + " review changes it. Take a new application where the facts are new.");
        }
        if (stage == Stage.DECISION) {
            return decisionIsDue(reference) ? Optional.empty() : Optional.of("No decision is due on this case: no"
                    + " relief duty has ended that leaves one to be made.");
        }
        if (!duties.of(reference).isEmpty()) {
            return Optional.of("A duty was owed on this case, so the assessment is done. Take up the duty, or take a new"
                    + " application.");
        }
        if (stage == Stage.ASSESSMENT && !triages.latest(reference).map(Triage::reasonToBelieve).orElse(false)) {
            return Optional.of("Triage found no reason to believe on this case. Go on at triage.");
        }
        return Optional.empty();
    }

    private boolean decisionIsDue(CaseReference reference) {
        return last(reference, DutyKind.RELIEF).filter(duty -> !duty.running())
                .map(duty -> DECISION_FOLLOWS.contains(duty.endReason().name())).orElse(false);
    }

    private Optional<Duty> last(CaseReference reference, DutyKind kind) {
        return duties.of(reference).stream().filter(duty -> duty.kind() == kind)
                .max(Comparator.comparing(Duty::id));
    }

    /** @throws NotPossible with the words of {@link #refusal} */
    @Transactional
    public void reopen(CaseReference reference, Stage stage, String reason, boolean deathWrong) {
        String by = record.by();
        refusal(reference, stage, deathWrong).ifPresent(why -> {
            throw new NotPossible(why);
        });
        CaseFile before = details.of(reference);
        store.insertReopening(reference, stage, before.status(), reason, by, record.now());
        record.tell(reference, "decision", "Taken up again at: " + Words.stage(stage), reason);
        record.audit(reference, "case.reopened", reference, Map.of("stage", stage.name(), "statusBefore",
                before.status().name()), reason, null);
        resume(before, stage);
        if (before.status() == CaseStatus.DECEASED) {
            reviews.goOn(reference);
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", before.team());
        variables.put("lane", "STANDARD");
        process.startAt(reference, stage, variables);
    }

    private void resume(CaseFile file, Stage stage) {
        CaseReference reference = file.reference();
        switch (stage) {
            case TRIAGE, ASSESSMENT -> {
                clocks.start(reference, ClockKind.INQUIRIES, LocalDate.ofInstant(file.openedAt(), ServiceClock.LONDON));
                cases.setStatus(reference, stage == Stage.TRIAGE ? CaseStatus.TRIAGE : CaseStatus.ASSESSMENT);
            }
            case DECISION -> {
                last(reference, DutyKind.RELIEF).ifPresent(relief ->
                        clocks.start(reference, ClockKind.MAIN_DUTY_DECISION, relief.endedOn()));
                cases.setStatus(reference, CaseStatus.MAIN_DUTY_PENDING);
            }
            case CLOSING -> decisions.of(reference).stream()
                    .filter(made -> made.status() == Decision.Status.ISSUED).reduce((first, second) -> second)
                    .ifPresent(made -> cases.setStatus(reference, made.outcome().status()));
            default -> duties.accept(reference, DUTY.get(stage),
                    last(reference, DUTY.get(stage)).orElseThrow().startedOn());
        }
    }
}
