package org.threshold.process.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.threshold.clock.ServiceClock;

/** Instants as people in London read them. */
@Component("processDates")
public class Dates {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK)
            .withZone(ServiceClock.LONDON);

    public String say(Instant instant) {
        return instant == null ? "" : WORDS.format(instant);
    }
}
