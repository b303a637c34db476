package org.threshold.charge;

import org.threshold.accommodation.Words;

/** Amounts as pages write them. */
public final class Pounds {

    /** Such as £45.50; what is less than nothing with a minus sign. */
    public String of(long pence) {
        return Words.pounds(pence);
    }

    /** Without a sign: the column or the words beside it say which way it goes. */
    public String plain(long pence) {
        return Words.pounds(Math.abs(pence));
    }
}
