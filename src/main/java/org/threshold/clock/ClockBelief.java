package org.threshold.clock;

import java.time.Instant;
import java.time.LocalDate;

/** What was believed of a clock until its trigger fact was put right. */
public record ClockBelief(LocalDate triggerDate, LocalDate firstDay, LocalDate lastDay, Instant replacedAt,
                          String replacedBy, String why) {
}
