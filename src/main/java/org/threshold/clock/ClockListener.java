package org.threshold.clock;

import org.threshold.casefile.CaseReference;

/** Told, in the same transaction, when a clock on a case has started, moved or ended. */
public interface ClockListener {

    void clocksChanged(CaseReference reference, ClockKind kind);
}
