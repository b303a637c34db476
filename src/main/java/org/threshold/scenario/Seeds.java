package org.threshold.scenario;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** One stream of chance for each thing that is drawn, so that nothing depends on what was drawn before it. */
final class Seeds {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Seeds() {
    }

    static RandomGenerator of(long seed, String what, long number) {
        SplittableRandom mixed = new SplittableRandom(seed * GOLDEN + what.hashCode());
        return new SplittableRandom(mixed.nextLong() ^ number * GOLDEN);
    }
}
