package org.threshold.board.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.threshold.board.Leave;
import org.threshold.clock.ServiceClock;

/** Instants, days and leave in words, for the pages of workload and escalations. */
@Component
public class WorkloadWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu 'at' HH:mm", Locale.UK)
            .withZone(ServiceClock.LONDON);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private final Clock clock;

    WorkloadWords(Clock clock) {
        this.clock = clock;
    }

    public String moment(Instant at) {
        return at == null ? "" : MOMENT.format(at);
    }

    /** As {@link #moment}; what is due when a day has ended is due on that day. */
    public String due(Instant at) {
        return WhereWords.due(at);
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as '12 days'; a dash where there is nothing. */
    public String age(Instant since) {
        if (since == null) {
            return "–";
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(since, ServiceClock.LONDON), LocalDate.now(clock));
        return days < 1 ? "today" : days == 1 ? "1 day" : days + " days";
    }

    /** 'Away until 4 Jan 2027', or 'Away from 2 Jan 2027 until 4 Jan 2027'. */
    public String leave(Leave leave) {
        return leave.on(LocalDate.now(clock)) ? "Away until " + day(leave.lastDay())
                : "Away from " + day(leave.firstDay()) + " until " + day(leave.lastDay());
    }
}
