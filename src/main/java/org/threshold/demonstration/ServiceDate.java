package org.threshold.demonstration;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.access.Needs;
import org.threshold.access.OpenToAll;
import org.threshold.access.Permission;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.clock.ServiceClock;
import org.threshold.demonstration.store.ServiceDateStore;
import org.threshold.process.TimerWalk;

/**
 * Moves the service's date on, by a walk from one due timer to the next: each runs at the instant for which it was set,
 * so that sixty days in one go leave the same rows as sixty single days. Never back.
 */
@Service
@Profile("demonstration")
public class ServiceDate {

    /** As far as one move may go. */
    public static final int MOST_DAYS = 730;

    private static final Logger LOG = LoggerFactory.getLogger(ServiceDate.class);

    private final ServiceClock clock;
    private final TimerWalk timers;
    private final ServiceDateStore store;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private final ReentrantLock moving = new ReentrantLock();

    ServiceDate(ServiceClock clock, TimerWalk timers, ServiceDateStore store, AuditTrail audit, TransactionTemplate transactions) {
        this.clock = clock;
        this.timers = timers;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** The job executor starts only when the application is ready, and must find the clock where it was left. */
    @PostConstruct
    void restore() {
        Duration offset = store.read();
        if (!offset.isZero()) {
            clock.setOffset(offset);
            LOG.info("The service’s date is {}", LocalDate.now(clock));
        }
    }

    @OpenToAll("Shown in the frame of every page of the demonstration")
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /**
     * Moves on to the same time of day, in London, on a later day.
     *
     * @return how many timers ran on the way
     * @throws CannotMove when the day is not later, too far away, or somebody is moving the date already
     */
    @Needs(Permission.MOVE_SERVICE_DATE)
    public int moveTo(LocalDate day) {
        if (!moving.tryLock()) {
            throw new CannotMove("Somebody else is moving the date at the moment. Wait until it has arrived");
        }
        try {
            LocalDate before = today();
            check(before, day);
            int ran = walkTo(ZonedDateTime.now(clock).with(day).toInstant());
            transactions.executeWithoutResult(status -> audit.record(new AuditEntry(null, "serviceDate.moved",
                    "service", Map.of("from", before.toString(), "to", day.toString()), null, null)));
            return ran;
        } finally {
            moving.unlock();
        }
    }

    private static void check(LocalDate today, LocalDate day) {
        if (!day.isAfter(today)) {
            throw new CannotMove("Enter a day after the service’s date. The date only goes forward");
        }
        if (day.isAfter(today.plusDays(MOST_DAYS))) {
            throw new CannotMove("Enter a day within " + MOST_DAYS + " days of the service’s date");
        }
    }

    /** Runs what falls due until the instant, each at its own time; afterwards the clock runs on from the instant. */
    int walkTo(Instant target) {
        timers.pause();
        try {
            int ran = runAt(clock.instant());
            Optional<Instant> due = timers.nextDueUntil(target);
            while (due.isPresent()) {
                boolean late = !due.get().isAfter(clock.instant());
                int now = runAt(late ? clock.instant() : due.get());
                ran += now;
                if (late && now == 0) {
                    LOG.warn("A timer due at {} does not run; the walk goes on without it", due.get());
                    break;
                }
                due = timers.nextDueUntil(target);
            }
            return ran + runAt(target);
        } finally {
            // Wherever the walk ended, time goes on from there.
            clock.runAt(clock.instant());
            try {
                store.write(clock.offset());
            } finally {
                timers.resume();
            }
        }
    }

    /** The place is kept before anything runs there: a start after a crash must not find the clock behind the rows. */
    private int runAt(Instant instant) {
        clock.freeze(instant);
        store.write(clock.aheadOfRealTime());
        return timers.runDue();
    }
}
