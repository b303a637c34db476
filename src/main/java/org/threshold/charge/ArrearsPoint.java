package org.threshold.charge;

/**
 * When something is proposed about arrears, and what.
 *
 * @param days       how long something has been owed, or after the household has left, how long they have been gone
 * @param leastPence how much is owed at least
 * @param claim      for arrears that come mostly from the claim; else for the household's own share
 * @param afterEnd   for accounts of households that have left
 */
public record ArrearsPoint(String code, int days, long leastPence, boolean claim, boolean afterEnd, String action,
                           String advice) {

    boolean reached(long daysOwed, long pence, boolean mostlyClaim, boolean left) {
        return daysOwed >= days && pence >= leastPence && mostlyClaim == claim && left == afterEnd;
    }
}
