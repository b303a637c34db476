package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockKind;
import org.threshold.clock.StatutoryClock;
import org.threshold.clock.StatutoryClocks;

/**
 * A case's clocks as an officer looks for them: what the council must do first, then the days that the applicant has,
 * then what is over. A right of the applicant that has run out is over too.
 */
@Component
class ClockGroups {

    private static final List<String> ORDER = List.of("The council’s", "The applicant’s time to act", "Over");

    private final StatutoryClocks clocks;
    private final Clock clock;

    ClockGroups(StatutoryClocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    /** The clocks by the heading they stand under, in the order of the headings; a heading without clocks is left out. */
    Map<String, List<StatutoryClock>> of(CaseReference reference) {
        LocalDate today = LocalDate.now(clock);
        Map<String, List<StatutoryClock>> found = clocks.of(reference).stream()
                .collect(Collectors.groupingBy(each -> ORDER.get(group(each, today))));
        Map<String, List<StatutoryClock>> ordered = new LinkedHashMap<>();
        ORDER.stream().filter(found::containsKey).forEach(heading -> ordered.put(heading, found.get(heading)));
        return ordered;
    }

    private static int group(StatutoryClock each, LocalDate today) {
        if (!each.running() || each.lapsed(today)) {
            return 2;
        }
        return ClockKind.OF_THE_APPLICANT.contains(each.kind()) ? 1 : 0;
    }
}
