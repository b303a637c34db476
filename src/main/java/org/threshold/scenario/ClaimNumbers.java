package org.threshold.scenario;

import java.util.random.RandomGenerator;

/** Made-up references of claims for Housing Benefit. */
final class ClaimNumbers {

    private static final long APART = 1_000_000_000_000L;

    private ClaimNumbers() {
    }

    static String next(RandomGenerator random) {
        return "HB" + Math.abs(random.nextLong() % APART);
    }
}
