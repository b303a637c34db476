package org.threshold.charge;

import java.time.Instant;

/**
 * A file of payments as it was taken in. Posted, repeated and refused sum to its lines, in number and in pence.
 *
 * @param repeated those that were on an account before
 * @param refused  those that could not be matched; an amount that cannot be read counts as nothing
 */
public record PaymentFile(long id, String name, Count lines, Count posted, Count repeated, Count refused,
                          Instant takenAt, String takenBy) {

    public record Count(int number, long pence) {
    }

    /** A line that was not posted, as it stood in the file, and why. */
    public record Refused(int line, String paymentId, String account, String amount, String why) {
    }
}
