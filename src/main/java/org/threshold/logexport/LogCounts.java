package org.threshold.logexport;

/**
 * What a file holds.
 *
 * @param cases   in the file
 * @param events  in the file
 * @param leftOut cases that are like fewer than {@link Alike#FEWEST} others. Restricted cases are not counted anywhere
 */
public record LogCounts(long cases, long events, long leftOut) {
}
