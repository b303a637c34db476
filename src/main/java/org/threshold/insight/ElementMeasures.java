package org.threshold.insight;

/**
 * What steps at one element took. Durations are seconds.
 *
 * @param finished    steps that ended in the period, completed or cancelled; the spreads and causes are of these
 * @param delay       seconds for which they and the steps that are open now waited for somebody to take them
 * @param total       waiting, held and on hold together
 * @param waitingWorking waiting in working time, 09:00 to 17:00 on working days; statutory periods are never in it
 */
public record ElementMeasures(String processKey, String elementId, long finished, long delay, Flow flow,
                              Spread waiting, Spread held, Spread onHold, Spread total, Spread waitingWorking,
                              Spread heldWorking, Causes causes, Rework rework, Dues dues, Ageing ageing) {

    /** Percentiles by linear interpolation (type 7); all 0 where there is none. */
    public record Spread(double p50, double p85, double p90, double max) {
    }

    /** @param open steps that are open now */
    public record Flow(long arrivals, long completions, long cancellations, long open) {

        public long net() {
            return arrivals - completions - cancellations;
        }
    }

    /**
     * Seconds by what they were for, in the order of certainty: what the model or a hold puts down to the statutory
     * clock, the applicant or a third party is never shown as an officer's.
     *
     * @param other on hold for an appointment or another reason
     */
    public record Causes(long statutory, long applicant, long thirdParty, long other, long nobodyYet,
                         long withOfficer) {
    }

    /**
     * Passes after the first of a case.
     *
     * @param again       passes that ended in the period and were not the first
     * @param sameOfficer of these, ended by who ended the pass before
     * @param seconds     what they took
     */
    public record Rework(long again, long sameOfficer, long otherOfficer, long seconds, long handovers,
                         long pingPongs) {
    }

    /**
     * @param due     steps whose date is in the period
     * @param overdue of these, ended after it or open when it has passed
     * @param redated steps that ended in the period and whose date had been moved: a moved date hides a miss
     */
    public record Dues(long due, long overdue, double daysOverP50, double daysOverP85, long redated) {
    }

    /**
     * The open steps against what 85 % of those completed in the period took at most.
     *
     * @param expectation seconds; 0 where none was completed
     * @param beyond      open steps that are older
     * @param oldest      seconds since the oldest of them began
     */
    public record Ageing(double expectation, long beyond, long oldest) {
    }
}
