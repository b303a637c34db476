package org.threshold.audit;

import java.io.Serializable;
import java.time.Instant;

/**
 * What somebody asks of the audit; every part that is not null must hold.
 *
 * @param who           a username: what they did, and what was done to their account
 * @param caseReference one case
 * @param kind          never null
 * @param from          the first instant
 * @param until         the first instant after
 * @param reason        words that stand in the reason, in any case
 * @param strangersOnly only what was done by people who had nothing to do with the case at that moment
 */
public record AuditQuestion(String who, String caseReference, AuditKind kind, Instant from, Instant until,
                            String reason, boolean strangersOnly) implements Serializable {
}
