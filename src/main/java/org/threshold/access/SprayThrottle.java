package org.threshold.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.security.authentication.LockedException;

/**
 * Slows down whoever tries a few passwords on many accounts, which no count for one account would notice. Counted for an
 * address; a whole office may share one, so it locks nobody out: people who signed in from there before, or in the same
 * browser, notice nothing, and of all others one at a time is let through.
 */
class SprayThrottle {

    /** So many refusals, spread over so many usernames, within so long. */
    static final int REFUSALS = 30;
    static final int PEOPLE = 15;
    static final Duration WINDOW = Duration.ofMinutes(10);
    /** Then one try is let through each time this has passed. */
    static final Duration GAP = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int NETWORK_BYTES = 8;

    private record Refusal(String username, long at) {
    }

    private static final class Address {
        private final Deque<Refusal> refusals = new ArrayDeque<>();
        private long lastLetThrough;
    }

    private final LongSupplier nanos;
    private final Map<String, Address> addresses = bounded();
    private final Map<String, Boolean> proven = bounded();

    SprayThrottle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * @param known the browser shows that this person signed in with it before
     * @throws LockedException while too much is tried from there
     */
    synchronized void begin(String username, String remote, boolean known) {
        Address address = addresses.get(network(remote));
        if (address == null || known || proven.containsKey(pair(username, remote))) {
            return;
        }
        long now = nanos.getAsLong();
        forgetOld(address, now);
        if (!isSpraying(address)) {
            return;
        }
        if (now - address.lastLetThrough < GAP.toNanos()) {
            throw new LockedException("Too many tries from one address");
        }
        address.lastLetThrough = now;
    }

    synchronized void refused(String username, String remote) {
        long now = nanos.getAsLong();
        Address address = addresses.computeIfAbsent(network(remote), first -> new Address());
        forgetOld(address, now);
        if (address.refusals.size() >= 10 * REFUSALS) {
            address.refusals.removeFirst();
        }
        address.refusals.addLast(new Refusal(cut(username), now));
        if (isSpraying(address) && address.lastLetThrough == 0) {
            address.lastLetThrough = now;
        }
    }

    synchronized void succeeded(String username, String remote) {
        proven.put(pair(username, remote), true);
    }

    private static boolean isSpraying(Address address) {
        return address.refusals.size() >= REFUSALS
                && address.refusals.stream().map(Refusal::username).distinct().count() >= PEOPLE;
    }

    private static void forgetOld(Address address, long now) {
        while (!address.refusals.isEmpty() && now - address.refusals.getFirst().at > WINDOW.toNanos()) {
            address.refusals.removeFirst();
        }
        if (address.refusals.isEmpty()) {
            address.lastLetThrough = 0;
        }
    }

    private static String pair(String username, String remote) {
        return network(remote) + ' ' + cut(username);
    }

    private static String cut(String username) {
        return username.length() > 40 ? username.substring(0, 40) : username;
    }

    /** One IPv6 network of 64 bits is one visitor: whoever has one has all its addresses. */
    private static String network(String remote) {
        if (!remote.contains(":")) {
            return remote;
        }
        try {
            byte[] bytes = InetAddress.getByName(remote).getAddress();
            return bytes.length <= NETWORK_BYTES ? remote
                    : java.util.HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        } catch (UnknownHostException notAnAddress) {
            return remote;
        }
    }

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>(256, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
