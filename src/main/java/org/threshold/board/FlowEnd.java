package org.threshold.board;

import java.time.LocalDate;

/** A case, or a step, that ended on that day (London) and how long it had taken since it came. */
public record FlowEnd(LocalDate day, double days) {
}
