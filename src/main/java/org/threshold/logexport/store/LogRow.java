package org.threshold.logexport.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One event as it was recorded, with the service's own identifiers: never written to a file as it stands.
 *
 * @param source     STEP, PLACEMENT or REVIEW
 * @param id         of the record, alone in its source
 * @param household  reference of a case that stands for the household
 * @param instance   step, placement or review
 * @param process    key; null unless it is a step, as are version and element
 * @param what       code of what happened
 * @param detail     of a step: new owner, due date or reason code; of a review: its outcome
 * @param heldBefore of a step: whether anybody had had it before
 * @param unit       of a placement, as far as one is known
 * @param day        of a review: the day on which it happened
 */
public record LogRow(String source, String id, String caseReference, String household, String channel,
                     String instance, Instant at, String process, Integer version, String element, String what, String by,
                     String team, String detail, boolean heldBefore, String unit, LocalDate day) {
}
