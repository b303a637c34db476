package org.threshold.homelessness;

import java.time.LocalDate;

/**
 * That the applicant has died.
 *
 * @param diedOn    null when not known
 * @param toldBy    who told us
 * @param howKnown  how we know
 * @param nextOfKin next of kin, and what is to happen with what they left; null when not known
 */
public record Death(LocalDate diedOn, LocalDate toldOn, String toldBy, String howKnown, String nextOfKin) {
}
