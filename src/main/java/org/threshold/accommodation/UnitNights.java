package org.threshold.accommodation;

import java.time.LocalDate;

/**
 * Nights in which a unit was or is not free, with the case behind them for those who may know of it.
 *
 * @param caseReference null for a void, and for a case that whoever asks may not know of
 */
public record UnitNights(UnitStay stay, String caseReference) {

    public LocalDate from() {
        return stay.from();
    }
}
