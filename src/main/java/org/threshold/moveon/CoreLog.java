package org.threshold.moveon;

import java.time.LocalDate;

/** The record of a social letting in the government's log (CORE), by the codes of its form. */
public record CoreLog(int previousTenure, int reason, LocalDate loggedOn, String reference) {

    /** What the log always asks of a household that a duty is owed to: homeless, or about to be within 56 days. */
    public static final int RP_HOMELESS = 1;
}
