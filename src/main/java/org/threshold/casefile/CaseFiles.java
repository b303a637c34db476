package org.threshold.casefile;

import java.util.Optional;

/** What other rooms ask and tell of a case file. */
public interface CaseFiles {

    CaseSummary summary(CaseReference reference);

    Optional<CaseSummary> find(String reference);

    void setStatus(CaseReference reference, CaseStatus status);

    /** Whether the household, as recorded, has a dependent child or an expected one. */
    boolean hasDependentChild(CaseReference reference);

    /** Whether someone under 18 besides the applicant lives in the household, as recorded (s213A(1)). */
    boolean hasChildUnder18(CaseReference reference);
}
