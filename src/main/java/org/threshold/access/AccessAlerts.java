package org.threshold.access;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.store.AccountRow;
import org.threshold.access.store.AccountStore;
import org.threshold.access.store.AlertStore;

/** What people should know about the restricted cases that they answer for. Each sees only their own alerts. */
@Service
public class AccessAlerts {

    /** Most alerts on the page; the unseen ones come first. */
    static final int MOST_SHOWN = 200;

    private final AlertStore store;
    private final AccountStore accounts;
    private final CurrentOfficer current;
    private final Sight sight;
    private final ObjectProvider<AlertChannel> channels;
    private final Clock clock;

    AccessAlerts(AlertStore store, AccountStore accounts, CurrentOfficer current, Sight sight,
                 ObjectProvider<AlertChannel> channels, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.current = current;
        this.sight = sight;
        this.channels = channels;
        this.clock = clock;
    }

    @Needs(Permission.USE_OWN_ACCOUNT)
    @Transactional(readOnly = true)
    public int unseen() {
        return store.countUnseen(current.get().username(), sight.parameters());
    }

    /** My alerts, unseen first, then newest first. */
    @Needs(Permission.USE_OWN_ACCOUNT)
    @Transactional(readOnly = true)
    public List<AccessAlert> mine() {
        return store.of(current.get().username(), MOST_SHOWN, sight.parameters());
    }

    /** Nothing where it is not mine. */
    @Needs(Permission.USE_OWN_ACCOUNT)
    @Transactional
    public void seen(long id) {
        store.seen(id, current.get().username(), clock.instant());
    }

    /**
     * Tells each of them, once for the same thing while it is unseen.
     *
     * @param substitutes whether they are told in the place of a manager who is gone, and may not see the case
     */
    void raise(Collection<Officer> whom, String caseReference, AccessAlert.Kind kind, String about, String detail,
               boolean substitutes) {
        for (Officer to : whom) {
            store.insert(to.username(), caseReference, kind, about, detail, substitutes, clock.instant())
                    .ifPresent(alert -> tell(alert, to));
        }
    }

    private void tell(AccessAlert alert, Officer to) {
        accounts.find(to.username()).map(AccountRow::email).filter(email -> !email.isBlank())
                .ifPresent(email -> channels.orderedStream().forEach(channel -> channel.raised(alert, email)));
    }

    boolean told(String caseReference, AccessAlert.Kind kind, String about) {
        return store.told(caseReference, kind, about);
    }

    /** What the old manager had not seen yet is the new one's to see. */
    void handOn(String caseReference, String from, String to) {
        store.handOn(caseReference, from, to);
    }
}
