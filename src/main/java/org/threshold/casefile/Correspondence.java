package org.threshold.casefile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.store.ContactPointStore;
import org.threshold.casefile.store.ContactPointStore.Danger;

/**
 * The one answer to 'where may we write to them?' for letters, messages and appointments: asked when something is made,
 * and again on the day it is sent. Whoever arranges an appointment asks {@link #every} and tells the person of it in a
 * way that is allowed.
 */
@Service
public class Correspondence {

    private final Contacts contacts;
    private final ContactPointStore store;

    Correspondence(Contacts contacts, ContactPointStore store) {
        this.contacts = contacts;
        this.store = store;
    }

    /**
     * Where to post to somebody in the household on the day, or why not and what to do instead.
     *
     * @throws UnknownCase when the case has no such person
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Reach to(CaseReference reference, long memberId, LocalDate day) {
        return rules(reference, memberId, day).by(Way.POST);
    }

    /** The same for any way. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Reach by(Way way, CaseReference reference, long memberId, LocalDate day) {
        return rules(reference, memberId, day).by(way);
    }

    /** Every way, allowed or not, in the order of {@link Way}. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Reach> every(CaseReference reference, long memberId, LocalDate day) {
        ReachRules rules = rules(reference, memberId, day);
        return Arrays.stream(Way.values()).map(rules::by).toList();
    }

    /** A person of a household with how they are reached and whether letters may go to them. */
    public record Reached(PersonContacts contacts, Reach post) {
    }

    /** Everybody of the household, the main applicant first and those who left last. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Reached> household(CaseReference reference, LocalDate day) {
        List<PersonContacts> household = contacts.of(reference);
        Danger danger = danger(reference);
        return household.stream()
                .sorted(Comparator.comparing((PersonContacts person) -> !person.member().present()))
                .map(person -> new Reached(person, new ReachRules(person, household, danger, day).by(Way.POST)))
                .toList();
    }

    /** The only way in which the main applicant is to be contacted, in words; empty where there is none such. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> onlyBy(CaseReference reference) {
        return store.onlyByOfApplicant(reference).map(ContactRule::words);
    }

    private ReachRules rules(CaseReference reference, long memberId, LocalDate day) {
        List<PersonContacts> household = contacts.of(reference);
        PersonContacts person = household.stream().filter(each -> each.member().id() == memberId).findFirst()
                .orElseThrow(() -> new UnknownCase(reference.value()));
        return new ReachRules(person, household, danger(reference), day);
    }

    private Danger danger(CaseReference reference) {
        return store.danger(reference).orElseThrow(() -> new UnknownCase(reference.value()));
    }
}
