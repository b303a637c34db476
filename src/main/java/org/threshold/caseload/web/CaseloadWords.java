package org.threshold.caseload.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseStatus;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ClockRules;
import org.threshold.clock.ServiceClock;

/** Times, statuses and clocks as the pages of this room show them. */
@Component
public class CaseloadWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK)
            .withZone(ServiceClock.LONDON);

    private final ClockRules rules;

    CaseloadWords(ClockRules rules) {
        this.rules = rules;
    }

    public String time(Instant at) {
        return at == null ? "" : TIME.format(at);
    }

    public String status(String name) {
        return CaseStatus.valueOf(name).title();
    }

    public String clock(String kind) {
        return rules.nameOf(ClockKind.valueOf(kind));
    }
}
