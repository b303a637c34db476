package org.threshold.charge;

import java.time.Instant;

/**
 * What somebody asked to have put on an account, and what another person answered.
 *
 * @param kind       an adjustment, a write-off or money paid back
 * @param pence      more is owed where it is more than nothing
 * @param words      what the licensee reads on the statement
 * @param reason     why, for the council
 * @param agreed     null while nobody has answered
 */
public record ChargeRequest(long id, long accountId, LineKind kind, long pence, String words, String reason,
                            Instant askedAt, String askedBy, Boolean agreed, String answer, Instant answeredAt,
                            String answeredBy) {

    public boolean open() {
        return agreed == null;
    }
}
