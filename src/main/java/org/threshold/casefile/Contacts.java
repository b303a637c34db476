package org.threshold.casefile;

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
import org.threshold.casefile.store.ContactPointStore;
import org.threshold.casefile.store.ContactPointStore.By;
import org.threshold.casefile.store.ContactPointStore.NewPoint;
import org.threshold.casefile.store.HouseholdStore;

/**
 * Where and how each person of a household is reached: read with its history, and changed by ending one part and
 * beginning another. Anybody in casework may record what they were told, and that something is not safe; that post is
 * allowed again is for whoever works on the case. Each change is refused when somebody else changed the case meanwhile.
 */
@Service
public class Contacts {

    private static final int LONGEST_REASON = 500;

    private final ContactPointStore store;
    private final ContactBook book;
    private final CaseFileStore files;
    private final HouseholdStore households;
    private final CaseVersions versions;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final CaseListeners listeners;
    private final SamePeople samePeople;

    Contacts(ContactPointStore store, ContactBook book, CaseFileStore files, HouseholdStore households,
             CaseVersions versions, Timeline timeline, AuditTrail audit, CaseListeners listeners,
             SamePeople samePeople) {
        this.store = store;
        this.book = book;
        this.files = files;
        this.households = households;
        this.versions = versions;
        this.timeline = timeline;
        this.audit = audit;
        this.listeners = listeners;
        this.samePeople = samePeople;
    }

    /** Of everybody ever recorded in the household, the main applicant first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<PersonContacts> of(CaseReference reference) {
        List<ContactPoint> points = store.points(reference);
        List<ContactRule> rules = store.rules(reference);
        return households.of(reference).stream().map(member -> new PersonContacts(member,
                points.stream().filter(point -> point.memberId() == member.id()).toList(),
                rules.stream().filter(rule -> rule.memberId() == member.id()).toList())).toList();
    }

    /**
     * Records where somebody stays or where their letters go. A new place to stay ends the one before; where letters go
     * from then on is said with it, so that none goes on to an address that they have left.
     *
     * @param version the {@link CaseFile#version()} that the officer saw
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void recordAddress(CaseReference reference, int version, NewAddress typed) {
        versions.advance(reference, version);
        HouseholdMember member = member(reference, typed.memberId());
        By by = book.by();
        boolean staying = typed.kind() == ContactPointKind.STAYING;
        if (staying) {
            book.endAll(reference, member.id(), List.of(ContactPointKind.STAYING), typed.from(), by);
        }
        if (!staying || typed.post() != NewAddress.Post.AS_BEFORE) {
            book.endAll(reference, member.id(), List.of(ContactPointKind.LETTERS, ContactPointKind.CARE_OF),
                    typed.from(), by);
        }
        ContactSafety safety = staying && typed.post() == NewAddress.Post.NOWHERE ? ContactSafety.UNSAFE
                : typed.safety();
        long id = store.insert(reference, new NewPoint(member.id(), typed.kind(), typed.lines(), typed.postcode(),
                typed.careOf(), safety, typed.remark(), typed.from(),
                typed.until() == null ? null : typed.until().plusDays(1)), by);
        tell(reference, member, "Address recorded", typed.kind().title() + ": " + point(reference, id).oneLine()
                + "\nFrom " + Days.inWords(typed.from()) + (staying ? "\nLetters: " + typed.post().title() : "")
                + "\nPost: " + safety.title());
        record(reference, "contact.addressRecorded", "contact point " + id, Map.of("kind", typed.kind().name(),
                "safety", safety.name(), "member", Long.toString(member.id())));
    }

    /**
     * Records that the council has placed the main applicant somewhere. Letters go on to their address for letters, if
     * they have one; nothing changes where they are recorded there already.
     *
     * @param lines the address as it was typed
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void placed(CaseReference reference, String lines, LocalDate from) {
        By by = book.by();
        HouseholdMember applicant = households.of(reference).stream().filter(HouseholdMember::mainApplicant).findFirst()
                .orElseThrow(() -> new UnknownCase(reference.value()));
        String kept = Texts.required(lines, ContactDetails.LONGEST_TEXT, "An address");
        boolean known = person(reference, applicant.id()).on(from, ContactPointKind.STAYING)
                .filter(point -> ContactSpotter.isOnFile(kept, List.of(point))).isPresent();
        if (known) {
            return;
        }
        book.endAll(reference, applicant.id(), List.of(ContactPointKind.STAYING), from, by);
        long id = store.insert(reference, new NewPoint(applicant.id(), ContactPointKind.STAYING, kept, null, null,
                ContactSafety.NOT_ASKED, "Accommodation that the council arranged", from, null), by);
        record(reference, "contact.addressRecorded", "contact point " + id, Map.of("kind",
                ContactPointKind.STAYING.name(), "safety", ContactSafety.NOT_ASKED.name(), "member",
                Long.toString(applicant.id())));
    }

    /**
     * Records a telephone number or an e-mail address, which ends the one before.
     *
     * @param value a number in international form or an e-mail address
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void recordNumber(CaseReference reference, int version, long memberId, ContactPointKind kind, String value,
                             ContactSafety safety, String remark) {
        if (kind.isAddress()) {
            throw new IllegalArgumentException("An address is recorded as one");
        }
        String kept = kind == ContactPointKind.PHONE ? new PhoneNumber(value).value()
                : Texts.required(value, ContactDetails.LONGEST_EMAIL, "An email address");
        versions.advance(reference, version);
        HouseholdMember member = member(reference, memberId);
        By by = book.by();
        book.endAll(reference, memberId, List.of(kind), by.today(), by);
        long id = store.insert(reference, new NewPoint(memberId, kind, kept, null, null, safety,
                Texts.optional(remark, LONGEST_REASON, "What to know"), by.today(), null), by);
        tell(reference, member, kind.title() + " recorded", point(reference, id).oneLine() + "\n" + safety.title());
        record(reference, "contact.numberRecorded", "contact point " + id, Map.of("kind", kind.name(), "safety",
                safety.name(), "member", Long.toString(memberId)));
        samePeople.look(reference);
    }

    /** Says anew whether something that holds may be used; what was said before stays in the history. */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void changeSafety(CaseReference reference, int version, long pointId, ContactSafety safety, String why) {
        String reason = Texts.optional(why, LONGEST_REASON, "The reason");
        versions.advance(reference, version);
        ContactPoint before = point(reference, pointId);
        By by = book.by();
        if (before.endedOn() != null && !before.endedOn().isAfter(by.today())) {
            throw new IllegalArgumentException("This has ended. Record the address or number anew");
        }
        store.end(pointId, by.today(), by);
        LocalDate from = before.from().isAfter(by.today()) ? before.from() : by.today();
        long id = store.insert(reference, new NewPoint(before.memberId(), before.kind(), before.value(),
                before.postcode(), before.careOf(), safety, reason == null ? before.remark() : reason, from,
                before.endedOn()), by);
        tell(reference, member(reference, before.memberId()), "Safety of contact changed", before.oneLine() + "\n"
                + safety.title() + " (was: " + before.safety().title() + ")" + (reason == null ? "" : "\n" + reason));
        record(reference, "contact.safetyChanged", "contact point " + id, Map.of("from", before.safety().name(), "to",
                safety.name()));
    }

    /** @param on the first day on which it no longer holds */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void end(CaseReference reference, int version, long pointId, LocalDate on) {
        versions.advance(reference, version);
        ContactPoint point = point(reference, pointId);
        By by = book.by();
        if (point.endedOn() != null && !point.endedOn().isAfter(by.today())) {
            throw new IllegalArgumentException("This has ended. Record the address or number anew");
        }
        if (on.isBefore(point.from())) {
            throw new IllegalArgumentException("It cannot end before it began, on " + Days.inWords(point.from()));
        }
        store.end(pointId, on, by);
        tell(reference, member(reference, point.memberId()), point.kind().title() + " ends", point.oneLine()
                + "\nNot from " + Days.inWords(on) + " on");
        record(reference, "contact.ended", "contact point " + pointId, Map.of("on", on.toString()));
    }

    /** Nothing is posted to them from now on, until somebody allows it again. */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void forbidPost(CaseReference reference, int version, long memberId, String why) {
        String reason = Texts.required(why, LONGEST_REASON, "The reason");
        versions.advance(reference, version);
        HouseholdMember member = member(reference, memberId);
        book.allowPost(memberId, "Said anew", book.by());
        book.forbidPost(reference, memberId, reason, book.by());
        tell(reference, member, "Do not write", reason);
        record(reference, "contact.postForbidden", "member " + memberId, Map.of());
    }

    @Needs(Permission.WORK_CASES)
    @Transactional
    public void allowPost(CaseReference reference, int version, long memberId, String why) {
        String reason = Texts.required(why, LONGEST_REASON, "The reason");
        versions.advance(reference, version);
        HouseholdMember member = member(reference, memberId);
        book.allowPost(memberId, reason, book.by());
        tell(reference, member, "Post is allowed again", reason);
        record(reference, "contact.postAllowed", "member " + memberId, Map.of());
    }

    /**
     * Says how they are to be reached.
     *
     * @param onlyBy   in no other way than {@code method}; otherwise it is what they like best
     * @param method   null for no preference
     * @param safeWhen may be null
     * @param through  may be null
     */
    @Needs(Permission.RECORD_CONTACT)
    @Transactional
    public void setWay(CaseReference reference, int version, long memberId, boolean onlyBy, ContactMethod method,
                       String safeWhen, String through) {
        if (onlyBy && method == null) {
            throw new IllegalArgumentException("Select the only way in which they are to be contacted");
        }
        versions.advance(reference, version);
        HouseholdMember member = member(reference, memberId);
        By by = book.by();
        ContactRule before = person(reference, memberId).way().orElse(null);
        store.endRule(memberId, ContactRule.Kind.WAY, null, by);
        String safe = Texts.optional(safeWhen, ContactDetails.LONGEST_TEXT, "What is safe");
        String who = Texts.optional(through, NewAddress.LONGEST_NAME, "A name");
        if (method != null || safe != null || who != null) {
            store.insertRule(reference, memberId, ContactRule.Kind.WAY, onlyBy, method, safe, who, null, by);
        }
        ContactRule now = person(reference, memberId).way().orElse(null);
        tell(reference, member, "How to contact them changed", words(now) + " (was: " + words(before) + ")");
        record(reference, "contact.wayChanged", "member " + memberId, Map.of("onlyBy", Boolean.toString(onlyBy)));
    }

    private static String words(ContactRule rule) {
        return rule == null ? "nothing recorded" : (rule.onlyBy() ? "only " : "") + rule.words();
    }

    private PersonContacts person(CaseReference reference, long memberId) {
        return of(reference).stream().filter(each -> each.member().id() == memberId).findFirst()
                .orElseThrow(() -> new UnknownCase(reference.value()));
    }

    private HouseholdMember member(CaseReference reference, long id) {
        return households.of(reference).stream().filter(member -> member.id() == id).findFirst()
                .orElseThrow(() -> new UnknownCase(reference.value()));
    }

    private ContactPoint point(CaseReference reference, long id) {
        return store.points(reference).stream().filter(point -> point.id() == id).findFirst()
                .orElseThrow(() -> new UnknownCase(reference.value()));
    }

    private void tell(CaseReference reference, HouseholdMember member, String headline, String detail) {
        timeline.add(reference, "system", headline + ": " + member.person().name(), detail);
        files.summary(reference).ifPresent(listeners::tell);
    }

    /** Ids and codes only: where somebody is does not belong in the audit. */
    private void record(CaseReference reference, String action, String subject, Map<String, String> facts) {
        audit.record(new AuditEntry(reference.value(), action, subject, facts, null, null));
    }
}
