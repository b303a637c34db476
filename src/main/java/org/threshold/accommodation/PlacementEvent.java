package org.threshold.accommodation;

import java.time.Instant;

/**
 * One step of a placement's life, which is never changed.
 *
 * @param words what was said about it, or null
 */
public record PlacementEvent(PlacementStatus status, Instant happenedAt, String byWhom, String words) {
}
