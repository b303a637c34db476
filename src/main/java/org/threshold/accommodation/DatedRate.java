package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a unit costs from a night on, until the next one.
 *
 * @param from   the first night
 * @param madeAt when it was recorded, so that a statement can be read as it was known then
 */
public record DatedRate(LocalDate from, Rate rate, String why, Instant madeAt, String madeBy) {
}
