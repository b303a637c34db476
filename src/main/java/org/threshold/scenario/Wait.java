package org.threshold.scenario;

import java.util.random.RandomGenerator;

/**
 * How long something takes, in days: lognormal through its median and the time within which nine in ten are done, as
 * waiting times of casework are skewed to the right.
 */
record Wait(double median, double nineInTen) {

    /** Standard normal deviate below which nine in ten lie. */
    private static final double NINE_IN_TEN = 1.2815515655446004;

    int days(RandomGenerator random) {
        double spread = Math.log(nineInTen / median) / NINE_IN_TEN;
        return (int) Math.round(median * Math.exp(spread * random.nextGaussian()));
    }
}
