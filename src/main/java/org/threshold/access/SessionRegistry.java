package org.threshold.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.threshold.access.store.SignInStore;

/**
 * What this node knows of sessions without asking the database at each request: which were ended lately, read again every
 * {@link Directory#OLDEST}, and when it saw each of its own, written in the background.
 */
@Component
public class SessionRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRegistry.class);
    /** Ended sessions are remembered for as long as a browser could still come with one, and this much more. */
    private static final Duration MARGIN = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);

    /** @param began by which the absolute limit runs */
    private record Own(Instant began, Instant seen, boolean written) {
    }

    private record Ended(Map<UUID, String> reasons, long readAt) {
    }

    private final SignInStore store;
    private final SessionTime time;
    private final SignInSettings settings;
    private final Map<UUID, Own> own = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private volatile Ended latest;

    SessionRegistry(SignInStore store, SessionTime time, SignInSettings settings) {
        this.store = store;
        this.time = time;
        this.settings = settings;
    }

    void began(UUID id, Instant at) {
        own.put(id, new Own(at, at, true));
    }

    /** Why the session is over; empty while it goes on. */
    public Optional<SessionEnd> ended(UUID id) {
        String reason = endedLately().get(id);
        if (reason != null) {
            return Optional.of(SessionEnd.valueOf(reason));
        }
        Own known = own.get(id);
        if (known == null) {
            return Optional.of(SessionEnd.IDLE);
        }
        Instant now = time.now();
        if (Duration.between(known.began, now).compareTo(settings.longest()) >= 0) {
            return Optional.of(SessionEnd.LONGEST);
        }
        return Duration.between(known.seen, now).compareTo(settings.idle()) >= 0 ? Optional.of(SessionEnd.IDLE)
                : Optional.empty();
    }

    /** Somebody did something in it just now. */
    public void seen(UUID id) {
        own.computeIfPresent(id, (same, known) -> new Own(known.began, time.now(), false));
    }

    /** When it ends whatever is done; empty for one of another node. */
    public Optional<Instant> lastsUntil(UUID id) {
        return Optional.ofNullable(own.get(id)).map(known -> known.began.plus(settings.longest()));
    }

    /** Read again at the next question. */
    void changed() {
        changes.incrementAndGet();
        latest = null;
    }

    /** Writes when this node's sessions were last seen. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void write() {
        Map<UUID, Instant> seen = new ConcurrentHashMap<>();
        own.forEach((id, known) -> {
            if (!known.written) {
                seen.put(id, known.seen);
            }
        });
        if (!seen.isEmpty()) {
            store.seen(seen);
            seen.forEach((id, at) -> own.computeIfPresent(id, (same, known) -> known.seen.equals(at)
                    ? new Own(known.began, at, true) : known));
        }
        forgetOld();
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/London")
    void forget() {
        store.forgetBefore(time.now().minus(KEPT).minus(settings.longest()));
        LOG.info("Sessions of more than {} days ago are forgotten", KEPT.toDays());
    }

    private void forgetOld() {
        Instant oldest = time.now().minus(settings.longest()).minus(MARGIN);
        for (Iterator<Own> each = own.values().iterator(); each.hasNext();) {
            if (each.next().began.isBefore(oldest)) {
                each.remove();
            }
        }
    }

    private Map<UUID, String> endedLately() {
        Ended known = latest;
        if (known != null && System.nanoTime() - known.readAt < Directory.OLDEST.toNanos()) {
            return known.reasons;
        }
        long before = changes.get();
        long now = System.nanoTime();
        Ended read = new Ended(store.endedSince(time.now().minus(settings.longest()).minus(MARGIN)), now);
        if (changes.get() == before) {
            latest = read;
        }
        return read.reasons;
    }
}
