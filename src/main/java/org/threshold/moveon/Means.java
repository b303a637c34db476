package org.threshold.moveon;

import java.time.LocalDate;

/**
 * What a household can pay, in pence a week.
 *
 * @param lha       the Local Housing Allowance for their size and area, as published; null where nobody has read it yet
 * @param lhaReadOn the day on which it was read; null while {@code lha} is
 */
public record Means(int income, int outgoings, int mostRent, int bedrooms, Integer lha, LocalDate lhaReadOn) {

    /** What is left for rent once everything else is paid. */
    public int left() {
        return income - outgoings;
    }

    /** By how much a rent is above the allowance, or null where the allowance is not known. */
    public Integer aboveAllowance(int rent) {
        return lha == null ? null : Math.max(0, rent - lha);
    }
}
