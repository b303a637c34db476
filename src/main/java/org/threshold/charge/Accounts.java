package org.threshold.charge;

import java.time.LocalDate;
import java.util.List;

/**
 * What other parts post to the charge accounts of placements. An account is opened with the keys; what is posted here
 * opens it before, where it must. Money is in pence.
 */
public interface Accounts {

    /**
     * Housing Benefit credited to an account.
     *
     * @param key     tells this credit from all others for ever, such as {@code decision:4711:2026-06-01}
     * @param from    the first night that it pays for
     * @param until   the day after the last
     * @param pence   more than nothing; what benefit takes back is a reversal of the credit
     * @param paidOn  the day on which it counts on the account
     * @param words   what the licensee reads on the statement
     */
    record Benefit(long placementId, String key, LocalDate from, LocalDate until, long pence, LocalDate paidOn,
                   String words) {
    }

    /**
     * What stood on the account in another system at the beginning of a day; nights from that day on are charged here.
     *
     * @param pence what was owed; less than nothing where the household was in credit
     */
    record Opening(long placementId, LocalDate asAt, long pence) {
    }

    /**
     * Credits benefit, once for each key.
     *
     * @return how many were new
     * @throws IllegalArgumentException where a key was used before for another amount, nights or placement
     */
    int creditBenefit(List<Benefit> credits);

    /**
     * Takes back a benefit credit, once, as a line of its own: an award was changed or recovered.
     *
     * @return false where the key is unknown or was taken back before
     */
    boolean takeBackBenefit(String key, String why);

    /**
     * Posts opening balances, once for each placement; to be called in the transaction that brings the placement over,
     * before or after its keys.
     *
     * @throws IllegalArgumentException where the placement has one already, or was charged here before that day
     */
    void open(List<Opening> openings);
}
