package org.threshold.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.threshold.clock.ServiceClock;

/** Sentences about steps that pages and records share. */
final class StepWords {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(ServiceClock.LONDON);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private StepWords() {
    }

    static String when(Instant at) {
        return WHEN.format(at);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String ended(EndedStep end, String by) {
        return end.how() == StepEnd.COMPLETED
                ? by + " completed ‘" + end.name() + "’ on " + when(end.at()) + "."
                : "‘" + end.name() + "’ was no longer needed: the case moved on, on " + when(end.at())
                        + " (" + by + ").";
    }

    static String taken(OpenStep step, String owner) {
        return owner + " has held ‘" + step.name() + "’ since " + when(step.ownedSince()) + ".";
    }
}
