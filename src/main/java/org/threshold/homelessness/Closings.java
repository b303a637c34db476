package org.threshold.homelessness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.store.ClosingStore;
import org.threshold.homelessness.store.TriageStore;
import org.threshold.letter.Letters;

/** The ways in which an approach comes to its end. The time to ask for a review runs on after each of them. */
@Service
public class Closings {

    private final ClosingStore store;
    private final TriageStore triages;
    private final Duties duties;
    private final DutyEndings endings;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Letters letters;
    private final CaseRecord record;

    Closings(ClosingStore store, TriageStore triages, Duties duties, DutyEndings endings, CaseFiles cases,
             CaseClocks clocks, Letters letters, CaseRecord record) {
        this.store = store;
        this.triages = triages;
        this.duties = duties;
        this.endings = endings;
        this.cases = cases;
        this.clocks = clocks;
        this.letters = letters;
        this.record = record;
    }

    /**
     * Ends a case with advice.
     *
     * @throws NotPossible where there is reason to believe: then only a decision under s184 may end it
     */
    @Transactional
    public void adviceOnly(CaseReference reference) {
        if (triages.latest(reference).map(Triage::reasonToBelieve).orElse(true)) {
            throw new NotPossible("This case cannot end with advice only, because there is reason to believe that they"
                    + " may be homeless or threatened with homelessness.");
        }
        triages.latestAdvice(reference).ifPresent(advice -> letters.issue(reference, "advice-given",
                LetterModels.advice(advice), "advice-" + reference.value()));
        close(reference, CaseStatus.ADVICE_ONLY, "Closed with advice", "s179");
    }

    /** Closes the case after its prevention or relief duty ended and nothing more is owed. */
    @Transactional
    public void afterDuty(CaseReference reference) {
        Duty last = duties.of(reference).stream().filter(duty -> !duty.running())
                .max(Comparator.comparing(Duty::id))
                .orElseThrow(() -> new NotPossible("No duty has ended on this case."));
        boolean withdrew = last.endReason() == EndReason.WITHDREW;
        close(reference, withdrew ? CaseStatus.WITHDRAWN : CaseStatus.CLOSED, "Case closed",
                last.endReason().provision(last.kind()));
    }

    /** Records what the household was told before a case without further duty is closed. */
    @Transactional
    public void recordHelp(CaseReference reference, String advice, String childrensServices, String notes) {
        String by = record.caseworker();
        if (childrensServices.equals("NO_CHILD") && cases.hasDependentChild(reference)) {
            throw new NotPossible("There is a child in the household on this case.");
        }
        store.insert(reference, advice, childrensServices, notes, by, record.now());
        record.tell(reference, "contact", "Advice and help before closing", advice);
        record.audit(reference, "closing.helpRecorded", reference, Map.of("childrensServices", childrensServices),
                "s213A");
    }

    /** Closes a case on which a decision said that no further duty is owed. */
    @Transactional
    public void closeCase(CaseReference reference) {
        String decided = cases.summary(reference).status().title();
        close(reference, CaseStatus.CLOSED, "Case closed. Decision: " + decided, null);
    }

    @Transactional
    public void dischargeMainDuty(CaseReference reference) {
        EndReason reason = endings.carryOut(reference, DutyKind.MAIN);
        close(reference, CaseStatus.DISCHARGED, "Main duty discharged", reason.provision(DutyKind.MAIN));
    }

    /** The applicant withdrew: every duty and clock ends, and a letter confirms it. */
    @Transactional
    public void withdrawn(CaseReference reference) {
        List<String> ended = duties.of(reference).stream().filter(Duty::running).map(Closings::withItsGround).toList();
        endings.endAllWithdrawn(reference);
        Letters.Letter letter = letters.issue(reference, "withdrawal-confirmed", LetterModels.withdrawal(record.today(),
                ended, clocks.reviewLastDay(record.today())), "withdrawal-" + reference.value());
        if (!ended.isEmpty()) {
            clocks.notified(reference, "Withdrawal", letter.issuedOn());
        }
        close(reference, CaseStatus.WITHDRAWN, "Application withdrawn", "s195(8)(g), s189B(7)(f)");
    }

    private static String withItsGround(Duty duty) {
        return duty.kind().title().toLowerCase() + (duty.kind() == DutyKind.MAIN ? ""
                : " (" + EndReason.WITHDREW.provision(duty.kind()).replaceFirst("s", "section ") + ")");
    }

    private void close(CaseReference reference, CaseStatus status, String sentence, String provision) {
        record.caseworker();
        clocks.endAllButReview(reference, record.today(), sentence);
        cases.setStatus(reference, status);
        record.tell(reference, "decision", sentence, null);
        record.audit(reference, "case.closed", reference, Map.of("status", status.name()), provision);
    }
}
