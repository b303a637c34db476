package org.threshold.homelessness;

import org.threshold.casefile.CaseReference;

/** Takes approaches, and tells those that run what happened since. Each call is one commit. */
public interface Approaches {

    /** Opens the case file and starts {@code homelessness-approach} for it. */
    CaseReference take(NewApproach approach);

    /** Whether the case's approach still runs; a finished one needs a new approach to go on. */
    boolean running(CaseReference reference);

    /**
     * The household no longer asks for help: ends the approach wherever it is.
     *
     * @param reason what they said, in a few words
     * @return false when no approach runs; nothing was recorded then
     */
    boolean withdraw(CaseReference reference, String reason);

    /**
     * The household is back in touch before its diary date: the approach goes on with triage.
     *
     * @param what what they said, in a few words
     * @return false when the approach does not wait for them; the contact is recorded all the same
     */
    boolean backInTouch(CaseReference reference, String what);
}
