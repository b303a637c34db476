package org.threshold.eventlog;

import java.util.Locale;

/** What happened to an activity at an event. Its beginning, its end and its being called off are told apart. */
public enum Lifecycle {
    START, COMPLETE, ABORT, OTHER;

    /** @param transition as the log writes it; null or blank where it does not say, which is a completion */
    static Lifecycle of(String transition) {
        if (transition == null || transition.isBlank()) {
            return COMPLETE;
        }
        return switch (transition.strip().toLowerCase(Locale.ROOT)) {
            case "start", "started" -> START;
            case "complete", "completed", "end" -> COMPLETE;
            case "ate_abort", "pi_abort", "withdraw", "abort", "aborted", "cancel", "cancelled", "canceled" -> ABORT;
            default -> OTHER;
        };
    }
}
