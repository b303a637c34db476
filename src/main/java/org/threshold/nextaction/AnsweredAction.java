package org.threshold.nextaction;

import java.time.Instant;
import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * A proposal that an officer has answered.
 *
 * @param reason why not, where it was rejected; may be null where it was accepted
 * @param done   what became of an accepted one; null while it is open, and for a rejected one
 */
public record AnsweredAction(long id, CaseReference caseReference, ActionKind kind, String detail, LocalDate dueOn,
                             boolean accepted, String reason, String by, Instant at, Done done) {

    /** @param done whether it was done, or turned out not to be needed */
    public record Done(boolean done, String words, String by, Instant at) {
    }
}
