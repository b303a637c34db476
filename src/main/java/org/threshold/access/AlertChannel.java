package org.threshold.access;

/** Another way than the pages to tell somebody that there is an alert; told in the transaction that raises it. */
public interface AlertChannel {

    /**
     * @param email of the account that the alert is for. What goes out of the house must not say which case it is, nor
     *              whom it is about
     */
    void raised(AccessAlert alert, String email);
}
