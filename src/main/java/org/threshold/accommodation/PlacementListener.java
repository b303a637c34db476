package org.threshold.accommodation;

/**
 * Told in the transaction of the change. What hangs on a placement (the charge account, the nights in bed and breakfast,
 * the notices) listens here, so that nothing begins a placement without them.
 */
public interface PlacementListener {

    /** The keys were given, or the placement was brought over from another system while it is lived in. */
    default void movedIn(Placement placement) {
    }

    /** First night, day of leaving or function were wrong or are different now. */
    default void corrected(Placement before, Placement after) {
    }

    default void ended(Placement placement) {
    }
}
