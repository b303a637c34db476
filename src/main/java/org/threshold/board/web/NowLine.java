package org.threshold.board.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.threshold.board.NowCase;
import org.threshold.board.NowItem;
import org.threshold.clock.ServiceClock;

/**
 * A line of a list in words.
 *
 * @param owner 'Nobody yet' where a step is open that nobody holds; null where none is open
 */
public record NowLine(String reference, String applicant, String team, String what, String href, String figure,
                      String day, String stepId, String step, String owner, String due, boolean overdue,
                      String reminded) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    static NowLine of(NowCase line, Instant now) {
        NowItem item = line.item();
        NowCase.Step step = line.step();
        if (step == null) {
            return new NowLine(item.reference().value(), line.applicant(), line.team(), item.what(), item.href(),
                    item.figure(), day(item.day()), null, null, null, null, false, null);
        }
        return new NowLine(item.reference().value(), line.applicant(), line.team(), item.what(), item.href(),
                item.figure(), day(item.day()), step.id(), step.name(), step.owner() == null ? "Nobody yet"
                : step.owner(), step.dueAt() == null ? "No date" : due(step.dueAt()), step.dueAt() != null
                && step.dueAt().isBefore(now), day(step.remindedOn()));
    }

    /** A step that is due when a day has ended is due on that day. */
    private static String due(Instant at) {
        return DAY.format(at.minusNanos(1).atZone(ServiceClock.LONDON));
    }

    static String day(LocalDate day) {
        return day == null ? null : DAY.format(day);
    }
}
