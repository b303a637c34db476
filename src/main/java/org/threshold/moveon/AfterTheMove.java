package org.threshold.moveon;

import org.threshold.casefile.CaseReference;

/**
 * What begins when a household has its new home. Called in the transaction that ends the way to the home; what begins
 * runs beside the case.
 */
public interface AfterTheMove {

    void moved(CaseReference reference, NewHome home);
}
