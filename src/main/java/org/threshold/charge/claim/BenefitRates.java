package org.threshold.charge.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * The amounts of a year, in pence a week.
 *
 * @param taperPercent of each pound of income above the allowances, how many pence are taken off
 * @param bands        what is taken off for another adult, by what they earn; lowest first, the first from 0
 */
public record BenefitRates(LocalDate from, int singleUnder25, int single, int couple, int child, int singlePensionAge,
                           int couplePensionAge, int taperPercent, List<Band> bands) {

    /** From which weekly earnings before tax on this is taken off. */
    public record Band(int earnsFrom, int deduction) {
    }

    /** What is taken off for one adult who earns so much a week before tax. */
    int deduction(int earnings) {
        return bands.stream().filter(band -> earnings >= band.earnsFrom()).mapToInt(Band::deduction)
                .reduce(0, (earlier, later) -> later);
    }
}
