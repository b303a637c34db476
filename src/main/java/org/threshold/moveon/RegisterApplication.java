package org.threshold.moveon;

import java.time.LocalDate;

/**
 * The application of a household to the housing register.
 *
 * @param verifiedOn the day on which the council had checked it; null before that
 * @param band       the band or priority it was given, in the council's own words; null before that
 */
public record RegisterApplication(LocalDate appliedOn, String reference, LocalDate verifiedOn, String band) {
}
