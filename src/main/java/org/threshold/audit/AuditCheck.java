package org.threshold.audit;

import java.time.Instant;

/**
 * One nightly check of what came to the audit since the last.
 *
 * @param entries   how many were read
 * @param firstSaid the first finding's sentence; null where there was none
 */
public record AuditCheck(Instant beganAt, Instant endedAt, long entries, int findings, String firstSaid) {
}
