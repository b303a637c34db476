package org.threshold.audit;

import java.util.Map;

/**
 * One thing that somebody did. Who and when are added by the trail.
 *
 * @param caseReference the case, or null for what belongs to no case (accounts, deployments)
 * @param action        past tense, dotted: {@code step.completed}, {@code decision.signed}
 * @param subject       what it was done to: a step's id, an account, a letter's id
 * @param details       small facts without free text about people; written as JSON with sorted keys
 * @param reason        why, where a reason was asked; otherwise null
 * @param provision     the legal provision, such as {@code s184(3)}; otherwise null
 */
public record AuditEntry(String caseReference, String action, String subject, Map<String, String> details,
                         String reason, String provision) {

    public static AuditEntry of(String caseReference, String action, String subject) {
        return new AuditEntry(caseReference, action, subject, Map.of(), null, null);
    }
}
