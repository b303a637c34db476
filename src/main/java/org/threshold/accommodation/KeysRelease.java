package org.threshold.accommodation;

import java.time.Instant;
import org.threshold.casefile.CaseReference;

/**
 * That keys are given without a claim for Housing Benefit: asked by the officer who signs up, answered by somebody who
 * may and is somebody else.
 *
 * @param words      what the officer wrote when asking; null where the reason says it all
 * @param officerGives whether an officer is to give the keys; otherwise somebody at the accommodation does
 * @param answeredBy null while it waits
 * @param answer     what whoever answered wrote, or null
 */
public record KeysRelease(long id, CaseReference caseReference, long placementId, Reason reason, String words,
                          boolean officerGives, State state, String askedBy, Instant askedAt, String answeredBy, Instant answeredAt,
                          String answer) {

    /** Why there is no claim now. */
    public enum Reason {
        PAYS_IN_FULL("No benefit liability: they pay in full", false),
        NOT_ENTITLED("Not entitled: immigration condition", false),
        SYSTEM_DOWN("The benefit system is down", true),
        OUT_OF_HOURS("Out of hours", true),
        CANNOT_TODAY("They cannot attend or complete it today", true),
        OTHER("Another reason", true);

        private final String words;
        private final boolean benefitExpected;

        Reason(String words, boolean benefitExpected) {
            this.words = words;
            this.benefitExpected = benefitExpected;
        }

        public String words() {
            return words;
        }

        /** Whether Housing Benefit is expected to pay. Either way somebody looks at the claim the next working day. */
        public boolean benefitExpected() {
            return benefitExpected;
        }
    }

    /** What became of what was asked. */
    public enum State { WAITING, RELEASED, SENT_BACK, TAKEN_BACK }

    public boolean waits() {
        return state == State.WAITING;
    }

    public boolean released() {
        return state == State.RELEASED;
    }
}
