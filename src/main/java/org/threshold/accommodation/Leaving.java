package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.accommodation.LeavingHome.Closed;
import org.threshold.accommodation.LeavingHome.Kind;
import org.threshold.accommodation.LeavingHome.Note;
import org.threshold.accommodation.store.LeavingStore;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.Letters;
import org.threshold.worklist.CaseProcesses;

/**
 * How a household leaves a placement: by when, told in writing, and what hung on the home seen to. The life of the
 * placement itself, with keys, inspection and turnaround, is that of {@link PlacementStays}.
 */
@Service
public class Leaving {

    static final String PROCESS = "leaving-ta";
    static final String LEFT = "threshold.leaving.left";
    static final String CALLED_OFF = "threshold.leaving.calledOff";
    static final String ABOUT = "placementId";

    private final LeavingStore store;
    private final PlacementStays stays;
    private final ObjectProvider<Placements> placements;
    private final ObjectProvider<Units> units;
    private final ObjectProvider<CaseProcesses> processes;
    private final CaseFiles cases;
    private final Letters letters;
    private final LeavingRule rule;
    private final AccommodationRecord record;

    Leaving(LeavingStore store, PlacementStays stays, ObjectProvider<Placements> placements,
            ObjectProvider<Units> units, ObjectProvider<CaseProcesses> processes, CaseFiles cases, Letters letters,
            LeavingRule rule, AccommodationRecord record) {
        this.store = store;
        this.stays = stays;
        this.placements = placements;
        this.units = units;
        this.processes = processes;
        this.cases = cases;
        this.letters = letters;
        this.rule = rule;
        this.record = record;
    }

    /** Newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<LeavingHome> of(CaseReference reference) {
        return store.of(reference);
    }

    /** The one that goes on for the placement, if any. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<LeavingHome> open(CaseReference reference, long placementId) {
        return of(reference).stream().filter(each -> each.open() && each.placementId() == placementId).findFirst();
    }

    /** The day until which a household may stay that is told today and owed nothing more. */
    @Needs(Permission.VIEW_CASES)
    public LocalDate usualNotice() {
        return record.today().plusDays(rule.noticeDays());
    }

    /**
     * Begins it for a placement that is lived in; one that goes on already is left as it is.
     *
     * @param leaveBy the last day on which they may stay
     * @throws NotPossible when nobody lives there, or the day is past
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void begin(long placementId, PlacementEnd reason, LocalDate leaveBy) {
        Placement placement = placements.getObject().get(placementId);
        if (!placement.livedIn()) {
            throw new NotPossible("This placement is recorded as “" + placement.status().words()
                    + "”: nobody lives there who could leave.");
        }
        if (leaveBy.isBefore(record.today())) {
            throw new NotPossible("The day by which they leave must be today or in the future.");
        }
        CaseReference reference = placement.caseReference();
        if (store.insert(placement, reason, leaveBy, record.by(), record.now()).isEmpty()) {
            return;
        }
        record.tell(reference, "accommodation", "Leaving temporary accommodation begun: " + reason.words(),
                "By " + Words.day(leaveBy));
        record.audit(reference, "leaving.begun", "placement " + placementId, Map.of("reason", reason.name(), "leaveBy",
                leaveBy.toString()), null, placement.function().provision());
        Map<String, Object> variables = new HashMap<>();
        variables.put("team", cases.summary(reference).team());
        variables.put("lane", "STANDARD");
        variables.put(ABOUT, placementId);
        processes.getObject().startBeside(reference, PROCESS, variables);
    }

    /** Every placement of the case that is lived in. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void beginAll(CaseReference reference, PlacementEnd reason, LocalDate leaveBy) {
        placements.getObject().livedIn(reference).forEach(each -> begin(each.id(), reason, leaveBy));
    }

    /**
     * They stay: the duty goes on after all, or the new home came to nothing. Does nothing where no leaving goes on.
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void callOff(CaseReference reference, long placementId, String why) {
        open(reference, placementId).ifPresent(leaving -> {
            close(leaving, Closed.CALLED_OFF, new Note(Kind.CALLED_OFF, null, List.of(), why, record.by(), record.now()));
            Placement placement = placements.getObject().get(placementId);
            if (placement.status() == PlacementStatus.NOTICE_GIVEN) {
                placements.getObject().changeStatus(placementId, PlacementStatus.IN_OCCUPATION, why);
            }
            processes.getObject().tellAbout(reference, CALLED_OFF, ABOUT, placementId, Map.of());
        });
    }

    /** The same for every placement that the household is to leave. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void callOffAll(CaseReference reference, String why) {
        of(reference).stream().filter(LeavingHome::open).forEach(each -> callOff(reference, each.placementId(), why));
    }

    /** What is wrong with the day, in words to the officer; empty when it will do. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> wrongDay(CaseReference reference, long placementId, LocalDate leaveBy, String shortWhy) {
        if (!leaveBy.isAfter(record.today())) {
            return Optional.of("The day must be in the future");
        }
        boolean tooShort = open(reference, placementId).filter(LeavingHome::dutyOver).isPresent()
                && leaveBy.isBefore(usualNotice());
        return tooShort && (shortWhy == null || shortWhy.isBlank()) ? Optional.of("That is less than the "
                + rule.noticeDays() + " days that the council gives. Say why it is reasonable for this household")
                : Optional.empty();
    }

    /** By when they leave, and what has to be seen to. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void plan(CaseReference reference, long placementId, LocalDate leaveBy, List<String> codes, String words,
                     String shortWhy) {
        wrongDay(reference, placementId, leaveBy, shortWhy).ifPresent(why -> {
            throw new NotPossible(why + ".");
        });
        LeavingHome leaving = required(reference, placementId);
        store.leaveBy(leaving.id(), leaveBy);
        String all = shortWhy == null || shortWhy.isBlank() ? words : words + "\nShorter than usual because: " + shortWhy;
        note(leaving, new Note(Kind.PLANNED, leaveBy, codes, all, record.by(), record.now()));
    }

    /** Tells them in writing by when they leave; a second call for the same day changes nothing. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void tell(CaseReference reference, long placementId) {
        LeavingHome leaving = required(reference, placementId);
        Placement placement = placements.getObject().get(placementId);
        String key = "leaving-" + leaving.id() + "-" + leaving.leaveBy();
        if (!placement.livedIn() || letters.issued(key).isPresent()) {
            return;
        }
        Unit unit = units.getObject().get(placement.unitId());
        Map<String, Object> facts = new HashMap<>();
        facts.put("address", unit.address() + ", " + unit.postcode());
        facts.put("leaveBy", leaving.leaveBy());
        facts.put("dutyOver", leaving.dutyOver());
        facts.put("belongings", leaving.notes().stream().anyMatch(note -> note.codes().contains("BELONGINGS")));
        letters.issue(reference, "ta-ends", facts, key);
        stays.decideNow(reference, placementId, StayNote.Kind.NOTICE, leaving.leaveBy(), leaving.reason().words());
        note(leaving, new Note(Kind.TOLD, leaving.leaveBy(), List.of(), null, record.by(), record.now()));
    }

    /** Whether they still have the keys. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean stillThere(CaseReference reference, long placementId) {
        return stays.of(reference, placementId).livedIn();
    }

    /**
     * They have gone, and benefit and account are seen to.
     *
     * @param benefitToldOn null where no benefit was paid
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void finish(CaseReference reference, long placementId, LocalDate benefitToldOn, List<String> codes,
                       String words) {
        if (stillThere(reference, placementId)) {
            throw new NotPossible("They still live there. Record first that they have left.");
        }
        close(required(reference, placementId), Closed.LEFT, new Note(Kind.HOME_CLOSED, benefitToldOn, codes, words,
                record.by(), record.now()));
    }

    private LeavingHome required(CaseReference reference, long placementId) {
        return open(reference, placementId).orElseThrow(() -> new NotPossible("Nothing is planned for leaving this"
                + " placement any more."));
    }

    private void close(LeavingHome leaving, Closed as, Note note) {
        if (!store.close(leaving.id(), as, record.today())) {
            throw new NotPossible("Another officer has closed this meanwhile.");
        }
        note(leaving, note);
    }

    private void note(LeavingHome leaving, Note note) {
        store.note(leaving.id(), note);
        record.tell(leaving.caseReference(), "accommodation", note.kind().words()
                + (note.onDay() == null ? "" : ": " + Words.day(note.onDay())), note.words());
        record.audit(leaving.caseReference(), "leaving.noted", "placement " + leaving.placementId(), Map.of("kind",
                note.kind().name(), "codes", String.join(" ", note.codes())), null, "Housing Act 1996 s206, s211");
    }
}
