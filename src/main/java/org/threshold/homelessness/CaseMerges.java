package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.ContactCarrying;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.homelessness.store.LinkStore;

/**
 * Two cases of the same household become one: the case that stays gets what it lacks, the other one ends and stays
 * readable. An officer decides it; nothing is ever merged by itself.
 */
@Service
@Needs(Permission.MERGE_CASES)
public class CaseMerges {

    private final LinkStore store;
    private final CaseDetails details;
    private final Household household;
    private final ContactCarrying contacts;
    private final Duties duties;
    private final Cancellations cancellations;
    private final ApproachProcess process;
    private final Permissions permissions;
    private final CurrentOfficer officer;
    private final AtRisk atRisk;
    private final List<LastingFacts> lasting;
    private final CaseRecord record;

    CaseMerges(LinkStore store, CaseDetails details, Household household, ContactCarrying contacts, Duties duties,
               Cancellations cancellations, ApproachProcess process, Permissions permissions, CurrentOfficer officer,
               AtRisk atRisk, List<LastingFacts> lasting, CaseRecord record) {
        this.store = store;
        this.details = details;
        this.household = household;
        this.contacts = contacts;
        this.duties = duties;
        this.cancellations = cancellations;
        this.process = process;
        this.permissions = permissions;
        this.officer = officer;
        this.atRisk = atRisk;
        this.lasting = lasting;
        this.record = record;
    }

    /** Why the two cannot be merged that way round, in words to the officer; nothing is changed. */
    @Transactional(readOnly = true)
    public void check(CaseReference kept, CaseReference merged) {
        if (kept.equals(merged)) {
            throw new NotPossible("A case cannot be merged into itself. Enter the reference of the other case.");
        }
        CaseFile stays = details.of(kept);
        CaseFile goes = details.of(merged);
        requireUsable(stays);
        requireUsable(goes);
        requireTeam(stays);
        requireTeam(goes);
        if (!atRisk.openToNobodyElse(kept, merged)) {
            throw new NotPossible(merged + " is restricted, and " + kept + " can be seen by people who are not named on"
                    + " it. Restrict " + kept + " to the same people first, or let " + merged + " stay instead.");
        }
        if (lasting.stream().anyMatch(fact -> fact.of(merged).isPresent())) {
            throw new NotPossible("Accommodation was arranged on " + merged + ", and its nights and charges stay with that"
                    + " case. Let that case stay instead.");
        }
        if (process.runsBeside(merged)) {
            throw new NotPossible("Something else runs on " + merged + ", such as a review, a referral or the"
                    + " protection of belongings. Let that case stay instead, or end it first.");
        }
        if (process.runs(merged) && !process.runs(kept)) {
            throw new NotPossible("The approach of " + kept + " has finished, and that of " + merged + " has not. Let "
                    + merged + " stay instead, so that their application is not lost.");
        }
        if (!running(merged).isEmpty() && running(kept).isEmpty()) {
            throw new NotPossible("The " + words(running(merged)) + " runs on " + merged + " and none on " + kept
                    + ". Let " + merged + " stay instead.");
        }
    }

    private static void requireUsable(CaseFile file) {
        Cancellations.requireOwnCase(file.status());
        if (file.status() == CaseStatus.DECEASED) {
            throw new NotPossible("The applicant of " + file.reference() + " has died. That case stays as it is.");
        }
    }

    private void requireTeam(CaseFile file) {
        if (!officer.get().teams().contains(file.team())
                && !permissions.allows(officer.get(), Permission.ASSIGN_WORK)) {
            throw new NotPermitted("You cannot merge " + file.reference() + ", because it belongs to another team. A"
                    + " team leader can.");
        }
    }

    /** Whether duties run on both cases that are not the same, so that the officer must say which are true. */
    @Transactional(readOnly = true)
    public boolean dutiesDiffer(CaseReference kept, CaseReference merged) {
        List<Duty> goes = running(merged);
        return !goes.isEmpty() && !sameDuties(running(kept), goes);
    }

    private static boolean sameDuties(List<Duty> one, List<Duty> other) {
        return keys(one).equals(keys(other));
    }

    private static Set<String> keys(List<Duty> duties) {
        return duties.stream().map(duty -> duty.kind() + " " + duty.startedOn()).collect(Collectors.toSet());
    }

    private List<Duty> running(CaseReference reference) {
        return duties.of(reference).stream().filter(Duty::running).toList();
    }

    private static String words(List<Duty> running) {
        return running.stream().map(duty -> duty.kind().title().toLowerCase()).collect(Collectors.joining(" and "));
    }

    /**
     * @param keptDutiesTrue whether the officer looked at both and the duties of the case that stays are the true ones
     * @throws NotPossible where they cannot be merged, or duties differ and the officer did not say which are true
     */
    @Transactional
    public void merge(CaseReference kept, CaseReference merged, String reason, boolean keptDutiesTrue) {
        check(kept, merged);
        if (dutiesDiffer(kept, merged) && !keptDutiesTrue) {
            throw new NotPossible("Different duties run on the two cases: on " + kept + " the " + words(running(kept))
                    + ", on " + merged + " the " + words(running(merged)) + ". Say that the duties of " + kept
                    + " are the true ones, or let " + merged + " stay instead.");
        }
        CaseFile before = details.of(kept);
        CaseFile goes = details.of(merged);
        List<String> carried = carryOver(before, goes);
        String what = carried.isEmpty() ? "Nothing was missing on this case." : String.join("\n", carried);
        store.insertMerge(kept, merged, reason, what, before.status(), goes.status(), keptDutiesTrue,
                record.by(), record.now());
        record.tell(kept, "system", "Case " + merged + " was merged into this one", reason + "\n" + what);
        record.tell(merged, "system", "Merged into case " + kept, reason);
        record.audit(kept, "case.mergedIn", merged, Map.of("merged", merged.value()), reason, null);
        cancellations.cancel(merged, Cancellations.Why.MERGED, reason);
    }

    private List<String> carryOver(CaseFile kept, CaseFile goes) {
        List<String> carried = new ArrayList<>();
        for (HouseholdMember member : goes.household()) {
            if (member.present() && kept.household().stream().noneMatch(known -> same(known.person(),
                    member.person()))) {
                household.add(kept.reference(), asMember(member.person()));
                carried.add("Household: " + member.person().name());
            }
        }
        carryNeeds(kept.reference(), goes, carried);
        carryFlags(kept.reference(), goes, carried);
        carryContact(kept.reference(), goes, carried);
        return carried;
    }

    /** The same last and first names, and no birthdays that speak against it. */
    private static boolean same(Person one, Person other) {
        return one.name().equalsIgnoreCase(other.name()) && (one.dateOfBirth() == null || other.dateOfBirth() == null
                || one.dateOfBirth().equals(other.dateOfBirth()));
    }

    private static Person asMember(Person person) {
        return person.relationship() != Relationship.MAIN_APPLICANT ? person
                : new Person(person.givenName(), person.familyName(), person.dateOfBirth(), Relationship.OTHER,
                        person.nationalInsurance(), person.inEducation(), person.sex());
    }

    private void carryNeeds(CaseReference kept, CaseFile goes, List<String> carried) {
        CaseFile now = details.of(kept);
        var all = new HashSet<>(now.needs());
        if (all.addAll(goes.needs())) {
            details.changeNeeds(kept, now.version(), all);
            carried.add("Support needs");
        }
    }

    private void carryFlags(CaseReference kept, CaseFile goes, List<String> carried) {
        CaseFile now = details.of(kept);
        var all = new HashSet<>(now.flags());
        // 'Do not write' is about a person's post and goes with their contact details.
        if (all.addAll(goes.flags().stream().filter(flag -> flag != CaseFlag.DO_NOT_WRITE).toList())) {
            details.changeFlags(kept, now.version(), all, "Carried over from " + goes.reference());
            carried.add("Alerts and access needs");
        }
    }

    private void carryContact(CaseReference kept, CaseFile goes, List<String> carried) {
        if (contacts.carry(kept, goes.reference())) {
            carried.add("Contact details");
        }
    }
}
