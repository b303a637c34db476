package org.threshold.clock;

import java.time.LocalDate;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/**
 * A clock on a case. {@code endedOn} and {@code endReason} are null while it runs.
 *
 * @param about  which decision it is about, in a few words; null for a clock of which only one of its kind can run
 * @param period what is believed now; earlier beliefs are kept
 */
public record StatutoryClock(long id, CaseReference caseReference, Period period, LocalDate triggerDate,
                             String about, LocalDate endedOn, String endReason) {

    public ClockKind kind() {
        return period.kind();
    }

    public boolean running() {
        return endedOn == null;
    }

    /** A right of the applicant that has run out needs nobody, although nothing ended it. */
    public boolean lapsed(LocalDate today) {
        return ClockKind.OF_THE_APPLICANT.contains(kind()) && period.lastDay() != null
                && period.lastDay().isBefore(today);
    }

    /** Day n of the period on the given day: 1 on its first day. */
    public long dayNumber(LocalDate on) {
        return java.time.temporal.ChronoUnit.DAYS.between(period.firstDay(), on) + 1;
    }

    public Optional<Long> lengthInDays() {
        return Optional.ofNullable(period.lastDay())
                .map(last -> java.time.temporal.ChronoUnit.DAYS.between(period.firstDay(), last) + 1);
    }
}
