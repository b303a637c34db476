package org.threshold.referral.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much one address may do in an hour: as much at once, and then as quickly as it flows back. What nobody has used
 * for long is forgotten first, so that a flood from many addresses costs no memory.
 */
final class Allowance {

    private static final int MOST_REMEMBERED = 20_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final int perHour;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Allowance(int perHour, TimeMeter time) {
        this.perHour = perHour;
        this.time = time;
    }

    /** Whether there was one left; it is used then. */
    synchronized boolean use(String address) {
        return buckets.computeIfAbsent(network(address), key -> bucket(perHour, time)).tryConsume(1);
    }

    static Bucket bucket(int perHour, TimeMeter time) {
        return Bucket.builder().withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1))).build();
    }

    /** Whoever has one IPv6 address has the whole network of 64 bits: it counts as one. */
    static String network(String address) {
        try {
            byte[] bytes = address.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
                    ? InetAddress.getByName(address).getAddress() : new byte[0];
            return bytes.length > 2 * IPV6_NETWORK_BYTES - 1
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES)) : address;
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }
}
