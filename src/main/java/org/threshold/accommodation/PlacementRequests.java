package org.threshold.accommodation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.CaseProcesses;

/** Where the way to a place begins, and where it is called off before the keys. */
@Service
public class PlacementRequests {

    public static final String PROCESS = "ta-sign-up";
    static final String NOT_NEEDED = "threshold.placement.notNeeded";

    private final Placements placements;
    private final CaseFiles cases;
    private final AppointmentsOfPlacements appointments;
    private final Leaving leaving;
    private final ObjectProvider<CaseProcesses> processes;
    private final AccommodationRecord record;

    /** The processes are asked for late: they call the services of this room themselves. */
    PlacementRequests(Placements placements, CaseFiles cases, AppointmentsOfPlacements appointments, Leaving leaving,
                      ObjectProvider<CaseProcesses> processes, AccommodationRecord record) {
        this.record = record;
        this.appointments = appointments;
        this.leaving = leaving;
        this.placements = placements;
        this.cases = cases;
        this.processes = processes;
    }

    /**
     * Asks for a place under a function. A household that lives in a place of ours already stays there under it, also
     * where it had been asked to leave, and a second request while one is on its way changes nothing.
     *
     * @param movedFrom the placement to be left, or null
     * @param known     whether where they live is known from another system, so that nobody needs to look for a place
     * @return the placement to find a unit for; empty when nothing has to be found
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public Optional<Placement> begin(CaseReference reference, AccommodationFunction function, Long movedFrom,
                                     boolean known) {
        List<Placement> lived = placements.livedIn(reference);
        if (movedFrom == null && !lived.isEmpty()) {
            lived.forEach(each -> carryOn(each, function));
            return Optional.empty();
        }
        if (known || placements.onTheWay(reference).isPresent()) {
            return Optional.empty();
        }
        Placement asked = placements.request(reference, function, movedFrom);
        return Optional.of(placements.changeStatus(asked.id(), PlacementStatus.SEARCHING, null));
    }

    /** Nobody is asked to leave a place in which they are accommodated from now on for another reason. */
    private void carryOn(Placement lived, AccommodationFunction function) {
        leaving.callOff(lived.caseReference(), lived.id(), function.words() + " (" + function.provision() + ")");
        placements.carryOn(lived.id(), function, null);
    }

    /**
     * Whether they live where interim accommodation was arranged for them before placements were kept, so that no second
     * home is looked for when the next duty begins. The case says so, because nobody counts its nights or charges yet.
     *
     * @param address where that is
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public boolean livesWhereArranged(CaseReference reference, String address) {
        if (!placements.of(reference).isEmpty()) {
            return false;
        }
        record.tell(reference, "decision", "No other place is looked for: interim accommodation was arranged before", address
                + "\nIts nights, its charges and its notices are not kept here. Ask for a place under Accommodation to bring"
                + " it in, or where they do not live there any more.");
        return true;
    }

    /** Why nobody can ask for a place on the case now, as a sentence; empty when they can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(CaseReference reference, Long movedFrom) {
        if (placements.onTheWay(reference).isPresent()) {
            return Optional.of("A place is already on its way for this household.");
        }
        boolean livesThere = movedFrom != null
                && placements.livedIn(reference).stream().anyMatch(each -> each.id() == movedFrom);
        if (movedFrom == null && !placements.livedIn(reference).isEmpty()) {
            return Optional.of("This household lives in temporary accommodation already. Start a move from there.");
        }
        return movedFrom != null && !livesThere
                ? Optional.of("They do not live in the place that they are to move from.") : Optional.empty();
    }

    /**
     * Starts the way to a place from the case itself.
     *
     * @param tonight whether they have nowhere to sleep tonight
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void start(CaseReference reference, AccommodationFunction function, Long movedFrom, boolean tonight) {
        refusal(reference, movedFrom).ifPresent(why -> {
            throw new NotPossible(why);
        });
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(reference).team());
        variables.put("lane", tonight ? "EMERGENCY" : "STANDARD");
        variables.put("accommodationFunction", function.name());
        variables.put("movedFrom", movedFrom);
        processes.getObject().startBeside(reference, PROCESS, variables);
    }

    /** They do not need the place any more: the unit is given back, and the open steps end. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void notNeeded(CaseReference reference, long placementId, String why) {
        Placement placement = of(reference, placementId);
        if (!placement.onTheWay()) {
            throw new NotPossible("This placement is recorded as “" + placement.status().words()
                    + "”, so it cannot be called off.");
        }
        placements.changeStatus(placementId, PlacementStatus.CANCELLED, why);
        appointments.calledOff(reference, placementId, why);
        processes.getObject().tellAbout(reference, NOT_NEEDED, "placementId", placementId, Map.of());
    }

    /** Whom an officer asked for a unit where nothing that fits was free, as evidence that there was nothing else. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void tried(CaseReference reference, long placementId, String words) {
        placements.note(of(reference, placementId).id(), "A unit was asked for where nothing was free", words);
    }

    /** The case has ended, so nobody looks for a place on it any more. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void caseEnded(CaseReference reference, String why) {
        placements.onTheWay(reference).ifPresent(placement -> notNeeded(reference, placement.id(), why));
    }

    /**
     * They were signed up or not, but did not get the keys.
     *
     * @param outcome DID_NOT_ATTEND, REFUSED or CANCELLED
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void noKeys(CaseReference reference, long placementId, String outcome, String words) {
        Placement placement = of(reference, placementId);
        if (outcome.equals("DID_NOT_ATTEND")) {
            appointments.notAttended(reference, placementId, words);
        } else {
            appointments.calledOff(reference, placementId, words);
        }
        switch (outcome) {
            case "DID_NOT_ATTEND" -> placements.changeStatus(placement.id(), PlacementStatus.NO_SHOW, words);
            case "REFUSED" -> placements.note(placement.id(), "They refused it at the sign-up", words);
            default -> placements.note(placement.id(), "The sign-up was called off", words);
        }
    }

    /** Gives the unit back, and begins to search anew. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void searchAgain(CaseReference reference, long placementId) {
        placements.changeStatus(of(reference, placementId).id(), PlacementStatus.SEARCHING, null);
    }

    /**
     * A placement of this case.
     *
     * @throws NoSuchElementException when the case has no such placement
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Placement of(CaseReference reference, long placementId) {
        Placement placement = placements.get(placementId);
        if (!placement.caseReference().equals(reference)) {
            throw new NoSuchElementException("There is no placement " + placementId);
        }
        return placement;
    }
}
