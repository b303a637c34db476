package org.threshold.homelessness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.homelessness.store.ClosingStore;
import org.threshold.homelessness.store.ContactStore;
import org.threshold.homelessness.store.EndStore;
import org.threshold.homelessness.store.TriageStore;
import org.threshold.letter.Letters;

/** The ways in which an approach comes to its end. The time to ask for a review runs on after each of them. */
@Service
public class Closings {

    /** How a case stands after the last of its duties ended so; by the names of {@link EndReason}. */
    private static final Map<String, CaseStatus> AFTER = Map.of("WITHDREW", CaseStatus.WITHDRAWN, "CONTACT_LOST",
            CaseStatus.CONTACT_LOST, "LC_REFERRAL_ACCEPTED", CaseStatus.REFERRED_LC);

    private final ClosingStore store;
    private final TriageStore triages;
    private final Duties duties;
    private final DutyEndings endings;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Letters letters;
    private final ContactStore contacts;
    private final EndStore ends;
    private final CaseRecord record;

    Closings(ClosingStore store, TriageStore triages, Duties duties, DutyEndings endings, CaseFiles cases,
             CaseClocks clocks, Letters letters, ContactStore contacts, EndStore ends, CaseRecord record) {
        this.store = store;
        this.triages = triages;
        this.duties = duties;
        this.endings = endings;
        this.cases = cases;
        this.clocks = clocks;
        this.letters = letters;
        this.contacts = contacts;
        this.ends = ends;
        this.record = record;
    }

    /**
     * Ends a case with advice.
     *
     * @throws NotPossible where there is reason to believe: then only a decision under s184 may end it
     */
    @Needs(Permission.WORK_CASES)
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
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void afterDuty(CaseReference reference) {
        Duty last = duties.of(reference).stream().filter(duty -> !duty.running())
                .max(Comparator.comparing(Duty::id))
                .orElseThrow(() -> new NotPossible("No duty has ended on this case."));
        close(reference, AFTER.getOrDefault(last.endReason().name(), CaseStatus.CLOSED), "Case closed",
                last.endReason().provision(last.kind()));
    }

    /** Records what the household was told before a case without further duty is closed. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void recordHelp(CaseReference reference, String advice, String childrensServices, String notes) {
        String by = record.by();
        if (childrensServices.equals("NO_CHILD") && cases.hasDependentChild(reference)) {
            throw new NotPossible("There is a child in the household on this case.");
        }
        if (duties.running(reference, DutyKind.S190).isPresent()) {
            throw new NotPossible("This case cannot be closed yet: they still have a reasonable opportunity to find a"
                    + " home.");
        }
        store.insert(reference, advice, childrensServices, notes, by, record.now());
        record.tell(reference, "contact", "Advice and help before closing", advice);
        record.audit(reference, "closing.helpRecorded", reference, Map.of("childrensServices", childrensServices),
                "s213A");
    }

    /** Closes a case on which a decision said that no further duty is owed. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void closeCase(CaseReference reference) {
        String decided = cases.summary(reference).status().title();
        close(reference, CaseStatus.CLOSED, "Case closed. Decision: " + decided, null);
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public void dischargeMainDuty(CaseReference reference) {
        EndReason reason = endings.carryOut(reference, DutyKind.MAIN);
        close(reference, CaseStatus.DISCHARGED, "Main duty discharged", reason.provision(DutyKind.MAIN));
    }

    /** The applicant withdrew: every duty and clock ends, and a letter confirms it. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void withdrawn(CaseReference reference) {
        List<String> ended = duties.of(reference).stream().filter(Duty::running).map(Closings::withItsGround).toList();
        endings.endAllWithdrawn(reference);
        Letters.Letter letter = letters.issue(reference, "withdrawal-confirmed", LetterModels.withdrawal(record.today(),
                ended, clocks.reviewLastDay(record.today())),
                "withdrawal-" + triages.latestWithdrawal(reference).map(String::valueOf).orElse(reference.value()));
        if (!ended.isEmpty()) {
            clocks.notified(reference, "Withdrawal", letter.issuedOn());
        }
        close(reference, CaseStatus.WITHDRAWN, "Application withdrawn", "s195(8)(g), s189B(7)(f)");
    }

    /** The other council has accepted the referral, so that it owes the duty (s200). */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void referred(CaseReference reference) {
        close(reference, CaseStatus.REFERRED_LC, "Another council owes the duty now", "s200");
    }

    /** Contact was lost before any duty was owed. A letter goes out only where post is safe. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void contactLost(CaseReference reference) {
        if (contacts.safeToWrite(reference)) {
            letters.issue(reference, "contact-lost", LetterModels.contactLost(record.today()),
                    "contact-lost-" + reference.value() + "-" + record.today());
        }
        close(reference, CaseStatus.CONTACT_LOST, "Closed because contact is lost", "s195(8)(g), s189B(7)(f)");
    }

    /** The applicant has died. Nobody is written to, and no right to a review is left to run. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void deceased(CaseReference reference) {
        endings.endAllSilently(reference, EndReason.DECEASED);
        end(reference, CaseStatus.DECEASED, "Case ended: the applicant has died");
    }

    /**
     * The case should not be: it was created in error, or merged. What was recorded stays readable. What was notified
     * on a merged case can still be reviewed: joining two files takes no right from anybody (s202).
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void cancelled(CaseReference reference) {
        boolean merged = ends.cancelled(reference).orElseThrow() == Cancellations.Why.MERGED;
        endings.endAllSilently(reference, EndReason.CANCELLED);
        if (merged) {
            close(reference, CaseStatus.MERGED, "Case ended: merged into another one", null);
        } else {
            end(reference, CaseStatus.CREATED_IN_ERROR, "Case ended: created in error");
        }
    }

    /** Ends every clock too, the time to ask for a review among them. */
    private void end(CaseReference reference, CaseStatus status, String sentence) {
        clocks.endAll(reference, record.today(), sentence);
        close(reference, status, sentence, null);
    }

    private static String withItsGround(Duty duty) {
        return duty.kind().title().toLowerCase() + (duty.kind() == DutyKind.MAIN ? ""
                : " (" + EndReason.WITHDREW.provision(duty.kind()).replaceFirst("s", "section ") + ")");
    }

    private void close(CaseReference reference, CaseStatus status, String sentence, String provision) {
        record.by();
        clocks.endAllButReview(reference, record.today(), sentence);
        cases.setStatus(reference, status);
        record.tell(reference, "decision", sentence, null);
        record.audit(reference, "case.closed", reference, Map.of("status", status.name()), provision);
    }
}
