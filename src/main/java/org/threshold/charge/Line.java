package org.threshold.charge;

import java.time.Instant;
import java.time.LocalDate;
import org.threshold.accommodation.Rate;

/**
 * One line of an account, as it was posted. Money is in pence; what is owed is more than nothing.
 *
 * @param onDay      from which day it counts
 * @param of         what it is; of a reversal, what it takes back
 * @param reversal   whether it takes another line back
 * @param ineligible of a charge, the part that Housing Benefit may not cover
 * @param nightsFrom the first night that it is for, or null
 * @param nightsUntil the day after the last night, or null
 * @param per        of a charge, whether the rate is by night or week
 * @param ratePence  of a charge, the whole rate
 * @param takenBack  whether a later line takes this one back
 * @param source     how whoever posted it names it, or null
 */
public record Line(long id, LocalDate onDay, LineKind of, boolean reversal, long pence, long ineligible,
                   LocalDate nightsFrom, LocalDate nightsUntil, Rate.Per per, int ratePence, boolean takenBack,
                   String source, String words, String reason, Instant recordedAt, String recordedBy) {

    boolean isNight() {
        return of == LineKind.CHARGE;
    }
}
