package org.threshold.charge.claim;

import java.time.LocalDate;

/**
 * How the benefit office decided a claim.
 *
 * @param outcome awarded in full or in part, or refused
 * @param from    the first night that is paid; null for a refusal
 * @param weekly  in pence; null for a refusal
 * @param words   what the letter says; may be null for an award in full
 */
public record ClaimDecision(ClaimStatus outcome, LocalDate decidedOn, LocalDate from, Integer weekly, String words) {

    public boolean award() {
        return outcome == ClaimStatus.AWARDED_FULL || outcome == ClaimStatus.AWARDED_PART;
    }
}
