package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.HostNotice.Kind;
import org.threshold.accommodation.store.HostNoticeStore;
import org.threshold.casefile.CaseFiles;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClocks;
import org.threshold.worklist.CaseProcesses;

/** Every placement begins with its notices, whoever gave the keys, and ends with them. */
@Component
class NoticesOfPlacements implements PlacementListener {

    static final String PROCESS = "placement-notices";
    private static final String LANE = "STANDARD";

    private final CaseProcesses processes;
    private final CaseFiles cases;
    private final HostNoticeStore store;
    private final StatutoryClocks clocks;
    private final CurrentOfficer officer;
    private final AccommodationRecord record;

    NoticesOfPlacements(CaseProcesses processes, CaseFiles cases, HostNoticeStore store, StatutoryClocks clocks,
                        CurrentOfficer officer, AccommodationRecord record) {
        this.processes = processes;
        this.cases = cases;
        this.store = store;
        this.clocks = clocks;
        this.officer = officer;
        this.record = record;
    }

    @Override
    public void movedIn(Placement placement) {
        Map<String, Object> variables = new HashMap<>(Map.of("placementId", placement.id(), "team",
                cases.summary(placement.caseReference()).team(), "lane", LANE));
        processes.startBeside(placement.caseReference(), PROCESS, variables);
    }

    @Override
    public void ended(Placement placement) {
        processes.tellAbout(placement.caseReference(), "threshold.household.left", "placementId", placement.id(),
                Map.of());
    }

    /** Another first night moves the clock. A notice that has been written says another day: then somebody tells the council. */
    @Override
    public void corrected(Placement before, Placement after) {
        if (after.startsOn().equals(before.startsOn())) {
            return;
        }
        store.find(after.id(), Kind.ARRIVAL).ifPresent(notice -> officer.asService(() -> {
            moved(notice, after.startsOn());
            return null;
        }));
    }

    private void moved(HostNotice notice, LocalDate on) {
        LocalDate due = on.plusDays(HostNotice.DAYS - 1L);
        if (!store.moved(notice.id(), on, due)) {
            record.tell(notice.caseReference(), "system", "The notice to " + notice.districtName() + " says "
                    + Words.day(notice.onDay()) + ", and the home was made available on " + Words.day(on)
                    + ". Tell them the right day.", null);
        }
        clocks.of(notice.caseReference()).stream().filter(clock -> clock.running()
                && clock.kind() == ClockKind.HOST_NOTICE
                && HostNotice.clockOf(notice.placementId()).equals(clock.about()))
                .forEach(clock -> clocks.recompute(clock, on, "The first night was corrected"));
    }
}
