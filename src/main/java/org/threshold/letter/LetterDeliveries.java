package org.threshold.letter;

/**
 * For whoever sends letters as messages: told what became of each, by the key that the letter and its message share.
 * A key of which there is no letter means nothing here.
 */
public interface LetterDeliveries {

    /** The mail server took it. */
    void sentByMessage(String idempotencyKey, String to);

    /** It did not arrive and will not by itself. */
    void bounced(String idempotencyKey, String to, String problem);
}
