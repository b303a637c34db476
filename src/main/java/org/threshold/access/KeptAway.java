package org.threshold.access;

/** Told when somebody is kept away from a case's decisions, to take from them what they hold of it. */
public interface KeptAway {

    /** In the transaction in which it is recorded. */
    void keptAway(String username, CaseKey key);
}
