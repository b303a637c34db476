package org.threshold.process.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.threshold.clock.ServiceClock;
import org.threshold.process.ForModels;

/** Dates that officers noted to come back to. */
@Component
@ForModels("diary")
class Diary {

    /** When the offices begin, so that the step is on top of the list that morning. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Eight in the morning, London time, of the day. */
    @ForModels
    public Date morningOf(Date day) {
        LocalDate date = day.toInstant().atZone(ServiceClock.LONDON).toLocalDate();
        return Date.from(date.atTime(MORNING).atZone(ServiceClock.LONDON).toInstant());
    }

    /** The same so many days after the day. */
    @ForModels
    public Date morningAfter(Date day, int days) {
        LocalDate date = day.toInstant().atZone(ServiceClock.LONDON).toLocalDate().plusDays(days);
        return Date.from(date.atTime(MORNING).atZone(ServiceClock.LONDON).toInstant());
    }
}
