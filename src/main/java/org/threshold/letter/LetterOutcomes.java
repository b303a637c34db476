package org.threshold.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.letter.LetterDispatches.Sent;
import org.threshold.letter.Letters.Letter;
import org.threshold.letter.store.DispatchStore;
import org.threshold.letter.store.LetterStore;
import org.threshold.letter.store.LetterOutcomeStore;

/** What became of letters: whether they came, came back, or were collected. The letter itself never changes. */
@Service
public class LetterOutcomes implements LetterDeliveries {

    public static final int LONGEST = 700;

    private final LetterStore letters;
    private final DispatchStore dispatches;
    private final LetterOutcomeStore store;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final Clock clock;

    LetterOutcomes(LetterStore letters, DispatchStore dispatches, LetterOutcomeStore store, Timeline timeline,
                   AuditTrail audit, CurrentOfficer officer, Clock clock) {
        this.letters = letters;
        this.dispatches = dispatches;
        this.store = store;
        this.timeline = timeline;
        this.audit = audit;
        this.officer = officer;
        this.clock = clock;
    }

    /** By letter, oldest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Map<Long, List<LetterOutcome>> of(CaseReference reference) {
        return store.of(reference).stream().collect(Collectors.groupingBy(LetterOutcome::letterId));
    }

    /** What can have become of a letter that left in these ways. */
    public static List<LetterOutcome.Kind> possible(List<Sent> sent) {
        List<DispatchWay> ways = sent.stream().map(Sent::way).toList();
        return Arrays.stream(LetterOutcome.Kind.values()).filter(kind -> kind.mayFollow(ways)).toList();
    }

    /**
     * Records what became of a letter.
     *
     * @param next what is to be done about it; needed where they have not got it
     * @throws NotSent in words to the officer, with nothing recorded
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void record(CaseReference reference, long letterId, LetterOutcome.Kind kind, LocalDate on, String next) {
        Letter letter = letters.made(reference, letterId)
                .orElseThrow(() -> new org.threshold.casefile.UnknownCase(reference.value())).letter();
        List<Sent> sent = dispatches.of(reference).stream().filter(each -> each.letterId() == letterId).toList();
        if (!possible(sent).contains(kind)) {
            throw new NotSent("First record how the letter left the house. What became of it must fit to that.");
        }
        if (on.isAfter(LocalDate.now(clock)) || sent.stream().noneMatch(each -> !on.isBefore(each.on()))) {
            throw new NotSent("The day must be from when the letter left the house to today.");
        }
        if (kind.failed() && (next == null || next.isBlank())) {
            throw new NotSent("Enter what is to be done, since they have not got it.");
        }
        keep(letter, kind, on, next);
    }

    private void keep(Letter letter, LetterOutcome.Kind kind, LocalDate on, String next) {
        store.insert(new LetterOutcome(letter.id(), kind, on, next, officer.get().username(), clock.instant()),
                letter.caseReference());
        timeline.add(letter.caseReference(), "letter", kind.words() + ": " + letter.title(), next);
        audit.record(new AuditEntry(letter.caseReference().value(), "letter.outcome", Long.toString(letter.id()),
                Map.of("outcome", kind.name(), "on", on.toString()), null,
                kind == LetterOutcome.Kind.DEEMED_GIVEN ? "s184(6)" : null));
    }

    @Needs(Permission.RECORD_CONTACT)
    @Override
    @Transactional
    public void sentByMessage(String idempotencyKey, String to) {
        letters.byKey(idempotencyKey).ifPresent(letter -> dispatches.insert(new Sent(letter.id(), DispatchWay.EMAILED, to,
                LocalDate.now(clock), officer.get().username(), clock.instant()), letter.caseReference()));
    }

    @Needs(Permission.RECORD_CONTACT)
    @Override
    @Transactional
    public void bounced(String idempotencyKey, String to, String problem) {
        letters.byKey(idempotencyKey).ifPresent(letter -> {
            dispatches.insert(new Sent(letter.id(), DispatchWay.EMAILED, to, LocalDate.now(clock),
                    officer.get().username(), clock.instant()), letter.caseReference());
            String next = "Send it in another way. " + problem;
            keep(letter, LetterOutcome.Kind.BOUNCED, LocalDate.now(clock),
                    next.substring(0, Math.min(next.length(), LONGEST)));
        });
    }
}
