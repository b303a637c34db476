package org.threshold.homelessness;

import java.time.Instant;
import org.threshold.clock.Finding;

/**
 * What the council was satisfied of, from the moment it was recorded until the next record of the same question.
 *
 * @param category the category of priority need, for a yes to that question; otherwise null
 * @param reasons  null only while undecided
 */
public record FindingRecord(Question question, Finding finding, String category, String reasons, String recordedBy,
                            Instant recordedAt) {
}
