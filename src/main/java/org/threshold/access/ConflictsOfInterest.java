package org.threshold.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.store.ConflictStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/**
 * An officer says that they know the people of a case, and is kept away from its decisions from then on: what they hold
 * of it goes back to its team, and nothing that works on it or signs on it is taken from them. Only somebody else, who
 * may give out work on the case, can lift it. How they know them is never in the audit in their own words.
 */
@Service
@Transactional
public class ConflictsOfInterest {

    public static final int LONGEST = 500;

    private final ConflictStore store;
    private final CurrentOfficer current;
    private final ObjectProvider<KeptAway> listeners;
    private final AuditTrail audit;
    private final Clock clock;

    ConflictsOfInterest(ConflictStore store, CurrentOfficer current, ObjectProvider<KeptAway> listeners,
                        AuditTrail audit, Clock clock) {
        this.store = store;
        this.current = current;
        this.listeners = listeners;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that run, oldest first. */
    @Transactional(readOnly = true)
    @Needs(Permission.VIEW_CASES)
    public List<Conflict> of(CaseKey key) {
        return store.running(key.value()).stream().map(row -> new Conflict(row.username(),
                Conflict.Kind.valueOf(row.kind()), row.words(), row.declaredAt())).toList();
    }

    /** Whether that person has said so of this case; for whoever gives out work. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public boolean keeps(String username, CaseKey key) {
        return store.of(key.value()).contains(username);
    }

    /**
     * The current officer knows the people. Said again, it changes nothing.
     *
     * @param wordsOrNull at most {@link #LONGEST} characters
     */
    @Needs(Permission.RECORD_CONTACT)
    public void declare(CaseKey key, Conflict.Kind kind, String wordsOrNull) {
        String me = current.get().username();
        if (store.insert(key.value(), me, kind.name(), wordsOrNull, clock.instant()).isEmpty()) {
            return;
        }
        listeners.orderedStream().forEach(each -> each.keptAway(me, key));
        audit.record(new AuditEntry(key.value(), "conflict.declared", me, Map.of("kind", kind.name()), null, null));
        Answers.forget();
    }

    /**
     * It turned out not to stand between them and the case.
     *
     * @param because at most {@link #LONGEST} characters
     * @throws NotPermitted where it is one's own
     */
    @Needs(Permission.ASSIGN_WORK)
    public void lift(CaseKey key, String username, String because) {
        String me = current.get().username();
        if (me.equals(username)) {
            throw new NotPermitted("You cannot lift what you have said yourself. Another leader can.");
        }
        if (store.lift(key.value(), username, me, because, clock.instant())) {
            audit.record(new AuditEntry(key.value(), "conflict.lifted", username, Map.of(), because, null));
            Answers.forget();
        }
    }
}
