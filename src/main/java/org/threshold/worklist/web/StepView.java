package org.threshold.worklist.web;

import java.util.List;

/**
 * One row of a list in words.
 *
 * @param due     such as '24 November 2026 at 17:00'
 * @param dueIn   such as '2 days overdue', 'today', 'in 3 days'
 * @param clock   the nearest statutory clock in words, or null
 * @param owner   name of the officer who holds it, or null
 * @param restricted whether the case is open to named people only
 * @param hold    such as 'On hold until 3 December 2026: waiting for the applicant', or null
 */
public record StepView(String id, String name, String reference, String applicant, List<String> flags, String team,
                       String owner, boolean mine, boolean mayTake, String lane, boolean inPerson, String role,
                       String due, String dueIn, boolean overdue, boolean dueSoon, String clock, String clockIn,
                       boolean clockPast, String hold, String opened, String provision,
                       boolean restricted) {
}
