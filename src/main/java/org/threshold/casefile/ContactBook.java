package org.threshold.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.casefile.store.ContactPointStore;
import org.threshold.casefile.store.ContactPointStore.By;
import org.threshold.casefile.store.ContactPointStore.NewPoint;

/** Writes the applicant's contact details, given as a whole, into the history: what differs ends, and what is new begins. */
@Component
class ContactBook {

    private final ContactPointStore store;
    private final CurrentOfficer officer;
    private final Clock clock;

    ContactBook(ContactPointStore store, CurrentOfficer officer, Clock clock) {
        this.store = store;
        this.officer = officer;
        this.clock = clock;
    }

    /** @param from since when what is recorded holds */
    void begin(CaseReference reference, long applicant, ContactDetails contact, boolean doNotWrite, LocalDate from) {
        By by = by();
        address(reference, applicant, contact, from, by);
        number(reference, applicant, ContactPointKind.PHONE, phone(contact), from, by);
        number(reference, applicant, ContactPointKind.EMAIL, contact.email(), from, by);
        if (contact.method() != null || contact.safety() != null) {
            store.insertRule(reference, applicant, ContactRule.Kind.WAY, false, contact.method(), contact.safety(), null,
                    null, by);
        }
        if (doNotWrite) {
            forbidPost(reference, applicant, null, by);
        }
    }

    void change(CaseReference reference, long applicant, ContactDetails before, ContactDetails after) {
        By by = by();
        if (!Objects.equals(before.address(), after.address())
                || !Objects.equals(before.postcode(), after.postcode())) {
            endPost(reference, applicant, by.today(), by);
            address(reference, applicant, after, by.today(), by);
        }
        if (!Objects.equals(before.phone(), after.phone())) {
            endAll(reference, applicant, List.of(ContactPointKind.PHONE), by.today(), by);
            number(reference, applicant, ContactPointKind.PHONE, phone(after), by.today(), by);
        }
        if (!Objects.equals(before.email(), after.email())) {
            endAll(reference, applicant, List.of(ContactPointKind.EMAIL), by.today(), by);
            number(reference, applicant, ContactPointKind.EMAIL, after.email(), by.today(), by);
        }
        if (before.method() != after.method() || !Objects.equals(before.safety(), after.safety())) {
            changeWay(reference, applicant, after, by);
        }
    }

    /** What may only be done in one way stays so; whoever no longer names a way has no such rule either. */
    private void changeWay(CaseReference reference, long applicant, ContactDetails after, By by) {
        ContactRule before = store.rules(reference).stream().filter(rule -> rule.memberId() == applicant
                && rule.kind() == ContactRule.Kind.WAY && rule.holds()).findFirst().orElse(null);
        store.endRule(applicant, ContactRule.Kind.WAY, null, by);
        String through = before == null ? null : before.through();
        if (after.method() != null || after.safety() != null || through != null) {
            store.insertRule(reference, applicant, ContactRule.Kind.WAY,
                    before != null && before.onlyBy() && after.method() != null, after.method(), after.safety(),
                    through, before == null ? null : before.reason(), by);
        }
    }

    void forbidPost(CaseReference reference, long memberId, String reason, By by) {
        store.insertRule(reference, memberId, ContactRule.Kind.DO_NOT_WRITE, false, null, null, null, reason, by);
    }

    void allowPost(long memberId, String reason, By by) {
        store.endRule(memberId, ContactRule.Kind.DO_NOT_WRITE, reason, by);
    }

    /** Ends what letters go to now. Where they stay is only ended when letters go there. */
    private void endPost(CaseReference reference, long memberId, LocalDate on, By by) {
        List<ContactPoint> now = store.points(reference).stream()
                .filter(point -> point.memberId() == memberId && point.holdsOn(on)).toList();
        List<ContactPoint> letters = now.stream().filter(point -> point.kind().isForLetters()).toList();
        (letters.isEmpty() ? now.stream().filter(point -> point.kind() == ContactPointKind.STAYING
                && point.safety() != ContactSafety.UNSAFE).toList() : letters)
                .forEach(point -> store.end(point.id(), on, by));
    }

    /** Ends everything of these kinds that holds on the day or would begin later. */
    void endAll(CaseReference reference, long memberId, List<ContactPointKind> kinds, LocalDate on, By by) {
        store.points(reference).stream()
                .filter(point -> point.memberId() == memberId && kinds.contains(point.kind())
                        && (point.endedOn() == null || point.endedOn().isAfter(on)))
                .forEach(point -> store.end(point.id(), on, by));
    }

    private void address(CaseReference reference, long memberId, ContactDetails contact, LocalDate from, By by) {
        if (contact.address() != null || contact.postcode() != null) {
            store.insert(reference, new NewPoint(memberId, ContactPointKind.LETTERS, contact.address(),
                    contact.postcode(), null, ContactSafety.NOT_ASKED, null, from, null), by);
        }
    }

    private void number(CaseReference reference, long memberId, ContactPointKind kind, String value, LocalDate from,
                        By by) {
        if (value != null) {
            store.insert(reference, new NewPoint(memberId, kind, value, null, null, ContactSafety.NOT_ASKED, null, from,
                    null), by);
        }
    }

    private static String phone(ContactDetails contact) {
        return contact.phone() == null ? null : contact.phone().value();
    }

    By by() {
        return new By(officer.get().username(), clock.instant(), LocalDate.now(clock));
    }
}
