package org.threshold.accommodation;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.worklist.CaseProcesses;

/**
 * Begins what follows the keys, ends the placement that a household has left for another one, and begins the turnaround
 * of the unit however a placement ends.
 */
@Component
class StayWatch implements PlacementListener {

    static final String PROCESS = "ta-placement";
    static final String ENDED = "threshold.placement.ended";
    private static final String ABOUT = "placementId";

    private final ObjectProvider<Placements> placements;
    private final ObjectProvider<Availability> availability;
    private final ObjectProvider<CaseProcesses> processes;
    private final ObjectProvider<CaseFiles> cases;

    StayWatch(ObjectProvider<Placements> placements, ObjectProvider<Availability> availability,
              ObjectProvider<CaseProcesses> processes, ObjectProvider<CaseFiles> cases) {
        this.placements = placements;
        this.availability = availability;
        this.processes = processes;
        this.cases = cases;
    }

    @Override
    public void movedIn(Placement placement) {
        leaveTheFormer(placement);
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.getObject().summary(placement.caseReference()).team());
        variables.put("lane", "STANDARD");
        variables.put(ABOUT, placement.id());
        processes.getObject().startBeside(placement.caseReference(), PROCESS, variables);
    }

    /** Until they have the keys of the new home they keep the old one. */
    private void leaveTheFormer(Placement placement) {
        if (placement.movedFrom() == null) {
            return;
        }
        Placement former = placements.getObject().get(placement.movedFrom());
        if (former.livedIn()) {
            placements.getObject().end(former.id(), placement.startsOn(), PlacementEnd.MOVED_TO_OTHER_TA, null);
        }
    }

    @Override
    public void corrected(Placement before, Placement after) {
        tell(after, PlacementStays.CHANGED);
    }

    @Override
    public void ended(Placement placement) {
        availability.getObject().markVoid(placement.unitId(), placement.endedOn(), null,
                "Being made ready for the next household");
        tell(placement, ENDED);
    }

    private void tell(Placement placement, String message) {
        processes.getObject().tellAbout(placement.caseReference(), message, ABOUT, placement.id(), Map.of());
    }
}
