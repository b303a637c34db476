package org.threshold.clock;

/** Whether the council is satisfied of something. Undecided is not the same as no. */
public enum Finding {
    YES, NO, UNDECIDED
}
