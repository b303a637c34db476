package org.threshold.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.store.CaseFileStore;
import org.threshold.casefile.store.HouseholdStore;

/** Who lives, or might reasonably be expected to live, with the applicant (s176). Nobody is ever deleted. */
@Service
public class Household {

    private final CaseFileStore files;
    private final HouseholdStore households;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CaseListeners listeners;
    private final SamePeople samePeople;
    private final Clock clock;

    Household(CaseFileStore files, HouseholdStore households, Timeline timeline, AuditTrail audit,
              CaseListeners listeners, SamePeople samePeople, Clock clock) {
        this.files = files;
        this.households = households;
        this.timeline = timeline;
        this.audit = audit;
        this.listeners = listeners;
        this.samePeople = samePeople;
        this.clock = clock;
    }

    /** Everyone ever recorded, the main applicant first, then as they were added. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<HouseholdMember> of(CaseReference reference) {
        return households.of(reference);
    }

    /** @throws UnknownCase when the case has no such member */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public HouseholdMember member(CaseReference reference, long id) {
        return find(reference, id);
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public long add(CaseReference reference, Person person) {
        if (person.relationship() == Relationship.MAIN_APPLICANT) {
            throw new IllegalArgumentException("A case has one main applicant");
        }
        if (files.summary(reference).isEmpty()) {
            throw new UnknownCase(reference.value());
        }
        if (households.of(reference).size() >= NewCase.LARGEST_HOUSEHOLD) {
            throw new IllegalArgumentException("A household can have " + NewCase.LARGEST_HOUSEHOLD + " people at most");
        }
        long id = households.insert(reference, person);
        timeline.add(reference, "system", person.name() + " added to the household", person.relationship().title());
        record(reference, "household.memberAdded", id);
        tell(reference);
        samePeople.look(reference);
        return id;
    }

    /** @param version the {@link HouseholdMember#version()} that the officer saw */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void change(CaseReference reference, long id, int version, Person person) {
        HouseholdMember before = find(reference, id);
        if (before.mainApplicant() != (person.relationship() == Relationship.MAIN_APPLICANT)) {
            throw new IllegalArgumentException("The main applicant of a case stays the main applicant");
        }
        String changes = Changes.between(before.person(), person);
        if (changes.isEmpty()) {
            return;
        }
        requireSaved(households.update(id, version, person));
        timeline.add(reference, "system", "Details of " + person.name() + " changed", changes);
        record(reference, "household.memberChanged", id);
        tell(reference);
        samePeople.look(reference);
    }

    /**
     * Records that someone is no longer in the household.
     *
     * @param version the {@link HouseholdMember#version()} that the officer saw
     * @param on      the first day without them, not in the future
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void leave(CaseReference reference, long id, int version, LocalDate on) {
        HouseholdMember before = find(reference, id);
        if (before.mainApplicant()) {
            throw new IllegalArgumentException("The main applicant cannot leave their own case");
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("The day they left must be today or in the past");
        }
        if (!before.present()) {
            return;
        }
        requireSaved(households.leave(id, version, on));
        timeline.add(reference, "system", before.person().name() + " left the household on " + Days.inWords(on), null);
        record(reference, "household.memberLeft", id);
        tell(reference);
    }

    private HouseholdMember find(CaseReference reference, long id) {
        return households.of(reference).stream().filter(m -> m.id() == id).findFirst()
                .orElseThrow(() -> new UnknownCase(reference.value()));
    }

    private static void requireSaved(boolean saved) {
        if (!saved) {
            throw new CaseChanged("Someone else changed this person's details while you were typing. Nothing of yours"
                    + " was saved: look at what they changed, then save again");
        }
    }

    private void record(CaseReference reference, String action, long id) {
        audit.record(new AuditEntry(reference.value(), action, "member " + id, Map.of(), null, null));
    }

    private void tell(CaseReference reference) {
        files.find(reference, households.of(reference), LocalDate.now(clock)).map(CaseFile::summary).ifPresent(listeners::tell);
    }
}
