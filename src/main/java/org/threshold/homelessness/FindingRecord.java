package org.threshold.homelessness;

import java.time.Instant;
import java.time.LocalDate;
import org.threshold.clock.Finding;

/**
 * What the council was satisfied of, from the moment it was recorded until the next record of the same question.
 *
 * @param category the category of priority need, for a yes to that question; otherwise null
 * @param reasons  null only while undecided
 * @param foundOn  the day on which the council was satisfied of it, which may lie before the day of the record
 */
public record FindingRecord(Question question, Finding finding, String category, String reasons, LocalDate foundOn,
                            String recordedBy, Instant recordedAt) {
}
