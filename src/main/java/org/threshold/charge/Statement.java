package org.threshold.charge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An account as it stood at the end of a day: what it came in with, each line, and what is left. The lines and the balance
 * brought forward sum to the balance.
 *
 * @param from         the first day that is shown line by line
 * @param onDay        the last day that counts
 * @param asKnownThen  whether it is shown as it was known on that day, without what was corrected later
 * @param chargedUntil the day after the last night charged, or null when none is
 * @param totals       everything up to the day by what it is, in pence; it sums to the balance
 */
public record Statement(Account account, LocalDate from, LocalDate onDay, boolean asKnownThen, long broughtForward,
                        List<Row> rows, long balance, LocalDate chargedUntil, Map<LineKind, Long> totals) {

    /**
     * One row: one line, or the nights of a benefit week at one rate.
     *
     * @param onDay   the day from which all of it counts
     * @param words   what it is, to the licensee
     * @param detail  more about it, or null
     * @param balance what was owed after it
     * @param lineId  of a single line, else null
     * @param mayTakeBack whether somebody with authority could take this line back
     */
    public record Row(LocalDate onDay, LineKind kind, boolean reversal, String words, String detail, long pence,
                      long balance, Long lineId, boolean mayTakeBack, Instant recordedAt, String recordedBy) {
    }

    /** What is owed, and nothing when the household is in credit. */
    public long owed() {
        return Math.max(0, balance);
    }
}
