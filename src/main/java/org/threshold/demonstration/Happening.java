package org.threshold.demonstration;

/**
 * Something in the made-up past.
 *
 * @param daysAgo   before the day of the first start
 * @param household given name of the applicant, or what else tells a story that may stop by itself
 */
public record Happening(int daysAgo, String household, Runnable happens) {
}
