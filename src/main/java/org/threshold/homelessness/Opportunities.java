package org.threshold.homelessness;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.homelessness.store.DutyStore;
import org.threshold.homelessness.store.OpportunityStore;
import org.threshold.letter.Letters;

/**
 * Accommodation for a household in priority need that became homeless intentionally, for as long as gives a reasonable
 * opportunity of finding a home (s190(2)(a)). The last day comes from the signed decision; it is only ever moved later,
 * and the duty is closed on it after a letter in good time.
 */
@Service
public class Opportunities {

    /** The longest time that may be given at once. */
    private static final int MOST_DAYS = 365;

    private final OpportunityStore store;
    private final DutyStore duties;
    private final Duties accepted;
    private final DutyEndings endings;
    private final Decisions decisions;
    private final CaseFiles cases;
    private final CaseClocks clocks;
    private final Letters letters;
    private final OpportunityRules rules;
    private final CaseRecord record;

    Opportunities(OpportunityStore store, DutyStore duties, Duties accepted, DutyEndings endings, Decisions decisions,
                  CaseFiles cases, CaseClocks clocks, Letters letters, OpportunityRules rules, CaseRecord record) {
        this.store = store;
        this.duties = duties;
        this.accepted = accepted;
        this.endings = endings;
        this.decisions = decisions;
        this.cases = cases;
        this.clocks = clocks;
        this.letters = letters;
        this.rules = rules;
        this.record = record;
    }

    /**
     * The duty of s190 begins, now that relief has ended. Does nothing when it runs already.
     *
     * @return whether a child under 18 lives in the household, so that s213A applies
     * @throws NotPossible when no last day was decided
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean begin(CaseReference reference) {
        if (clocks.lastDay(reference, ClockKind.REASONABLE_OPPORTUNITY).isEmpty()) {
            clocks.startUntil(reference, ClockKind.REASONABLE_OPPORTUNITY, record.today(), decidedLastDay(reference));
        }
        accepted.accept(reference, DutyKind.S190, record.today());
        return cases.hasChildUnder18(reference);
    }

    private LocalDate decidedLastDay(CaseReference reference) {
        return decisions.latest(reference).map(Decision::opportunityUntil)
                .orElseThrow(() -> new NotPossible("No last day of the reasonable opportunity was decided."));
    }

    /** The last day as it stands, or empty when no such duty runs. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<LocalDate> lastDay(CaseReference reference) {
        return duties.running(reference, DutyKind.S190)
                .flatMap(duty -> clocks.lastDay(reference, ClockKind.REASONABLE_OPPORTUNITY));
    }

    /** Why the opportunity cannot last until that day, in words to the officer, or empty when it can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> problem(CaseReference reference, LocalDate until) {
        LocalDate last = lastDay(reference).orElse(null);
        if (last == null) {
            return Optional.of("No reasonable opportunity runs on this case");
        }
        if (!until.isAfter(last)) {
            return Optional.of("The last day can only be moved later than " + Words.day(last));
        }
        return until.isAfter(record.today().plusDays(MOST_DAYS)) ? Optional.of("The last day must be within a year")
                : Optional.empty();
    }

    /**
     * Gives more time, and tells them.
     *
     * @param reasons words for the letter
     * @throws NotPossible with {@link #problem}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void extend(CaseReference reference, LocalDate until, String reasons) {
        String by = record.by();
        problem(reference, until).ifPresent(why -> {
            throw new NotPossible(why);
        });
        LocalDate last = lastDay(reference).orElseThrow();
        Duty duty = duties.running(reference, DutyKind.S190).orElseThrow();
        long id = store.insertExtension(duty, last, until, reasons, by, record.now());
        clocks.moveLastDay(reference, ClockKind.REASONABLE_OPPORTUNITY, until, "More time given");
        letters.issue(reference, "s190-more-time", LetterModels.moreTime(last, until, reasons), "more-time-" + id);
        record.tell(reference, "decision", "More time to find a home, until " + Words.day(until), reasons);
        record.audit(reference, "opportunity.extended", id, Map.of("from", last.toString(), "until",
                until.toString()), reasons, "s190(2)(a)");
    }

    /** What advice and help they had, from their assessment (s190(2)(b) and (4)). */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void recordHelp(CaseReference reference, String help) {
        String by = record.by();
        store.insertHelp(reference, help, by, record.now());
        record.tell(reference, "contact", "Advice and help to find a home", help);
        record.audit(reference, "opportunity.helpRecorded", reference, Map.of(), "s190(2)(b)");
    }

    /**
     * The opportunity was a reasonable one and ends on its last day. Where too little time is left for a letter in good
     * time, the last day moves to where there is enough.
     *
     * @param reasons words for the letter
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void confirmEnd(CaseReference reference, String reasons) {
        String by = record.by();
        Duty duty = duties.running(reference, DutyKind.S190)
                .orElseThrow(() -> new NotPossible("No reasonable opportunity runs on this case"));
        LocalDate last = lastDay(reference).orElseThrow();
        LocalDate earliest = record.today().plusDays(rules.noticeDays());
        if (last.isBefore(earliest)) {
            clocks.moveLastDay(reference, ClockKind.REASONABLE_OPPORTUNITY, earliest, "So that the end is notified in"
                    + " good time");
            last = earliest;
        }
        duties.insertEnding(duty, DutyEnding.Facts.of(EndReason.OPPORTUNITY_OVER, last, reasons),
                DutyEnding.Status.AUTHORISED, by, record.now());
        record.tell(reference, "decision", "The reasonable opportunity ends on " + Words.day(last), reasons);
        record.audit(reference, "opportunity.endConfirmed", duty.id(), Map.of("lastDay", last.toString()), reasons,
                "s190(2)(a)");
    }

    /** Notifies the end that was confirmed; a second call changes nothing. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void notifyEnd(CaseReference reference) {
        DutyEnding ending = duties.latestEnding(reference, DutyKind.S190)
                .filter(last -> last.facts().reason() == EndReason.OPPORTUNITY_OVER)
                .orElseThrow(() -> new NotPossible("The end of the reasonable opportunity was not confirmed."));
        Letters.Letter letter = letters.issue(reference, "s190-accommodation-ends", LetterModels.dutyEnded(
                DutyKind.S190, ending.facts(), false, clocks.reviewLastDay(record.today()), null),
                "opportunity-ends-" + ending.id());
        clocks.notified(reference, DutyKind.S190.title() + " ends", letter.issuedOn());
    }

    /**
     * Closes the duty: on the day on which they found a home or withdrew, or on its last day, which must have passed.
     * Does nothing when the duty does not run.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void end(CaseReference reference) {
        Optional<LocalDate> last = lastDay(reference);
        if (last.isEmpty()) {
            return;
        }
        DutyEnding ending = duties.latestEnding(reference, DutyKind.S190).orElseThrow(
                () -> new NotPossible("The end of the reasonable opportunity was not notified."));
        if (ending.facts().reason() != EndReason.OPPORTUNITY_OVER) {
            endings.carryOut(reference, DutyKind.S190);
            return;
        }
        if (!record.today().isAfter(last.get())) {
            throw new NotPossible("The reasonable opportunity lasts until " + Words.day(last.get()) + ".");
        }
        endings.closeWithout(reference, DutyKind.S190, EndReason.OPPORTUNITY_OVER, last.get());
        duties.done(ending.id());
    }
}
