package org.threshold.charge;

import java.time.LocalDate;
import org.threshold.accommodation.Rate;

/**
 * What one night costs. A weekly rate is spread over Monday to Sunday, the benefit week, so that the seven nights of
 * each week sum to the rate to the penny, and each night costs the same whenever it is computed.
 *
 * @param pence      the whole charge
 * @param ineligible the part of it that Housing Benefit may not cover
 */
public record NightlyCharge(long pence, long ineligible) {

    private static final int WEEK = 7;

    public static NightlyCharge of(Rate rate, LocalDate night) {
        if (rate.per() == Rate.Per.NIGHT) {
            return new NightlyCharge(rate.total(), rate.ineligible());
        }
        int day = night.getDayOfWeek().getValue();
        long ineligible = share(rate.ineligible(), day);
        return new NightlyCharge(share(rate.eligible(), day) + ineligible, ineligible);
    }

    /** Of a weekly amount, what is due up to the end of this day less what was due before it. */
    private static long share(long weekly, int day) {
        return weekly * day / WEEK - weekly * (day - 1) / WEEK;
    }
}
