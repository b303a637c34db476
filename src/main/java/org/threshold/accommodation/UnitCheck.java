package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A check of a unit as it was recorded last.
 *
 * @param expiresOn the last day on which it holds; null where none is needed
 * @param reference the number on the document, or null
 * @param notNeeded why none is needed; null where one is
 */
public record UnitCheck(long unitId, CheckKind kind, LocalDate expiresOn, String reference, String notNeeded,
                        Instant madeAt, String madeBy) {

    public boolean expired(LocalDate on) {
        return expiresOn != null && expiresOn.isBefore(on);
    }
}
