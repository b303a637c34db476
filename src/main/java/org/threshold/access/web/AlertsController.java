package org.threshold.access.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.threshold.access.AccessAlert;
import org.threshold.access.AccessAlerts;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;

/** What I should know about the restricted cases that I answer for. */
@Controller
@Needs(Permission.NAME_PEOPLE)
@RequestMapping("/alerts")
class AlertsController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK)
            .withZone(ZoneId.of("Europe/London"));

    /** @param about name of a person, or the reference of another case */
    public record View(long id, String reference, String kind, String title, String about, String detail, String raised,
                       String seen) {
    }

    private final AccessAlerts alerts;
    private final People people;

    AlertsController(AccessAlerts alerts, People people) {
        this.alerts = alerts;
        this.people = people;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("alerts", alerts.mine().stream().map(this::view).toList());
        return "access/alerts";
    }

    @PostMapping("/{id}/seen")
    String seen(@PathVariable long id) {
        alerts.seen(id);
        return "redirect:/alerts";
    }

    private View view(AccessAlert alert) {
        boolean person = alert.kind() != AccessAlert.Kind.APPEARS_ELSEWHERE
                && alert.kind() != AccessAlert.Kind.WORK_IS_LATE;
        return new View(alert.id(), alert.caseReference(), alert.kind().name(), alert.kind().title(),
                person ? people.nameOf(alert.about()) : alert.about(), alert.detail(), time(alert.raisedAt()),
                alert.seen() ? time(alert.seenAt()) : null);
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
