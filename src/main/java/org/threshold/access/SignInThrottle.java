package org.threshold.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.security.authentication.LockedException;

/**
 * Slows down the guessing of passwords. Counted for one username from one address: a stranger elsewhere cannot lock an
 * officer out, and one officer's mistakes do not lock the desk, which shares an address.
 */
class SignInThrottle {

    static final int TRIES = 10;
    static final Duration WAIT = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;

    private record Tries(int count, long last) {
    }

    private final LongSupplier nanos;
    private final Map<String, Tries> tries = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    SignInThrottle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Counts the try before it is checked, so that many at once do not slip through.
     *
     * @throws LockedException after {@link #TRIES} without success, until {@link #WAIT} after the last of them
     */
    synchronized void begin(String username, String address) {
        long now = nanos.getAsLong();
        Tries before = tries.get(key(username, address));
        if (before == null || now - before.last > WAIT.toNanos()) {
            before = new Tries(0, now);
        }
        if (before.count >= TRIES) {
            throw new LockedException("Too many tries");
        }
        tries.put(key(username, address), new Tries(before.count + 1, now));
    }

    synchronized void succeeded(String username, String address) {
        tries.remove(key(username, address));
    }

    private static String key(String username, String address) {
        return address + ' ' + (username.length() > 40 ? username.substring(0, 40) : username);
    }
}
