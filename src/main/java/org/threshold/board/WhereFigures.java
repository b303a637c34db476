package org.threshold.board;

import java.util.Collection;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * What the steps of one element, or of several, took in a period. Seconds are elapsed seconds that lie within the
 * period; an open step has those up to the moment of looking.
 *
 * @param elementId    null where several elements are summed
 * @param version      the newest version of the process on which one of them ran
 * @param steps        how many were open at any time in the period
 * @param completed    how many of them were completed in it; the n of the times below
 * @param overdue      how many are open and past their day now
 * @param delay        the seven parts together
 * @param waiting      waiting to be picked up: nobody holds it
 * @param held         in an officer's hands, at steps at which nobody else is waited for
 * @param applicant    on hold for the applicant, or their documents
 * @param thirdParty   on hold for another organisation
 * @param otherHold    on hold for an appointment or another reason
 * @param heldForApplicant  in somebody's hands at steps at which the model says that the applicant is waited for
 * @param heldForThirdParty the same of another organisation
 * @param took         from beginning to end of those completed; null where none was, or several elements are summed
 * @param due          how many had their day in the period
 * @param missed       how many of these were not ended by it
 * @param redated      how often a day was moved
 * @param repeated     how many were not the first time in their case
 * @param casesAgain   how many cases these were
 */
public record WhereFigures(String processKey, String elementId, int version, long steps, long completed, long open,
                           long overdue, double delay, double waiting, double held, double applicant,
                           double thirdParty, double otherHold, double heldForApplicant, double heldForThirdParty,
                           Took took, long due, long missed, long redated, long handovers, long pingPongs,
                           long repeated, long casesAgain) {

    /** Seconds; percentiles by linear interpolation between ranks (R type 7). */
    public record Took(double mean, double p50, double p85, double p90, double max) {
    }

    /** What can be added up; percentiles cannot. */
    public static WhereFigures sum(String processKey, Collection<WhereFigures> all) {
        return new WhereFigures(processKey, null, all.stream().mapToInt(WhereFigures::version).max().orElse(0),
                count(all, WhereFigures::steps), count(all, WhereFigures::completed), count(all, WhereFigures::open),
                count(all, WhereFigures::overdue), seconds(all, WhereFigures::delay),
                seconds(all, WhereFigures::waiting), seconds(all, WhereFigures::held),
                seconds(all, WhereFigures::applicant), seconds(all, WhereFigures::thirdParty),
                seconds(all, WhereFigures::otherHold), seconds(all, WhereFigures::heldForApplicant),
                seconds(all, WhereFigures::heldForThirdParty), null, count(all, WhereFigures::due),
                count(all, WhereFigures::missed), count(all, WhereFigures::redated),
                count(all, WhereFigures::handovers), count(all, WhereFigures::pingPongs),
                count(all, WhereFigures::repeated), count(all, WhereFigures::casesAgain));
    }

    /** All that is on hold, or held while somebody else is waited for. */
    public double onHoldOrForOthers() {
        return forApplicant() + forThirdParty() + otherHold;
    }

    public double forApplicant() {
        return applicant + heldForApplicant;
    }

    public double forThirdParty() {
        return thirdParty + heldForThirdParty;
    }

    /** In anybody's hands, whoever is waited for. */
    public double heldAtAll() {
        return held + heldForApplicant + heldForThirdParty;
    }

    private static long count(Collection<WhereFigures> all, ToLongFunction<WhereFigures> what) {
        return all.stream().mapToLong(what).sum();
    }

    private static double seconds(Collection<WhereFigures> all, ToDoubleFunction<WhereFigures> what) {
        return all.stream().mapToDouble(what).sum();
    }
}
