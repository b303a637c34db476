package org.threshold.worklist;

import java.time.Instant;
import org.threshold.casefile.CaseReference;

/**
 * What the engine knows of a user task that has just been created.
 *
 * @param team      candidate group
 * @param role      name of the role that the step needs, or null when any caseworker may do it
 * @param lane      priority lane, or null
 * @param provision the provision that the step serves, or null
 * @param waitsFor  officer, applicant, third-party or statutory: what time in this step means for measures
 */
public record OpenedStep(String stepId, CaseReference caseReference, String processKey, int processVersion,
                         String processInstanceId, String elementId, String name, String documentation,
                         String formKey, String team, String role, String owner, String lane, boolean inPerson,
                         String provision, String waitsFor, Instant createdAt, Instant dueAt) {
}
