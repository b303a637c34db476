package org.threshold.message;

import org.threshold.message.MessageChannel.NotDelivered;

/**
 * Prints and posts letters. A letter has a key of the caller's: handing it over again under the same key posts nothing
 * again, and gives the number that it has. Where each letter is, is asked by that number.
 */
public interface PostalService {

    /** Whether letters can be posted so at all. If not, an officer posts them. */
    boolean posts();

    /**
     * @param idempotencyKey of this posting of this letter; nothing about a person
     * @param pdf            with the address where the window of the envelope is
     * @return the number that the service gave it
     * @throws NotDelivered when it was not handed over, or that is not known
     */
    String post(String idempotencyKey, byte[] pdf) throws NotDelivered;

    /** @throws NotDelivered when the service cannot say now */
    Whereabouts whereabouts(String number) throws NotDelivered;

    enum Whereabouts {
        /** Handed over, and not yet looked at. */
        TAKEN,
        /** At the printer's. */
        PRINTING,
        /** In the post. */
        POSTED,
        /** Refused: the address is not where it must be, or the file is not as it must be. It was not sent. */
        REFUSED,
        /** It was not sent, for a reason of the service's own. */
        FAILED,
        CANCELLED
    }
}
