package org.threshold.access;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.store.RestrictionStore;
import org.threshold.access.store.RestrictionStore.AccessRow;
import org.threshold.access.store.RestrictionStore.RestrictionRow;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/**
 * Cases that exist only for the people named on them. Whoever may restrict a case can; from then on its manager alone
 * says who is named. Every change is audited on the case with who and why.
 */
@Service
@Transactional
public class RestrictedCases {

    public static final int LONGEST_REASON = 500;

    private final RestrictionStore store;
    private final AccessAlerts alerts;
    private final Managers managers;
    private final CurrentOfficer current;
    private final People people;
    private final Sight sight;
    private final AuditTrail audit;
    private final ObjectProvider<NamesListener> listeners;
    private final Clock clock;

    RestrictedCases(RestrictionStore store, AccessAlerts alerts, Managers managers, CurrentOfficer current,
                    People people, Sight sight, AuditTrail audit, ObjectProvider<NamesListener> listeners,
                    Clock clock) {
        this.store = store;
        this.alerts = alerts;
        this.managers = managers;
        this.current = current;
        this.people = people;
        this.sight = sight;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** Empty where the case is not restricted. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<Restriction> of(CaseKey key) {
        return store.find(key.value()).map(row -> all(List.of(row)).get(0));
    }

    /**
     * The restriction of a case that I see, for the frame of its pages; empty where it is not restricted, or hidden from
     * me. Takes no key: it asks for no operation, and whoever may see nothing learns nothing.
     */
    @OpenToAll("For the frame of a page that was opened; reads under the sight of whoever asks")
    @Transactional(readOnly = true)
    public Optional<Restriction> seen(String reference) {
        return store.standing(reference, sight.parameters())
                .filter(standing -> !standing.equals(RestrictedStanding.HIDDEN.name()))
                .flatMap(standing -> store.find(reference)).map(row -> all(List.of(row)).get(0));
    }

    /** Whether somebody is named on a restricted case, so that work on it may be given to them. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean isNamed(CaseKey key, String username) {
        return store.access(List.of(key.value()), clock.instant()).stream()
                .anyMatch(row -> row.username().equals(username) && row.endsAt() == null);
    }

    /** The restricted cases that I am named on or have opened in an emergency, newest first. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Restriction> mine() {
        return all(store.seenBy(sight.parameters()));
    }

    /**
     * Hides the case from everybody who is not named, whoever asks for it: also from who restricts it, unless they are
     * among the people.
     *
     * @param manager username of a team leader or service manager; is named too
     * @param named   usernames of the others who may see the case
     * @throws InvalidRestriction where something is missing, or the case is restricted already
     */
    @Needs(Permission.RESTRICT_CASE)
    public void restrict(CaseKey key, RestrictionKind kind, String reason, String manager, Collection<String> named) {
        if (kind == null) {
            throw new InvalidRestriction("kind", "Select why the case is restricted");
        }
        String why = reason(reason, "Enter why the case is restricted");
        managers.requireMayManage(manager, key);
        Set<String> names = new LinkedHashSet<>(named);
        names.add(manager);
        names.forEach(managers::requireMayBeNamed);
        Officer me = current.get();
        Instant now = clock.instant();
        listeners.orderedStream().forEach(listener -> listener.namesWillChange(key.value()));
        if (!store.insert(new RestrictionRow(key.value(), kind.name(), why, manager, me.username(), now))) {
            throw new InvalidRestriction("kind", "This case is restricted already");
        }
        names.forEach(name -> store.name(key.value(), name, me.username(), now));
        record(key, "case.restricted", key.value(), Map.of("kind", kind.name(), "manager", manager,
                "people", String.join(" ", new TreeSet<>(names))), why);
        tellManager(key, manager, me, why);
        changed(key.value());
    }

    /**
     * Names more people. Who is named already stays so.
     *
     * @throws NotPermitted       when the current officer does not manage the case
     * @throws InvalidRestriction when somebody cannot be named
     */
    @Needs(Permission.NAME_PEOPLE)
    public void name(CaseKey key, Collection<String> usernames) {
        managed(key);
        if (usernames.isEmpty()) {
            throw new InvalidRestriction("people", "Select who is named on the case");
        }
        usernames.forEach(managers::requireMayBeNamed);
        for (String username : usernames) {
            if (store.name(key.value(), username, current.get().username(), clock.instant())) {
                record(key, "case.named", username, Map.of(), null);
            }
        }
        changed(key.value());
    }

    /** Takes somebody off the case. The steps that they hold go back to their teams. */
    @Needs(Permission.NAME_PEOPLE)
    public void unname(CaseKey key, String username) {
        RestrictionRow row = managed(key);
        if (row.manager().equals(username)) {
            throw new InvalidRestriction("people",
                    "The manager of a restricted case is always named on it. Choose another manager first");
        }
        if (store.withdraw(key.value(), username, "NAMED", current.get().username(), clock.instant())) {
            record(key, "case.unnamed", username, Map.of(), null);
            changed(key.value());
        }
    }

    /** Somebody else answers for who is named; what the manager had not seen yet goes on to them. */
    @Needs(Permission.NAME_PEOPLE)
    public void changeManager(CaseKey key, String username) {
        passOn(managed(key), key, username);
    }

    /**
     * Becomes the manager of a case whose manager is no longer there, or is kept away from it because they know the
     * people, so that nobody has to be asked who cannot answer.
     *
     * @throws NotPermitted       where its manager is still there
     * @throws InvalidRestriction where one's role does not allow it, or one knows the people oneself
     */
    @OpenToAll("whoever sees the case and may manage one; checked here, because an emergency is enough")
    public void takeCharge(CaseKey key) {
        RestrictionRow row = restricted(key);
        managers.requireMayManage(current.get().username(), key);
        if (managers.answersFor(row.manager(), row.caseReference())) {
            throw new NotPermitted("You cannot take charge of this restricted case. "
                    + people.nameOf(row.manager()) + " manages it.");
        }
        passOn(row, key, current.get().username());
    }

    /** The case is an ordinary one again. */
    @Needs(Permission.NAME_PEOPLE)
    public void lift(CaseKey key, String reason) {
        RestrictionRow row = managed(key);
        String why = reason(reason, "Enter why the case is no longer restricted");
        Set<String> names = names(key.value());
        store.withdrawAll(key.value(), current.get().username(), clock.instant());
        store.delete(key.value());
        record(key, "case.restrictionLifted", key.value(), Map.of("kind", row.kind(), "manager", row.manager(),
                "people", String.join(" ", names)), why);
        Answers.forget();
    }

    /**
     * Somebody of a restricted case was found in another one. Its manager is told; whoever works on the other case is
     * not. Takes no key, because whoever causes it may see neither that the case exists nor that this was called.
     *
     * @param restricted reference of the restricted case; nothing happens where it is not restricted
     * @param elsewhere  reference of the other case
     * @param detail     who was found, in words to the manager
     */
    @OpenToAll("Tells a manager and nobody else; whoever causes it need not see the case, and learns nothing")
    public void appearsElsewhere(String restricted, String elsewhere, String detail) {
        if (!alerts.told(restricted, AccessAlert.Kind.APPEARS_ELSEWHERE, elsewhere)) {
            store.find(restricted).ifPresent(row -> managers.tell(row, AccessAlert.Kind.APPEARS_ELSEWHERE, elsewhere,
                    detail));
        }
    }

    /**
     * A step of the case is so late that a team leader is to be told. Its own leader may not see the case: the manager is
     * told. Nothing happens where the case is not restricted. Takes no key: a timer says so, of any case.
     */
    @OpenToAll("Tells a manager and nobody else; a timer, or whoever is late, causes it and learns nothing")
    public void workIsLate(String reference, String step) {
        store.find(reference).ifPresent(row -> managers.tell(row, AccessAlert.Kind.WORK_IS_LATE, step, null));
    }

    private void passOn(RestrictionRow row, CaseKey key, String to) {
        managers.requireMayManage(to, key);
        if (row.manager().equals(to)) {
            return;
        }
        store.name(key.value(), to, current.get().username(), clock.instant());
        store.changeManager(key.value(), to);
        record(key, "case.managerChanged", to, Map.of("from", row.manager()), null);
        alerts.handOn(key.value(), row.manager(), to);
        tellManager(key, to, current.get(), null);
        changed(key.value());
    }

    private void tellManager(CaseKey key, String manager, Officer by, String detail) {
        // A caseload that is brought over would be hundreds of alerts at once; the list of restricted cases has them.
        if (!manager.equals(by.username()) && !by.equals(Officer.SERVICE)) {
            people.find(manager).ifPresent(to -> alerts.raise(List.of(to), key.value(),
                    AccessAlert.Kind.MADE_MANAGER, by.username(), detail, false));
        }
    }

    private RestrictionRow managed(CaseKey key) {
        RestrictionRow row = restricted(key);
        if (!row.manager().equals(current.get().username())) {
            throw new NotPermitted("You cannot say who may see this restricted case. " + people.nameOf(row.manager())
                    + " manages it.");
        }
        return row;
    }

    private RestrictionRow restricted(CaseKey key) {
        listeners.orderedStream().forEach(listener -> listener.namesWillChange(key.value()));
        return store.lock(key.value())
                .orElseThrow(() -> new InvalidRestriction("kind", "This case is not restricted"));
    }

    private void changed(String reference) {
        Answers.forget();
        Set<String> names = names(reference);
        listeners.orderedStream().forEach(listener -> listener.namesChanged(reference, names));
    }

    private Set<String> names(String reference) {
        Set<String> names = new TreeSet<>();
        store.access(List.of(reference), clock.instant()).forEach(row -> names.add(row.username()));
        return names;
    }

    private void record(CaseKey key, String action, String subject, Map<String, String> details, String reason) {
        audit.record(new AuditEntry(key.value(), action, subject, details, reason, null));
    }

    private List<Restriction> all(List<RestrictionRow> rows) {
        Map<String, List<AccessRow>> access = store.access(rows.stream().map(RestrictionRow::caseReference).toList(),
                clock.instant()).stream().collect(groupingBy(AccessRow::caseReference));
        return rows.stream().map(row -> restriction(row, access.getOrDefault(row.caseReference(), List.of()))).toList();
    }

    private static Restriction restriction(RestrictionRow row, List<AccessRow> access) {
        return new Restriction(row.caseReference(), RestrictionKind.valueOf(row.kind()), row.reason(), row.manager(),
                row.restrictedBy(), row.restrictedAt(),
                access.stream().filter(each -> each.endsAt() == null)
                        .map(each -> new Restriction.Named(each.username(), each.givenBy(), each.givenAt())).toList(),
                access.stream().filter(each -> each.endsAt() != null)
                        .map(each -> new Restriction.Emergency(each.username(), each.reason(), each.givenAt(),
                                each.endsAt())).toList());
    }

    /** @throws InvalidRestriction with that sentence when there is none, or it is too long */
    static String reason(String typed, String missing) {
        String reason = typed == null ? "" : typed.strip();
        if (reason.isEmpty()) {
            throw new InvalidRestriction("reason", missing);
        }
        if (reason.length() > LONGEST_REASON) {
            throw new InvalidRestriction("reason", "Enter the reason in up to " + LONGEST_REASON + " characters");
        }
        return reason;
    }
}
