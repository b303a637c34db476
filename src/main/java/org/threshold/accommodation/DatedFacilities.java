package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;

/** What a unit has, and who runs it, from a night on, until the next one. */
public record DatedFacilities(LocalDate from, Facilities facilities, String why, Instant madeAt, String madeBy) {
}
