package org.threshold.caseload;

import java.time.LocalDate;
import java.util.List;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.charge.claim.ClaimDecision;

/**
 * The temporary accommodation in which a household lives when it is brought over.
 *
 * @param unit          its name in the register
 * @param expectedUntil null where that is open
 * @param nightsBefore  nights in bed and breakfast that count towards the six weeks, before the first night there; 0 for none
 * @param hostToldOn    when the council of another district was given its notice, or null
 * @param claim         null where none was made
 */
record FormerHome(String unit, AccommodationFunction function, LocalDate startedOn, LocalDate expectedUntil,
                  int nightsBefore, LocalDate hostToldOn, FormerClaim claim, FormerBalance balance) {

    /**
     * @param evidence what they still have to bring
     * @param award    null while it is not decided
     */
    record FormerClaim(ClaimsForKeys.Kind kind, String reference, LocalDate madeOn, List<String> evidence,
                       ClaimDecision award) {
    }

    /**
     * What stood on their account at the beginning of a day.
     *
     * @param pence less than nothing where they were in credit
     */
    record FormerBalance(LocalDate asAt, long pence) {
    }
}
