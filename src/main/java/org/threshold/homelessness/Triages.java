package org.threshold.homelessness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Contacts;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.store.TriageStore;

/** What is done before any duty is decided: triage, advice, and accommodation for tonight. */
@Service
public class Triages {

    private final TriageStore store;
    private final CaseFiles cases;
    private final Contacts contacts;
    private final CaseClocks clocks;
    private final CaseRecord record;
    private final AtRisk atRisk;

    Triages(TriageStore store, CaseFiles cases, Contacts contacts, CaseClocks clocks, CaseRecord record, AtRisk atRisk) {
        this.store = store;
        this.cases = cases;
        this.contacts = contacts;
        this.clocks = clocks;
        this.record = record;
        this.atRisk = atRisk;
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Triage> latest(CaseReference reference) {
        return store.latest(reference);
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<InterimArrangement> interim(CaseReference reference) {
        return store.latestInterim(reference);
    }

    /**
     * Records the triage. Where there is a risk of domestic abuse or hate crime, the record is restricted with it.
     *
     * @throws NotPossible when they have nowhere to stay tonight and yet there is said to be no reason to believe
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void record(CaseReference reference, Triage triage) {
        String by = record.by();
        if (triage.homelessTonight() && !triage.reasonToBelieve()) {
            throw new NotPossible("They have nowhere safe to stay tonight, so there is reason to believe that they"
                    + " may be homeless.");
        }
        store.insert(reference, triage, by, record.now());
        if (triage.reasonToBelieve()) {
            clocks.start(reference, ClockKind.INQUIRIES, record.today());
        } else {
            clocks.end(reference, ClockKind.INQUIRIES, record.today(), "No reason to believe that they may be homeless"
                    + " or threatened with homelessness");
        }
        cases.setStatus(reference, statusAfter(triage));
        record.tell(reference, "decision", sentence(triage), triage.whyNoReason());
        record.audit(reference, "triage.recorded", reference,
                Map.of("reasonToBelieve", String.valueOf(triage.reasonToBelieve()),
                        "interimDue", String.valueOf(triage.interimDue())), triage.whyNoReason(), "s184(1)");
        if (triage.whyNoInterim() != null) {
            record.tell(reference, "decision", "Interim accommodation is not due", triage.whyNoInterim());
            record.audit(reference, "interim.notDue", reference,
                    Map.of("missing", String.join(" ", triage.interimNotDueAs())), triage.whyNoInterim(), "s188(1)");
        }
        atRisk.restrict(reference, triage.domesticAbuse(), triage.hateCrime());
    }

    private static CaseStatus statusAfter(Triage triage) {
        if (triage.reasonToBelieve()) {
            return CaseStatus.ASSESSMENT;
        }
        return triage.diaryDate() != null ? CaseStatus.NOT_WITHIN_56_DAYS : CaseStatus.ADVICE_ONLY;
    }

    private static String sentence(Triage triage) {
        if (!triage.reasonToBelieve()) {
            return triage.diaryDate() != null ? "Triage: not within 56 days yet; a day to contact them is in the diary"
                    : "Triage: no reason to believe that they may be homeless or threatened with homelessness";
        }
        return triage.interimDue() ? "Triage: reason to believe; interim accommodation is due today"
                : "Triage: reason to believe that they may be homeless or threatened with homelessness";
    }

    /** Records the advice that was given where no duty to inquire arises. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void advise(CaseReference reference, List<String> topics, String advice, boolean inWriting) {
        String by = record.by();
        store.insertAdvice(reference, topics, advice, inWriting, by, record.now());
        record.tell(reference, "contact", "Advice given" + (inWriting ? ", in writing" : ""), advice);
        record.audit(reference, "advice.given", reference, Map.of("topics", String.join(" ", topics)), "s179");
    }

    /** While advising, the officer came to believe that they may be homeless or threatened: inquiries are due. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void adviceFoundReason(CaseReference reference) {
        record.by();
        clocks.start(reference, ClockKind.INQUIRIES, record.today());
        cases.setStatus(reference, CaseStatus.TRIAGE);
        record.tell(reference, "decision", "Back to triage: there is reason to believe after all", null);
        record.audit(reference, "triage.reopened", reference, Map.of("reasonToBelieve", "true"), "s184(1)");
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public void arrangeInterim(CaseReference reference, InterimArrangement made) {
        String by = record.by();
        if (made.placed() && made.from().isAfter(record.today())) {
            throw new NotPossible("Interim accommodation is due today. Enter today’s date or an earlier one.");
        }
        store.insertInterim(reference, made, by, record.now());
        if (made.placed()) {
            contacts.placed(reference, made.address(), made.from());
        }
        record.tell(reference, "decision", interimSentence(made), made.placed() ? made.address() : made.whyNot());
        record.audit(reference, "interim.arranged", reference, Map.of("outcome", made.outcome()), "s188(1)");
    }

    private static String interimSentence(InterimArrangement made) {
        return switch (made.outcome()) {
            case "PLACED" -> "Interim accommodation arranged";
            case "OWN_ARRANGEMENTS" -> "They chose to stay somewhere suitable of their own";
            case "REFUSED" -> "They refused interim accommodation";
            default -> "They could not be reached about interim accommodation";
        };
    }
}
