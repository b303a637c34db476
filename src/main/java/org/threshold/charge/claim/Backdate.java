package org.threshold.charge.claim;

import java.time.LocalDate;

/**
 * The question whether a claim counts from an earlier day.
 *
 * @param goodCause   why the household could not claim in time, for the whole of the time
 * @param decidedOn   null while the benefit office has not answered
 * @param allowedFrom the first night that is paid because of it; null where it was refused or is open
 */
public record Backdate(long id, LocalDate backTo, String goodCause, LocalDate requestedOn, LocalDate decidedOn,
                       LocalDate allowedFrom) {

    public boolean open() {
        return decidedOn == null;
    }
}
