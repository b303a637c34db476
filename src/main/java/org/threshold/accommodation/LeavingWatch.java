package org.threshold.accommodation;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.worklist.CaseProcesses;

/** However a placement ends, whoever waits for the household to leave it is told. */
@Component
class LeavingWatch implements PlacementListener {

    private final ObjectProvider<CaseProcesses> processes;

    LeavingWatch(ObjectProvider<CaseProcesses> processes) {
        this.processes = processes;
    }

    @Override
    public void ended(Placement placement) {
        processes.getObject().tellAbout(placement.caseReference(), Leaving.LEFT, Leaving.ABOUT, placement.id(), Map.of());
    }
}
