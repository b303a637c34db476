package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What somebody answered about a household in bed and breakfast.
 *
 * @param counted       the nights that counted when they answered
 * @param unlawfulSince null while the stay was lawful
 * @param outBy         the day by which they are to be out, or null
 * @param toldHousehold whether the household was told of it and of their rights; null where that was not asked
 * @param remedy        what was offered for an unlawful stay, or null
 * @param remedyPence   in pence; null where no money was offered
 */
public record NightsAnswer(long id, NightsLevel level, int counted, LocalDate unlawfulSince, String words,
                           LocalDate outBy, Boolean toldHousehold, String remedy, Integer remedyPence, String by,
                           Instant at) {
}
