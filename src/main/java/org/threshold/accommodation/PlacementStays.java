package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.store.StayStore;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.CaseProcesses;

/** The life of a placement from the keys until its unit is ready for the next household. */
@Service
public class PlacementStays {

    static final String CHANGED = "threshold.stay.changed";
    private static final String TURNAROUND = "Being made ready for the next household";

    private final StayStore store;
    private final Placements placements;
    private final ObjectProvider<Availability> availability;
    private final ObjectProvider<CaseProcesses> processes;
    private final StayRule rule;
    private final AccommodationRecord record;

    PlacementStays(StayStore store, Placements placements, ObjectProvider<Availability> availability,
                   ObjectProvider<CaseProcesses> processes, StayRule rule, AccommodationRecord record) {
        this.store = store;
        this.placements = placements;
        this.availability = availability;
        this.processes = processes;
        this.rule = rule;
        this.record = record;
    }

    /**
     * A placement of the case.
     *
     * @throws NoSuchElementException when the case has none of that id
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Placement of(CaseReference reference, long placementId) {
        return placements.of(reference).stream().filter(each -> each.id() == placementId).findFirst()
                .orElseThrow(() -> new NoSuchElementException("The case has no placement " + placementId));
    }

    /** What was seen, decided and done, newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<StayNote> notes(CaseReference reference, long placementId) {
        return store.of(of(reference, placementId).id());
    }

    /** What comes next while they live there. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public NextLook nextLook(CaseReference reference, long placementId) {
        return NextLook.of(of(reference, placementId), store.of(placementId), rule, record.today());
    }

    /** Somebody rang or went there in the first days. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void seen(CaseReference reference, long placementId, boolean livingThere, String words, LocalDate again) {
        Placement placement = livedIn(reference, placementId);
        if (!livingThere) {
            requireFuture(again);
        }
        note(placement, livingThere ? StayNote.Kind.LIVING_THERE : StayNote.Kind.NOT_SEEN, List.of(), words,
                livingThere ? null : again, "Housing Act 1996 s206");
    }

    /**
     * What happens when the stay comes to its end, or is known to end later.
     *
     * @param until the end of the extension or notice, or when to look again; in the future
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void decide(CaseReference reference, long placementId, StayNote.Kind decision, LocalDate until,
                       String words) {
        Placement placement = livedIn(reference, placementId);
        requireFuture(until);
        switch (decision) {
            case EXTENDED -> placements.extend(placementId, until, words);
            case NOTICE -> placements.changeStatus(placementId, PlacementStatus.NOTICE_GIVEN, words);
            case OVERSTAY_ALLOWED, OVERSTAY_NOT_ALLOWED ->
                    placements.changeStatus(placementId, PlacementStatus.OVERSTAY, words);
            default -> throw new IllegalArgumentException(decision + " is no decision about a stay");
        }
        note(placement, decision, List.of(), words, until, placement.function().provision());
    }

    /** The same from the placement's page: the process looks again. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void decideNow(CaseReference reference, long placementId, StayNote.Kind decision, LocalDate until,
                          String words) {
        decide(reference, placementId, decision, until, words);
        processes.getObject().tellAbout(reference, CHANGED, "placementId", placementId, Map.of());
    }

    /** The regular check of a placement. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void verified(CaseReference reference, long placementId, List<StayNote.Found> wrong, String words) {
        note(livedIn(reference, placementId), StayNote.Kind.VERIFIED, wrong, words, null, "Housing Act 1996 s206, s210");
    }

    /**
     * They have left, or never moved in: the nights and the charge end, and the turnaround begins.
     *
     * @param leftOn the day on which they left, which is no night of theirs any more
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void left(CaseReference reference, long placementId, LocalDate leftOn, PlacementEnd reason, String words) {
        placements.end(livedIn(reference, placementId).id(), leftOn, reason, words);
    }

    /** A first night or a day of leaving was recorded wrongly. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void correct(CaseReference reference, long placementId, LocalDate firstNight, LocalDate leftOn, String why) {
        placements.correct(of(reference, placementId).id(), firstNight, leftOn, why);
    }

    /** Keys, locks, and what was left behind. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void keys(CaseReference reference, long placementId, List<StayNote.Found> found, String words) {
        Placement placement = of(reference, placementId);
        placements.changeStatus(placementId, PlacementStatus.TURNAROUND, words);
        note(placement, StayNote.Kind.KEYS, found, words, null, "Housing Act 1996 s211");
    }

    /** The unit was looked at; it stays off the list until it is ready. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void inspected(CaseReference reference, long placementId, boolean damaged, String words,
                          LocalDate readyOn) {
        if (readyOn.isBefore(record.today())) {
            throw new NotPossible("The day on which it is ready must be today or in the future.");
        }
        Placement placement = of(reference, placementId);
        voidUntil(placement, readyOn);
        note(placement, StayNote.Kind.INSPECTED, damaged ? List.of(StayNote.Found.DAMAGED) : List.of(), words, readyOn,
                "Housing Act 1996 s210");
    }

    /** @param readyOn when it is not ready: the new day, in the future */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void ready(CaseReference reference, long placementId, boolean ready, String words, LocalDate readyOn) {
        Placement placement = of(reference, placementId);
        if (ready) {
            voidUntil(placement, readyAt(placement));
            placements.changeStatus(placementId, PlacementStatus.ENDED, words);
        } else {
            requireFuture(readyOn);
            voidUntil(placement, readyOn);
        }
        note(placement, ready ? StayNote.Kind.READY : StayNote.Kind.NOT_READY, List.of(), words, ready ? null : readyOn,
                "Housing Act 1996 s210");
    }

    /** Today, or when the next household came into it before anybody had said that it was ready. */
    private LocalDate readyAt(Placement placement) {
        return availability.getObject().takenFrom(placement.unitId(), placement.endedOn())
                .filter(from -> from.isBefore(record.today())).orElse(record.today());
    }

    private void voidUntil(Placement placement, LocalDate readyOn) {
        availability.getObject().markVoid(placement.unitId(), placement.endedOn(), readyOn, TURNAROUND);
    }

    private Placement livedIn(CaseReference reference, long placementId) {
        Placement placement = of(reference, placementId);
        if (!placement.livedIn()) {
            throw new NotPossible("This placement is recorded as “" + placement.status().words()
                    + "”: they do not live there.");
        }
        return placement;
    }

    private void requireFuture(LocalDate day) {
        if (day == null || !day.isAfter(record.today())) {
            throw new NotPossible("The day must be in the future.");
        }
    }

    private void note(Placement placement, StayNote.Kind kind, List<StayNote.Found> found, String words,
                      LocalDate lookOn, String provision) {
        StayNote note = new StayNote(0, placement.id(), kind, found, words, lookOn, record.by(), record.now());
        store.insert(note);
        if (!StayNote.Kind.DECISIONS.contains(kind)) {
            record.tell(placement.caseReference(), "contact", kind.words() + (found.isEmpty() ? "" : ": " + note.found()),
                    words);
        }
        record.audit(placement.caseReference(), "stay.noted", "placement " + placement.id(), Map.of("kind", kind.name(),
                "found", found.stream().map(Enum::name).collect(Collectors.joining(" "))), null, provision);
    }
}
