package org.threshold.casefile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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

    private ReachRules rules(CaseReference reference, long memberId, LocalDate day) {
        List<PersonContacts> household = contacts.of(reference);
        PersonContacts person = household.stream().filter(each -> each.member().id() == memberId).findFirst()
                .orElseThrow(() -> new UnknownCase(reference.value()));
        Danger danger = store.danger(reference).orElseThrow(() -> new UnknownCase(reference.value()));
        return new ReachRules(person, household, danger, day);
    }
}
