package org.threshold.message;

import java.time.Instant;
import java.util.List;
import org.threshold.casefile.CaseReference;

/** E-mail, through an outbox: queued with the work, sent after its commit, never twice. */
public interface Messages {

    /** Whether messages go out by themselves. If not, nothing may be queued: an officer tells people by hand. */
    boolean goOut();

    /**
     * Queues the message in the caller's transaction; a second one with the same key changes nothing.
     *
     * @throws IllegalStateException when messages do not go out
     * @throws MessageRefused        when they may not be written to at that address, or it would tell somebody else where
     *                               the household is
     */
    void send(OutgoingMessage message);

    /** What did not go out and needs a person, oldest first, at most {@link #MOST_SHOWN}. */
    List<Undelivered> undelivered();

    /** Queues it again; nothing when it is no longer undelivered. */
    void tryAgain(long id);

    /** Records that somebody told the recipient in another way. */
    void toldByHand(long id);

    int MOST_SHOWN = 200;

    /**
     * @param caseReference null where it is about no case
     * @param problem       why it did not go out, in plain words
     */
    record Undelivered(long id, CaseReference caseReference, String kind, String recipient, String subject,
                       Instant queuedAt, int attempts, String problem) {
    }
}
