package org.threshold.accommodation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.FourEyes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Prepared;
import org.threshold.access.SecondPerson;
import org.threshold.accommodation.OutsideRecord.Answer;
import org.threshold.accommodation.OutsideRecord.ForMember;
import org.threshold.accommodation.OutsideRecord.Reasons;
import org.threshold.accommodation.store.OutsideStore;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.form.FieldError;

/** Why households are placed outside the borough, and the manager's approval, which comes before the offer. */
@Service
public class OutsideRecords {

    private static final String PROVISION = "s208(1), SI 2012/2601 art 2";

    private final OutsideStore store;
    private final OutsideChecks checks;
    private final Placements placements;
    private final Units units;
    private final Searches searches;
    private final SecondPerson second;
    private final AccommodationRecord record;

    OutsideRecords(OutsideStore store, OutsideChecks checks, Placements placements, Units units, Searches searches,
                   SecondPerson second,
                   AccommodationRecord record) {
        this.store = store;
        this.checks = checks;
        this.placements = placements;
        this.units = units;
        this.searches = searches;
        this.second = second;
        this.record = record;
    }

    /** The latest record of the placement. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<OutsideRecord> latest(long placementId) {
        return store.of(placementId).stream().findFirst();
    }

    /** All of a placement, latest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<OutsideRecord> of(long placementId) {
        return store.of(placementId);
    }

    /** Who has to be considered, the applicant first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HouseholdMember> household(CaseReference reference) {
        return checks.household(reference);
    }

    /**
     * Why the home that is chosen for the placement cannot be used yet, in words to the officer; empty when it stands in
     * the borough, or its record is approved. Asked before the offer and again before the keys.
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> notApproved(long placementId) {
        Long unit = placements.get(placementId).unitId();
        if (unit == null || !units.outside(units.get(unit)) || approvedFor(placementId, unit)) {
            return Optional.empty();
        }
        return Optional.of("This home is outside the borough. A manager has to approve the record of why nothing nearer"
                + " could be used before it is offered and before the keys are given.");
    }

    private boolean approvedFor(long placementId, long unit) {
        return store.of(placementId).stream().filter(each -> each.unitId() == unit).findFirst()
                .map(OutsideRecord::approved).orElse(false);
    }

    /** What is missing from what was typed, by field of the form. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> problems(long placementId, List<ForMember> members) {
        Placement placement = placements.get(placementId);
        if (placement.unitId() == null) {
            return List.of(new FieldError("proposed", "No home is chosen for them any more. Answer ‘No’"));
        }
        if (evidence(placement).isEmpty()) {
            return List.of(new FieldError("proposed", "The search in which this home was chosen is not kept, so nothing"
                    + " shows what was free nearer. Answer ‘No’ and choose the home again"));
        }
        return checks.problems(placement.caseReference(), members);
    }

    /** What was free when the home was chosen that is chosen now. */
    private Optional<UnitSearch> evidence(Placement placement) {
        return searches.of(placement.caseReference(), placement.id()).stream()
                .filter(search -> placement.unitId().equals(search.chosenUnitId())).findFirst();
    }

    /** The search that a record rests on. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<UnitSearch> evidence(OutsideRecord made) {
        return searches.of(made.caseReference(), made.placementId()).stream()
                .filter(search -> made.searchId() != null && search.id() == made.searchId()).findFirst();
    }

    /** What was free when the home was chosen that is chosen now, for whoever writes the record. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<UnitSearch> searchFor(long placementId) {
        Placement placement = placements.get(placementId);
        return placement.unitId() == null ? Optional.empty() : evidence(placement);
    }

    /**
     * Records why nothing nearer could be used; a manager decides next.
     *
     * @throws NotPossible with the first of {@link #problems}
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public OutsideRecord propose(long placementId, Reasons reasons, List<ForMember> members) {
        problems(placementId, members).stream().findFirst().ifPresent(problem -> {
            throw new NotPossible(problem.message());
        });
        Placement placement = placements.get(placementId);
        LocalDate today = record.today();
        long id = store.insert(new OutsideRecord(0, placementId, placement.caseReference(), placement.unitId(),
                evidence(placement).orElseThrow().id(), reasons, policy(PlacementPolicy.Kind.ALLOCATION, today), policy(PlacementPolicy.Kind.PROCUREMENT, today),
                members, record.by(), record.now(), null));
        OutsideRecord made = latest(placementId).orElseThrow();
        record.tell(placement.caseReference(), "decision", "A home outside the borough is proposed",
                reasons.nothingNearer());
        record.audit(placement.caseReference(), "outside.proposed", subject(placementId),
                with(second.asked(prepared(made)), "record", String.valueOf(id)), reasons.nothingNearer(), PROVISION);
        return made;
    }

    private Long policy(PlacementPolicy.Kind kind, LocalDate day) {
        return store.policy(kind, day).map(PlacementPolicy::id).orElse(null);
    }

    /** The officer does not propose the home after all. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void lookAgain(long placementId, String why) {
        Placement placement = placements.get(placementId);
        record.tell(placement.caseReference(), "decision", "Another home is looked for in place of one outside the"
                + " borough", why);
        record.audit(placement.caseReference(), "outside.notProposed", subject(placementId), Map.of(), why, PROVISION);
    }

    /** Why the current officer cannot decide on it, or empty when they can. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> refusal(long placementId) {
        return waiting(placementId).map(made -> second.refusal(prepared(made)))
                .orElse(Optional.of("No record of this placement waits for a manager."));
    }

    /** Who may decide, in words, or what to do where nobody may; null where nothing waits. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public String whoMayApprove(long placementId) {
        return waiting(placementId).map(made -> second.whoCould(prepared(made))).orElse(null);
    }

    /** Whether the current officer may take it back undecided. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean mayTakeBack(long placementId) {
        return waiting(placementId).filter(made -> second.mayTakeBack(prepared(made))).isPresent();
    }

    /** Why nobody may approve the record as it stands, or empty. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> outdated(long placementId) {
        return waiting(placementId).flatMap(this::whyOutdated);
    }

    private Optional<String> whyOutdated(OutsideRecord made) {
        Placement placement = placements.get(made.placementId());
        if (placement.unitId() == null || placement.unitId() != made.unitId()) {
            return Optional.of("Another home was chosen since this was recorded. Return it to the officer.");
        }
        return checks.problems(made.caseReference(), made.members()).isEmpty() ? Optional.empty()
                : Optional.of("The household has changed since this was recorded. Return it to the officer.");
    }

    private Optional<OutsideRecord> waiting(long placementId) {
        return latest(placementId).filter(OutsideRecord::waits);
    }

    /**
     * The manager approves the home, or returns the record.
     *
     * @param words why, or what has to change
     * @throws org.threshold.access.NotPermitted when they may not decide on it
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void answer(long placementId, boolean approved, String words) {
        OutsideRecord made = mustWait(placementId);
        if (approved) {
            whyOutdated(made).ifPresent(sentence -> {
                throw new NotPossible(sentence);
            });
        }
        Map<String, String> independence = second.require(prepared(made));
        answer(made, approved ? Answer.Kind.APPROVED : Answer.Kind.RETURNED, words, independence);
    }

    /** Whoever recorded it takes it back before a manager has decided; where nobody can decide, a leader does. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void takeBack(long placementId, String words) {
        OutsideRecord made = mustWait(placementId);
        second.requireTakeBack(prepared(made));
        answer(made, Answer.Kind.TAKEN_BACK, words, Map.of());
    }

    private OutsideRecord mustWait(long placementId) {
        return waiting(placementId)
                .orElseThrow(() -> new NotPossible("No record of this placement waits for a manager."));
    }

    private void answer(OutsideRecord made, Answer.Kind kind, String words, Map<String, String> independence) {
        if (!store.answer(made.id(), new Answer(kind, words, record.by(), record.now()))) {
            throw new NotPossible("Somebody else has decided on this record meanwhile.");
        }
        record.tell(made.caseReference(), "decision", switch (kind) {
            case APPROVED -> "The home outside the borough is approved";
            case RETURNED -> "The record of the home outside the borough is returned";
            case TAKEN_BACK -> "The record of the home outside the borough is taken back";
        }, words);
        record.audit(made.caseReference(), "outside." + switch (kind) {
            case APPROVED -> "approved";
            case RETURNED -> "returned";
            case TAKEN_BACK -> "takenBack";
        }, subject(made.placementId()), with(independence, "record", String.valueOf(made.id())), words, PROVISION);
    }

    private static Prepared prepared(OutsideRecord made) {
        return Prepared.by(FourEyes.OUT_OF_BOROUGH, made.caseReference(), made.recordedBy());
    }

    private static Map<String, String> with(Map<String, String> facts, String key, String value) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put(key, value);
        return all;
    }

    private static String subject(long placementId) {
        return "placement " + placementId;
    }
}
