package org.threshold.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Timeline;
import org.threshold.casefile.UnknownCase;
import org.threshold.letter.store.LetterStore;
import org.threshold.letter.store.LetterStore.Made;
import org.threshold.letter.store.LetterOutcomeStore;

/** The second person for a letter behind which no signed decision stands: they read it before it leaves the house. */
@Service
public class LetterReleases {

    private final LetterStore letters;
    private final LetterOutcomeStore store;
    private final LetterIndex index;
    private final SecondPerson second;
    private final ObjectProvider<HeldBackListener> listeners;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CurrentOfficer officer;
    private final Clock clock;

    LetterReleases(LetterStore letters, LetterOutcomeStore store, LetterIndex index, SecondPerson second,
                   ObjectProvider<HeldBackListener> listeners, Timeline timeline, AuditTrail audit, CurrentOfficer officer, Clock clock) {
        this.letters = letters;
        this.store = store;
        this.index = index;
        this.second = second;
        this.listeners = listeners;
        this.timeline = timeline;
        this.audit = audit;
        this.officer = officer;
        this.clock = clock;
    }

    /** @param comments why it must not leave; null where it may */
    public record Answer(boolean released, String comments, String by, Instant at) {
    }

    /**
     * Where a letter stands with its second person.
     *
     * @param needed   whether it needs one
     * @param answer   null while nobody has answered
     * @param refusal  why the current officer may not answer, or null
     * @param whoCould who could, in words
     */
    public record State(boolean needed, Answer answer, String refusal, String whoCould) {

        public boolean waits() {
            return needed && answer == null;
        }

        /** Whether it may leave the house, as far as a second person is concerned. */
        public boolean mayLeave() {
            return !needed || answer != null && answer.released();
        }
    }

    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public State of(CaseReference reference, long letterId) {
        Made made = find(reference, letterId);
        if (index.of(LetterTemplate.of(made.letter().template())).second() != FourEyes.LETTER
                || !second.needed(FourEyes.LETTER)) {
            return new State(false, null, null, null);
        }
        Optional<Answer> answer = store.answered(made.copyOf() == null ? letterId : made.copyOf());
        return new State(true, answer.orElse(null), second.refusal(prepared(made)).orElse(null),
                answer.isPresent() ? null : second.whoCould(prepared(made)));
    }

    /**
     * The second person lets the letter go, or holds it back for good: another letter is written then.
     *
     * @param comments why not; needed where it is held back
     * @throws org.threshold.access.NotPermitted when this officer may not
     * @throws NotSent                           where it was answered before, or does not wait for anybody
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answer(CaseReference reference, long letterId, boolean released, String comments) {
        Made made = find(reference, letterId);
        if (!of(reference, letterId).waits()) {
            throw new NotSent("This letter does not wait for a second person.");
        }
        Map<String, String> independence = second.require(prepared(made));
        if (!released && (comments == null || comments.isBlank())) {
            throw new NotSent("Enter why it must not leave.");
        }
        if (!store.answer(letterId, reference, new Answer(released, released ? null : comments,
                officer.get().username(), clock.instant()))) {
            throw new NotSent("Another officer has answered meanwhile.");
        }
        timeline.add(reference, "letter", (released ? "Letter released: " : "Letter held back: ")
                + made.letter().title(), released ? null : comments);
        audit.record(new AuditEntry(reference.value(), released ? "letter.released" : "letter.heldBack",
                Long.toString(letterId), independence, released ? null : comments, null));
        if (!released) {
            listeners.orderedStream().forEach(each -> each.heldBack(made.letter()));
        }
    }

    private Prepared prepared(Made made) {
        return Prepared.by(FourEyes.LETTER, made.letter().caseReference(), letters.issuedBy(made.letter().id()));
    }

    private Made find(CaseReference reference, long letterId) {
        return letters.made(reference, letterId).orElseThrow(() -> new UnknownCase(reference.value()));
    }
}
