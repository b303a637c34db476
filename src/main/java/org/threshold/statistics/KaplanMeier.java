package org.threshold.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The share still open after a time, with open cases counted for what they have lasted (Kaplan and Meier). From
 * finished cases alone the usual length would come out too short, because the long ones are the ones still open.
 *
 * @param n       how many were observed, ended or not
 * @param ended   how many of them have ended
 * @param longest the longest time observed, ended or not; {@link Double#NaN} for none
 * @param steps   one for each time at which something ended, in the order of time
 */
public record KaplanMeier(int n, int ended, double longest, List<Step> steps) {

    private static final double NORMAL_95 = 1.959963984540054;
    /** A half reached by products such as 0.9 × 0.8 may lie a rounding above a half. */
    private static final double ROUNDING = 1e-9;

    /**
     * @param atRisk    how many had not ended and were watched just before
     * @param survival  the share still open from here until the next step
     * @param error     Greenwood's standard error of that share
     * @param lower     95 % band on the log-log scale, within 0 and 1; NaN once nothing is left, as in R
     */
    public record Step(double time, int atRisk, int ended, double survival, double error, double lower, double upper) {
    }

    /** Those that end at a time end just before those that are last seen at it. */
    public static KaplanMeier of(List<Observation> observations) {
        List<Observation> sorted = observations.stream().sorted(Comparator.comparingDouble(Observation::time)).toList();
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double hazard = 0;
        int before = 0;
        while (before < sorted.size()) {
            double time = sorted.get(before).time();
            int after = before;
            int deaths = 0;
            for (; after < sorted.size() && sorted.get(after).time() == time; after++) {
                deaths += sorted.get(after).ended() ? 1 : 0;
            }
            int atRisk = sorted.size() - before;
            if (deaths > 0) {
                survival *= 1 - (double) deaths / atRisk;
                hazard += (double) deaths / ((double) atRisk * (atRisk - deaths));
                steps.add(step(time, atRisk, deaths, survival, hazard));
            }
            before = after;
        }
        return new KaplanMeier(sorted.size(), (int) sorted.stream().filter(Observation::ended).count(),
                sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() - 1).time(), List.copyOf(steps));
    }

    /** The first time at which half or fewer are open; empty while more than half are. */
    public OptionalDouble median() {
        return steps.stream().filter(step -> step.survival() <= 0.5 + ROUNDING).mapToDouble(Step::time).findFirst();
    }

    /** The share still open after a time; 1 before the first end. */
    public double at(double time) {
        double survival = 1;
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /** The median of times in days, or why there is none: never a number where more than half are still open. */
    public String medianInWords() {
        if (n == 0) {
            return "none to measure";
        }
        return median().isPresent() ? Math.round(median().getAsDouble()) + " days"
                : "more than half are still open at day " + Math.round(longest);
    }

    private static Step step(double time, int atRisk, int ended, double survival, double hazard) {
        double error = survival * Math.sqrt(hazard);
        if (survival <= 0) {
            return new Step(time, atRisk, ended, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        double reach = NORMAL_95 * Math.sqrt(hazard) / Math.log(survival);
        return new Step(time, atRisk, ended, survival, error, Math.pow(survival, Math.exp(-reach)),
                Math.pow(survival, Math.exp(reach)));
    }
}
