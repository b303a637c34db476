package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.threshold.accommodation.DatedRate;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Words;
import org.threshold.charge.NightlyCharge;

/**
 * What it costs that a claim came late: nights that Housing Benefit does not pay, and what it could have paid for them,
 * in pence. The household is charged for these nights all the same.
 */
public record LateClaimCost(int nights, long pence) {

    static final LateClaimCost NONE = new LateClaimCost(0, 0);

    /**
     * The eligible part of each night's charge, as the account has it.
     *
     * @param rates in the order in which they hold; nights before the first cost what the first says
     * @param until the day after the last night
     */
    static LateClaimCost of(List<DatedRate> rates, LocalDate from, LocalDate until) {
        List<LocalDate> nights = from.isBefore(until) ? from.datesUntil(until).toList() : List.of();
        return new LateClaimCost(nights.size(), rates.isEmpty() ? 0 : nights.stream()
                .map(night -> NightlyCharge.of(rateOn(rates, night), night))
                .mapToLong(charge -> charge.pence() - charge.ineligible()).sum());
    }

    private static Rate rateOn(List<DatedRate> rates, LocalDate night) {
        Stream<DatedRate> begun = rates.stream().filter(rate -> !rate.from().isAfter(night));
        return begun.reduce((earlier, later) -> later).orElse(rates.get(0)).rate();
    }

    /** Such as "17 nights, £935.00". */
    public String words() {
        return nights + (nights == 1 ? " night, " : " nights, ") + Words.pounds(pence);
    }

    public boolean any() {
        return nights > 0;
    }
}
