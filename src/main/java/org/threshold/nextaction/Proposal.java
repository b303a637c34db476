package org.threshold.nextaction;

import java.time.LocalDate;
import org.threshold.casefile.CaseReference;

/**
 * Something that the facts of a case ask for.
 *
 * @param subject tells what it is about, such as {@code plan-12}; answered once, it is not proposed again
 * @param detail  the facts behind it, in a sentence without its full stop and without a name or an address
 * @param dueOn   since when, or by when
 */
public record Proposal(CaseReference caseReference, String team, ActionKind kind, String subject, String detail,
                       LocalDate dueOn) {
}
