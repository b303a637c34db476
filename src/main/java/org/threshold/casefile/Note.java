package org.threshold.casefile;

import java.time.Instant;

/**
 * Something an officer wrote. Never changed: a correction is a new note.
 *
 * @param corrects id of the note that this one corrects, or null
 */
public record Note(long id, CaseReference caseReference, Instant writtenAt, String writtenBy, String text,
                   Long corrects) {

    public static final int LONGEST = 10_000;

    /** The same note as somebody reads it who may not read all of it. */
    Note withText(String shown) {
        return new Note(id, caseReference, writtenAt, writtenBy, shown, corrects);
    }
}
