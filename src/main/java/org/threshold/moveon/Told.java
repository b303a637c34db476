package org.threshold.moveon;

import java.time.LocalDate;

/**
 * What the council was told about an offer.
 *
 * @param on    the day on which it was told
 * @param from  by whom
 * @param words in their words; of a refusal their reasons; of silence what was tried
 */
public record Told(LocalDate on, HomeOffer.How how, String from, String words) {
}
