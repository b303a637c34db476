package org.threshold.charge;

import java.time.LocalDate;

/**
 * One line of a file of payments, as far as it could be read.
 *
 * @param line      in the file; the headings are line 1
 * @param accountId null where the account's number is none
 * @param pence     0 where the amount could not be read
 * @param wrong     why it cannot be posted, or null
 */
record PaymentRow(int line, String paymentId, LocalDate paidOn, String account, Long accountId, String amount,
                  long pence, String wrong) {

    PaymentRow refused(String why) {
        return new PaymentRow(line, paymentId, paidOn, account, accountId, amount, pence, why);
    }
}
