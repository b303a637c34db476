package org.threshold.casefile;

/** Told, in the same transaction, when what lists show of a case has changed. */
public interface CaseListener {

    void caseChanged(CaseSummary summary);
}
