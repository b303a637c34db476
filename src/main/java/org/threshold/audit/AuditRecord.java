package org.threshold.audit;

import java.time.Instant;

/**
 * An entry as it was recorded.
 *
 * @param caseReference the case, or empty for what belongs to no case
 * @param sequence      1, 2, 3 … within the case, without gaps
 * @param who           username, or {@code threshold} for the service itself
 * @param via           the name of an {@link Origin.Via}; null in entries from before this was recorded
 * @param address       the network address of whoever asked, or null
 * @param details       JSON
 */
public record AuditRecord(String caseReference, long sequence, Instant at, String who, String via, String address,
                          String action, String subject, String details, String reason, String provision) {
}
