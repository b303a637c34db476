package org.threshold.demonstration;

/**
 * Something in the made-up past.
 *
 * @param daysAgo   before the day of the first start
 * @param household given name of the applicant
 */
record Happening(int daysAgo, String household, Runnable happens) {
}
