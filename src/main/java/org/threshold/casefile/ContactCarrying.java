package org.threshold.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.store.ContactPointStore;
import org.threshold.casefile.store.ContactPointStore.By;
import org.threshold.casefile.store.ContactPointStore.NewPoint;

/**
 * Carries what is known of how people are reached to another case of the same household: each person's own to that
 * person, and to nobody else. What protects somebody is always carried; anything else only where nothing is known.
 */
@Service
public class ContactCarrying {

    private final Contacts contacts;
    private final ContactPointStore store;
    private final ContactBook book;
    private final CaseListeners listeners;
    private final CaseFiles files;
    private final AuditTrail audit;

    ContactCarrying(Contacts contacts, ContactPointStore store, ContactBook book, CaseListeners listeners,
                    CaseFiles files, AuditTrail audit) {
        this.contacts = contacts;
        this.store = store;
        this.book = book;
        this.listeners = listeners;
        this.files = files;
        this.audit = audit;
    }

    /** @return whether anything was carried */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public boolean carry(CaseReference to, CaseReference from) {
        By by = book.by();
        List<PersonContacts> sources = contacts.of(from);
        List<String> carried = new ArrayList<>();
        for (PersonContacts person : contacts.of(to)) {
            sources.stream().filter(source -> same(source.member().person(), person.member().person())).findFirst()
                    .ifPresent(source -> carry(to, person, source, by, carried));
        }
        if (!carried.isEmpty()) {
            audit.record(new AuditEntry(to.value(), "contact.carriedOver", to.value(), Map.of("from", from.value(),
                    "parts", String.join(" ", carried)), null, null));
            listeners.tell(files.summary(to));
        }
        return !carried.isEmpty();
    }

    private void carry(CaseReference to, PersonContacts person, PersonContacts source, By by, List<String> carried) {
        boolean knowsPost = person.forPost(by.today()).isPresent();
        List<ContactPoint> still = source.points().stream()
                .filter(point -> point.endedOn() == null || point.endedOn().isAfter(by.today())).toList();
        for (ContactPoint point : still) {
            boolean known = person.points().stream().anyMatch(point::sameAs);
            boolean taken = point.kind().isForLetters() ? knowsPost : person.on(by.today(), point.kind()).isPresent();
            if (!known && !taken) {
                store.insert(to, new NewPoint(person.member().id(), point.kind(), point.value(), point.postcode(),
                        point.careOf(), point.safety(), point.remark(), point.from(), point.endedOn()), by);
                carried.add(point.kind().name());
            } else if (point.safety() == ContactSafety.UNSAFE) {
                carryDanger(to, person, point, by, carried);
            }
        }
        carryRules(to, person, source, by, carried);
    }

    /** What is not safe is not safe on the other case either; one that is not used there is kept as ended. */
    private void carryDanger(CaseReference to, PersonContacts person, ContactPoint unsafe, By by,
                             List<String> carried) {
        List<ContactPoint> same = person.points().stream().filter(unsafe::sameAs).toList();
        List<ContactPoint> used = same.stream().filter(point -> point.safety() != ContactSafety.UNSAFE
                && (point.endedOn() == null || point.endedOn().isAfter(by.today()))).toList();
        used.forEach(point -> {
            store.end(point.id(), by.today(), by);
            store.insert(to, new NewPoint(person.member().id(), point.kind(), point.value(), point.postcode(),
                    point.careOf(), ContactSafety.UNSAFE, unsafe.remark(),
                    point.from().isAfter(by.today()) ? point.from() : by.today(), point.endedOn()), by);
            carried.add(point.kind().name());
        });
        if (same.isEmpty()) {
            store.insert(to, new NewPoint(person.member().id(), unsafe.kind(), unsafe.value(), unsafe.postcode(),
                    unsafe.careOf(), ContactSafety.UNSAFE, unsafe.remark(), unsafe.from(),
                    unsafe.from().isAfter(by.today()) ? unsafe.from() : by.today()), by);
            carried.add(unsafe.kind().name());
        }
    }

    private void carryRules(CaseReference to, PersonContacts person, PersonContacts source, By by,
                            List<String> carried) {
        if (source.doNotWrite().isPresent() && person.doNotWrite().isEmpty()) {
            book.forbidPost(to, person.member().id(), source.doNotWrite().get().reason(), by);
            carried.add("DO_NOT_WRITE");
        }
        ContactRule way = source.way().orElse(null);
        ContactRule known = person.way().orElse(null);
        if (way != null && (known == null || way.onlyBy() && !known.onlyBy())) {
            store.endRule(person.member().id(), ContactRule.Kind.WAY, "Carried over from another case", by);
            store.insertRule(to, person.member().id(), ContactRule.Kind.WAY, way.onlyBy(), way.method(),
                    way.safeWhen(), way.through(), way.reason(), by);
            carried.add("WAY");
        }
    }

    /** Somebody may have another last name by now, but not another birthday. */
    private static boolean same(Person one, Person other) {
        if (one.nationalInsurance() != null && one.nationalInsurance().equals(other.nationalInsurance())) {
            return true;
        }
        boolean sameBirth = Objects.equals(one.dateOfBirth(), other.dateOfBirth());
        return sameBirth && (NameKey.of(one.name()).equals(NameKey.of(other.name()))
                || one.dateOfBirth() != null && NameKey.of(one.givenName()).equals(NameKey.of(other.givenName())));
    }
}
