package org.threshold.homelessness;

/** Told in the transaction of the decision on a review; what hangs on the reviewed decision listens here. */
public interface ReviewListener {

    /** The decision that was reviewed no longer stands: what was done on its strength is taken back or stopped. */
    default void overturned(Review review) {
    }

    /** The decision stands, or the request was withdrawn. */
    default void stands(Review review) {
    }
}
