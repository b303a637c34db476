package org.threshold.casefile;

import java.time.Instant;

/** One thing that happened on a case; {@code by} is a username, {@code detail} may be null. */
public record TimelineEntry(long id, CaseReference caseReference, Instant at, String by, String kind,
                            String headline, String detail) {
}
