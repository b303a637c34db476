package org.threshold.board;

import java.time.LocalDate;

/**
 * Flow over time.
 *
 * @param from     the first day of the period
 * @param today    the last
 * @param arrivals how many came in each full month
 * @param ends     how many went in each full month
 * @param stayEnds how the stays in temporary accommodation ended; of the two duties the same
 */
public record FlowAnswer(FlowFilter filter, LocalDate from, LocalDate today, FlowBands bands, FlowTimes times,
                         FlowMonths arrivals, FlowMonths ends, FlowStays stays, FlowEnds stayEnds,
                         FlowEnds preventionEnds, FlowEnds reliefEnds) {

    /**
     * Little's law: how many were open on average, against how many came a day times how long those took that ended. It
     * is near 1 where the flow is steady; NaN where nothing came or ended, and for steps, of which the times leave out
     * those that were called off.
     */
    public double consistency() {
        if (filter.ofSteps()) {
            return Double.NaN;
        }
        double expected = bands.cameADay() * times.summary().mean();
        return expected > 0 ? bands.meanOpen() / expected : Double.NaN;
    }
}
