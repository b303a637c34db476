package org.threshold.access;

/** Another way than the pages to tell somebody that there is an alert; told in the transaction that raises it. */
public interface AlertChannel {

    /** @param to an active account; what goes out of the house must not say whom the case is about */
    void raised(AccessAlert alert, Officer to);
}
