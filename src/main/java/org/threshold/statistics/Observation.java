package org.threshold.statistics;

/**
 * How long something lasted, or has lasted so far.
 *
 * @param time  in any unit, such as days; not negative
 * @param ended false for what is still open: it is known only to last longer than its time (right-censored)
 */
public record Observation(double time, boolean ended) {

    public Observation {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("Nothing lasts " + time);
        }
    }
}
