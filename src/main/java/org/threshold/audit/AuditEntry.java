package org.threshold.audit;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

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

    /** The detail that names the cases shown. */
    public static final String SHOWN = "shown";

    /**
     * What somebody looked for and which cases they were shown. What they typed is not kept.
     *
     * @param kinds  what was asked by: {@code name}, {@code date of birth} …
     * @param cases  the references of the cases shown
     */
    public static AuditEntry search(String action, String kinds, Collection<String> cases) {
        return new AuditEntry(null, action, kinds, Map.of(SHOWN, String.join(" ", new TreeSet<>(cases))), null, null);
    }

    public static AuditEntry of(String caseReference, String action, String subject) {
        return new AuditEntry(caseReference, action, subject, Map.of(), null, null);
    }
}
