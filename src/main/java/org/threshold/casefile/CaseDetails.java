package org.threshold.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.store.CaseFileStore;
import org.threshold.casefile.store.HouseholdStore;

/**
 * The facts of a case file: read as a whole, changed part by part. Each change is on the timeline, with what was
 * before, and in the audit, without it. A change made on facts that someone else has changed meanwhile is refused.
 */
@Service
public class CaseDetails {

    private final CaseFileStore files;
    private final HouseholdStore households;
    private final ContactBook contacts;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CaseListeners listeners;
    private final Clock clock;

    CaseDetails(CaseFileStore files, HouseholdStore households, ContactBook contacts, Timeline timeline,
                AuditTrail audit, CaseListeners listeners, Clock clock) {
        this.files = files;
        this.households = households;
        this.contacts = contacts;
        this.timeline = timeline;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @throws UnknownCase when there is no such case */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public CaseFile of(CaseReference reference) {
        return read(reference);
    }

    /** @param version the {@link CaseFile#version()} that the officer saw */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void changeContact(CaseReference reference, int version, ContactDetails contact) {
        CaseFile before = lock(reference, version);
        if (before.contact().equals(contact)) {
            return;
        }
        contacts.change(reference, before.applicant().id(), before.contact(), contact);
        files.updateLanguage(reference, contact.language());
        record(reference, "case.contactChanged", "Contact details changed",
                Changes.between(before.contact(), contact));
    }

    /** @param version the {@link CaseFile#version()} that the officer saw */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void changeNeeds(CaseReference reference, int version, Set<SupportNeed> needs) {
        CaseFile before = lock(reference, version);
        if (Set.copyOf(before.needs()).equals(needs)) {
            return;
        }
        files.updateNeeds(reference, needs);
        record(reference, "case.needsChanged", "Support needs changed", difference(
                titles(before.needs(), SupportNeed::title), titles(needs, SupportNeed::title)));
    }

    /**
     * @param version the {@link CaseFile#version()} that the officer saw
     * @param reason  why, for the next officer; may be null
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void changeFlags(CaseReference reference, int version, Set<CaseFlag> flags, String reason) {
        CaseFile before = lock(reference, version);
        if (Set.copyOf(before.flags()).equals(flags)) {
            return;
        }
        files.updateFlags(reference, flags.stream().sorted().toList());
        doNotWrite(before, flags.contains(CaseFlag.DO_NOT_WRITE), reason);
        String change = difference(titles(before.flags(), CaseFlag::title), titles(flags, CaseFlag::title));
        String why = Texts.optional(reason, 500, "The reason");
        record(reference, "case.flagsChanged", "Flags changed", why == null ? change : change + "\nReason: " + why);
        listeners.tell(read(reference).summary());
    }

    /**
     * Records the case's reference in the previous system, without which the return would count it as a new case.
     *
     * @param version  the {@link CaseFile#version()} that the officer saw
     * @param previous null when there is none
     */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void changePreviousReference(CaseReference reference, int version, String previous) {
        String typed = Texts.optional(previous, NewCase.LONGEST_PREVIOUS_REFERENCE, "The previous reference");
        CaseFile before = lock(reference, version);
        if (Objects.equals(before.previousReference(), typed)) {
            return;
        }
        files.updatePreviousReference(reference, typed);
        record(reference, "case.previousReferenceChanged", "Reference in the previous system changed",
                (typed == null ? "None" : typed) + " (was "
                        + (before.previousReference() == null ? "none" : before.previousReference()) + ")");
    }

    /** One of the flags is a rule about the applicant's post, and is kept as such. */
    private void doNotWrite(CaseFile before, boolean now, String reason) {
        boolean was = before.flags().contains(CaseFlag.DO_NOT_WRITE);
        String why = Texts.optional(reason, 500, "The reason");
        if (now && !was) {
            contacts.forbidPost(before.reference(), before.applicant().id(), why, contacts.by());
        } else if (was && !now) {
            contacts.allowPost(before.applicant().id(), why, contacts.by());
        }
    }

    private CaseFile lock(CaseReference reference, int version) {
        if (!files.advanceVersion(reference, version)) {
            read(reference);
            throw new CaseChanged("Someone else changed this case while you were typing. Nothing of yours was saved:"
                    + " look at what they changed, then save again");
        }
        return read(reference);
    }

    private CaseFile read(CaseReference reference) {
        return files.find(reference, households.of(reference), LocalDate.now(clock))
                .orElseThrow(() -> new UnknownCase(reference.value()));
    }

    private void record(CaseReference reference, String action, String headline, String detail) {
        timeline.add(reference, "system", headline, detail);
        audit.record(new AuditEntry(reference.value(), action, reference.value(), Map.of(), null, null));
    }

    private static <T> Set<String> titles(Collection<T> values, java.util.function.Function<T, String> title) {
        return values.stream().map(title).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static String difference(Set<String> before, Set<String> after) {
        List<String> lines = new ArrayList<>();
        after.stream().filter(Objects::nonNull).filter(t -> !before.contains(t)).forEach(t -> lines.add("Added: " + t));
        before.stream().filter(t -> !after.contains(t)).forEach(t -> lines.add("Removed: " + t));
        return String.join("\n", lines);
    }
}
