package org.threshold.appointment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.OpenToAll;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.appointment.store.AppointmentStore;
import org.threshold.appointment.store.FeedStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.audit.Sha256;

/**
 * An officer's appointments for the calendar on their desk or phone, under an address that nobody can guess. Whoever has
 * the address reads when and at which office; nothing of it tells of a household.
 */
@Service
public class CalendarFeeds {

    private static final int SECRET_BYTES = 32;
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(183);
    private static final int MOST_EVENTS = 1000;

    private final FeedStore store;
    private final AppointmentStore appointments;
    private final People people;
    private final CurrentOfficer current;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CalendarFeeds(FeedStore store, AppointmentStore appointments, People people, CurrentOfficer current,
                  AuditTrail audit, Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.people = people;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new secret for the address of one's own calendar, shown once; the one before stops to work at once. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public String renew() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        String username = current.get().username();
        store.put(username, Sha256.of(token), clock.instant());
        audit.record(new AuditEntry(null, "calendar.renewed", username, Map.of(), null, null));
        return token;
    }

    /** One's own calendar is not to be had any more. */
    @Needs(Permission.WORK_CASES)
    @Transactional
    public void stop() {
        String username = current.get().username();
        if (store.remove(username)) {
            audit.record(new AuditEntry(null, "calendar.stopped", username, Map.of(), null, null));
        }
    }

    /** Since when one's own calendar has its address; empty where it has none. */
    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public Optional<Instant> madeAt() {
        return store.madeAt(current.get().username());
    }

    /** The calendar under an address; empty where there is none, or its officer has no account any more. */
    @OpenToAll("Whoever has the address; it is known to nobody but whom it was shown to, and tells of no household")
    @Transactional(readOnly = true)
    public Optional<String> calendar(String token) {
        Instant now = clock.instant();
        return store.ownerOf(Sha256.of(token)).filter(username -> people.find(username).isPresent())
                .map(username -> new CalendarFile(now).with(appointments.ofOfficer(username, now.minus(BACK),
                        now.plus(AHEAD), MOST_EVENTS)).text());
    }
}
