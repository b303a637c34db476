package org.threshold.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.store.RestrictionStore;
import org.threshold.access.store.RestrictionStore.AccessRow;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/**
 * Breaking the glass: a person who is not named opens a restricted case for a few hours, says why, and its manager is
 * told at once. A reference that opens nothing is answered with one sentence, whether the case is not restricted or
 * never was.
 */
@Service
public class EmergencyAccess {

    /** Wrong references in {@link #WINDOW}; then the page waits. */
    public static final int TRIES = 5;
    static final Duration WINDOW = Duration.ofHours(1);
    static final String NOTHING = "There is no restricted case with this reference. Check it with whoever gave it to"
            + " you";
    private static final String TOO_MANY = "There were too many references that opened nothing. Wait an hour, or ask a"
            + " service manager";

    private final RestrictionStore store;
    private final Managers managers;
    private final CurrentOfficer current;
    private final Sight sight;
    private final AuditTrail audit;
    private final ObjectProvider<NamesListener> listeners;
    private final Clock clock;
    private final Duration length;

    EmergencyAccess(RestrictionStore store, Managers managers, CurrentOfficer current, Sight sight, AuditTrail audit,
                    ObjectProvider<NamesListener> listeners, Clock clock,
                    @Value("${threshold.restricted.emergency-hours:4}") int hours) {
        if (hours < 1 || hours > 72) {
            throw new IllegalArgumentException("Set threshold.restricted.emergency-hours to 1 to 72, not " + hours);
        }
        this.store = store;
        this.managers = managers;
        this.current = current;
        this.sight = sight;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
        this.length = Duration.ofHours(hours);
    }

    /** How long an emergency access lasts. */
    @OpenToAll("A setting; about no case")
    public Duration length() {
        return length;
    }

    /**
     * Opens a restricted case that is hidden from me. Where I see it already, nothing changes.
     *
     * @param reference the exact reference, in its canonical form; no key, because the case does not exist for whoever
     *                  asks
     * @throws InvalidRestriction in one sentence for every reference that opens nothing, and when too many were tried
     */
    @Needs(Permission.BREAK_GLASS)
    @Transactional(noRollbackFor = InvalidRestriction.class)
    public void open(String reference, String reason) {
        String why = RestrictedCases.reason(reason, "Enter why you need to see the case now");
        Officer me = current.get();
        Instant now = clock.instant();
        if (store.triesSince(me.username(), now.minus(WINDOW)) >= TRIES) {
            record(null, "emergency.slowedDown", reference, Map.of(), why);
            throw new InvalidRestriction("reference", TOO_MANY);
        }
        String standing = store.look(reference, sight.parameters()).standing();
        if (standing.equals(RestrictedStanding.ORDINARY.name())) {
            store.tried(me.username(), now);
            record(null, "emergency.refused", reference, Map.of(), why);
            throw new InvalidRestriction("reference", NOTHING);
        }
        if (standing.equals(RestrictedStanding.HIDDEN.name())) {
            letIn(reference, me, why, now);
        }
    }

    private void letIn(String reference, Officer me, String why, Instant now) {
        store.openInEmergency(reference, me.username(), why, now, now.plus(length));
        record(reference, "case.openedInEmergency", me.username(), Map.of("until", now.plus(length).toString()), why);
        store.find(reference).ifPresent(row -> managers.tell(row, AccessAlert.Kind.EMERGENCY_ACCESS, me.username(),
                why));
        Answers.forget();
    }

    /**
     * Ends an emergency before its time. Its manager may, and whoever has it. Steps held in it go back to their teams.
     *
     * @throws NotPermitted when it is somebody else's and the current officer does not manage the case
     */
    @Needs(Permission.VIEW_CASES)
    @Transactional
    public void end(CaseKey key, String username) {
        String me = current.get().username();
        willChange(key.value());
        boolean manager = store.lock(key.value()).filter(row -> row.manager().equals(me)).isPresent();
        if (!manager && !username.equals(me)) {
            throw new NotPermitted("You cannot end this access. Only who manages the case can.");
        }
        if (store.withdraw(key.value(), username, "EMERGENCY", me, clock.instant())) {
            record(key.value(), "case.emergencyEnded", username, Map.of("how", "EARLY"), null);
            changed(key.value());
        }
    }

    /** Takes back the work that was held in emergencies that have run out. They end by themselves, to the second. */
    @Transactional
    public void closeRunOut() {
        List<AccessRow> ended = store.closeRunOut(clock.instant());
        ended.stream().map(AccessRow::caseReference).distinct().sorted().forEach(this::willChange);
        ended.forEach(row -> record(row.caseReference(), "case.emergencyEnded", row.username(),
                Map.of("how", "RAN_OUT"), null));
        ended.stream().map(AccessRow::caseReference).distinct().filter(each -> store.find(each).isPresent())
                .forEach(this::changed);
    }

    private void willChange(String reference) {
        listeners.orderedStream().forEach(listener -> listener.namesWillChange(reference));
    }

    private void changed(String reference) {
        Answers.forget();
        Set<String> names = new TreeSet<>();
        store.access(List.of(reference), clock.instant()).forEach(row -> names.add(row.username()));
        listeners.orderedStream().forEach(listener -> listener.namesChanged(reference, names));
    }

    private void record(String caseReference, String action, String subject, Map<String, String> details,
                        String reason) {
        audit.record(new AuditEntry(caseReference, action, subject, details, reason, null));
    }
}
