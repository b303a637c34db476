package org.threshold.scenario;

/** Ranges as the tables write them: {@code 25-34}. */
final class Bands {

    private Bands() {
    }

    /** First and last, both included. */
    static int[] of(String band) {
        String[] ends = band.split("-");
        return new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[1])};
    }
}
