package org.threshold.message;

/** One way out of the house: SMTP, or GOV.UK Notify. Each call either hands the message over or says why not. */
public interface MessageChannel {

    /** @throws NotDelivered when it was not handed over, or that is not known */
    void deliver(OutgoingMessage message) throws NotDelivered;

    /** Whether trying again can help, and whether it might be a second time. */
    enum Hope { LATER, NEVER, PERHAPS_SENT }

    /** The message is for supervisors: plain words, nothing about the recipient. */
    final class NotDelivered extends Exception {

        private final Hope hope;

        public NotDelivered(Hope hope, String message, Throwable cause) {
            super(message, cause);
            this.hope = hope;
        }

        public Hope hope() {
            return hope;
        }
    }
}
