package org.threshold.appointment.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.threshold.access.OpenToAll;
import org.threshold.appointment.CalendarFeeds;

/** An officer's calendar, for the program on their desk or phone, which cannot sign in. */
@Controller
class CalendarFeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;

    CalendarFeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @OpenToAll("Whoever has the address; it is known to nobody but whom it was shown to, and tells of no household")
    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        return feeds.calendar(token).map(text -> ResponseEntity.ok().contentType(CALENDAR)
                .cacheControl(CacheControl.noStore()).body(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
