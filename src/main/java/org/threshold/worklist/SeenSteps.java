package org.threshold.worklist;

import org.springframework.stereotype.Component;
import org.threshold.access.CaseAccess;
import org.threshold.access.CurrentOfficer;

/**
 * Tells the guard of use cases what a step's row shows. The stores read steps only under the officer's sight, so that
 * working a step costs no further question about its case.
 */
@Component
class SeenSteps {

    private final CaseAccess access;
    private final CurrentOfficer current;

    SeenSteps(CaseAccess access, CurrentOfficer current) {
        this.access = access;
        this.current = current;
    }

    /** @param step just read by its store */
    OpenStep seen(OpenStep step) {
        access.known(step.caseReference(), StepsOfCase.relation(current.get(), step));
        return step;
    }
}
