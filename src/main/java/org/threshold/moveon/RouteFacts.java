package org.threshold.moveon;

import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.threshold.clock.ServiceClock;

/** What the process of a move reads to go on: codes, flags and days. */
public final class RouteFacts {

    private RouteFacts() {
    }

    /** A route was chosen; the review of it comes on that day. */
    public static Map<String, Object> chosen(Route route, LocalDate review) {
        return new HashMap<>(Map.of("moveOnRoute", route.name(), "moveOnReviewOn", at(review)));
    }

    /** The start of a day in London, which a timer reads. */
    public static Date at(LocalDate day) {
        return Date.from(day.atStartOfDay(ServiceClock.LONDON).toInstant());
    }
}
