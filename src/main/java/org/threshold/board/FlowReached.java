package org.threshold.board;

import java.time.LocalDate;

/** So many cases, or steps, first reached a stage or one beyond it on that day (London). */
public record FlowReached(int stage, LocalDate day, long count) {
}
