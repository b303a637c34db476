package org.threshold.casefile;

import java.time.Instant;
import java.util.List;

/**
 * A case that may concern the same people.
 *
 * @param matchedName who in that household matched
 * @param why         what matched, in words: 'same last name and date of birth'
 */
public record CaseMatch(CaseSummary summary, String matchedName, Instant openedAt, List<String> why) {
}
