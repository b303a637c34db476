package org.threshold.casefile;

import java.time.Instant;
import java.util.List;

/**
 * What a case was before it came here.
 *
 * @param openedAt when the household first asked for help
 * @param status   where the case stands now
 * @param notes    oldest first
 * @param past     everything that happened, oldest first, as the timeline will show it
 */
public record FormerLife(Instant openedAt, CaseStatus status, List<FormerNote> notes, List<Event> past) {

    /** @param by the author as the previous system named them; need not have an account */
    public record FormerNote(Instant writtenAt, String by, String text) {
    }

    /** @param kind as {@link Timeline#add} has it */
    public record Event(Instant at, String by, String kind, String headline, String detail) {
    }
}
