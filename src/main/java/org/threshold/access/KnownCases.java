package org.threshold.access;

/** Asked of the room that keeps the cases, so that one that never was is answered as one that is hidden. */
public interface KnownCases {

    boolean exists(String caseReference);
}
