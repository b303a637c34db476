package org.threshold.process.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.threshold.process.ForModels;

/** Dates that officers noted to come back to. */
@Component
@ForModels("diary")
class Diary {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** When the offices begin, so that the step is on top of the list that morning. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** Eight in the morning, London time, of the day. */
    @ForModels
    public Date morningOf(Date day) {
        LocalDate date = day.toInstant().atZone(LONDON).toLocalDate();
        return Date.from(date.atTime(MORNING).atZone(LONDON).toInstant());
    }
}
