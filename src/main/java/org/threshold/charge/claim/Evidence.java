package org.threshold.charge.claim;

import java.time.LocalDate;

/**
 * One thing that the benefit office wants to see.
 *
 * @param dueOn      the last day to bring it
 * @param receivedOn null while it is outstanding
 */
public record Evidence(long id, String what, LocalDate askedOn, LocalDate dueOn, LocalDate receivedOn) {

    public boolean outstanding() {
        return receivedOn == null;
    }

    public boolean overdue(LocalDate today) {
        return outstanding() && today.isAfter(dueOn);
    }
}
