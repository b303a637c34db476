package org.threshold.referral;

import java.util.Optional;

/** Takes referrals of public bodies, and tells those who sent one what became of it. Asked by strangers. */
public interface Referrals {

    /** Where the referral came in. */
    enum Door { PAGE, API }

    /** @param accessCode shown once; opens the status of this referral and nothing else */
    record Receipt(String reference, String accessCode) {
    }

    /** How far it has come. */
    enum Stage { RECEIVED, WITH_OFFICER, ANSWERED }

    /** @param answer null until answered */
    record Progress(Stage stage, Answer answer) {
    }

    /** The key was used before, for something else. */
    final class KeyUsed extends RuntimeException {

        public KeyUsed() {
            super("This Idempotency-Key was used for another referral. Use a new key for each referral");
        }
    }

    /** Whether referrals are taken here at all: the operator has named a team for them. */
    boolean open();

    /**
     * Stores the referral and opens its case, in one commit; whether anything is known of the person plays no part.
     * The same key with the same content gives the same receipt and stores nothing.
     *
     * @param idempotencyKey chosen by the sender, hard to guess
     * @throws KeyUsed               when the key was used for other content
     * @throws IllegalStateException when referrals are not taken here
     */
    Receipt receive(Referral referral, Door door, String idempotencyKey);

    /** What a sender already got for the same key and content; empty when that was never taken. */
    Optional<Receipt> taken(Referral referral, String idempotencyKey);

    /** Empty for a wrong reference and for a wrong code alike. */
    Optional<Progress> progress(String reference, String accessCode);
}
