package org.threshold.board;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the service wants of a measure for some time.
 *
 * @param value in the unit of the measure; null says that there is no target any more
 * @param owner username of who answers for it
 * @param from  the first day
 * @param to    the last day, or null while it is open
 */
public record Target(TileMeasure measure, Long value, String owner, LocalDate from, LocalDate to, String why,
                     String setBy, Instant setAt) {
}
