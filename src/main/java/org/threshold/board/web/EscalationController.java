package org.threshold.board.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.access.Team;
import org.threshold.board.Alert;
import org.threshold.board.AlertMeasure;
import org.threshold.board.AlertThreshold;
import org.threshold.board.Alerts;
import org.threshold.board.Digests;
import org.threshold.board.Escalations;
import org.threshold.process.incident.Incidents;

/** What somebody must act on now: alerts, late steps on their ladder, and what Threshold could not do by itself. */
@Controller
class EscalationController {

    private static final String PAGE = "redirect:/board/escalations";

    private final Escalations escalations;
    private final Alerts alerts;
    private final Digests digests;
    private final Incidents incidents;
    private final People people;
    private final Permissions permissions;
    private final CurrentOfficer current;
    private final WorkloadWords words;

    EscalationController(Escalations escalations, Alerts alerts, Digests digests, Incidents incidents, People people,
                         Permissions permissions, CurrentOfficer current, WorkloadWords words) {
        this.escalations = escalations;
        this.alerts = alerts;
        this.digests = digests;
        this.incidents = incidents;
        this.people = people;
        this.permissions = permissions;
        this.current = current;
        this.words = words;
    }

    /**
     * An alert in words.
     *
     * @param seen who acknowledged it, when, and what they do about it; null while nobody has
     */
    public record AlertView(long id, String title, String where, int value, int highest, String since, String seen,
                            String resolved, String list) {
    }

    @Needs(Permission.VIEW_BOARD)
    @GetMapping("/board/escalations")
    String page(Model model) {
        return page(Map.of(), Map.of(), model);
    }

    @Needs(Permission.RETRY_INCIDENTS)
    @PostMapping("/board/escalations/incidents/{job}/retry")
    String retry(@PathVariable String job, RedirectAttributes after) {
        after.addFlashAttribute("confirmation", incidents.retry(job)
                ? "Threshold tries again within a few seconds. Reload this page to see how it went."
                : "This has worked meanwhile, or its case has ended.");
        return PAGE;
    }

    @Needs(Permission.VIEW_BOARD)
    @PostMapping("/board/escalations/alerts/{id}/acknowledge")
    String acknowledge(@PathVariable long id, @RequestParam(defaultValue = "") String note, RedirectAttributes after) {
        String text = note.replace("\0", "").strip();
        after.addFlashAttribute("confirmation", alerts.acknowledge(id,
                text.substring(0, Math.min(text.length(), Alerts.LONGEST_NOTE)))
                ? "It is recorded that you have seen the alert. You are not reminded of it any more."
                : "This alert was acknowledged already, or does not stand any more.");
        return PAGE;
    }

    @Needs(Permission.SET_TARGETS)
    @PostMapping("/board/escalations/thresholds")
    String change(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
                  RedirectAttributes after) {
        String measure = typed.getOrDefault("measure", "");
        Map<String, String> errors = new LinkedHashMap<>();
        AlertMeasure of = Arrays.stream(AlertMeasure.values()).filter(each -> each.name().equals(measure)).findFirst()
                .orElse(null);
        if (of == null) {
            errors.put("measure", "Select the alert to change");
        }
        Integer raise = number(typed, "raiseAbove", "above which number it is raised", errors);
        Integer clear = number(typed, "clearBelow", "below which number it is resolved", errors);
        Integer remind = number(typed, "remindAfterDays", "how many days apart its reminders are", errors);
        if (errors.isEmpty()) {
            try {
                alerts.change(new AlertThreshold(of, raise, clear, remind));
                after.addFlashAttribute("confirmation", "The bounds of ‘" + of.title() + "’ are changed.");
                return PAGE;
            } catch (IllegalArgumentException refused) {
                errors.put("clearBelow", refused.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(errors, typed, model);
    }

    private static Integer number(Map<String, String> typed, String name, String what, Map<String, String> errors) {
        String text = typed.getOrDefault(name, "").strip();
        if (text.matches("[0-9]{1,6}")) {
            return Integer.valueOf(text);
        }
        errors.put(name, "Enter " + what + ", in figures");
        return null;
    }

    private String page(Map<String, String> errors, Map<String, String> typed, Model model) {
        List<Alert> all = alerts.mine();
        model.addAttribute("standing", all.stream().filter(each -> each.resolvedAt() == null).map(this::view).toList());
        model.addAttribute("resolved", all.stream().filter(each -> each.resolvedAt() != null).map(this::view).toList());
        List<Escalations.OnRung> rungs = escalations.byRung();
        model.addAttribute("rungs", rungs);
        model.addAttribute("lateSteps", rungs.stream().mapToInt(Escalations.OnRung::total).sum());
        model.addAttribute("mostShown", Escalations.MOST_SHOWN);
        model.addAttribute("faults", incidents.all());
        model.addAttribute("faultCount", incidents.count());
        model.addAttribute("mayRetry", incidents.mayRetry());
        model.addAttribute("thresholds", alerts.thresholds());
        model.addAttribute("measures", AlertMeasure.values());
        model.addAttribute("maySet", permissions.allows(current.get(), Permission.SET_TARGETS));
        model.addAttribute("digestsGoOut", digests.goOut());
        model.addAttribute("lastDigest", digests.last().orElse(null));
        model.addAttribute("words", words);
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "board/escalations";
    }

    private AlertView view(Alert alert) {
        String where = alert.team().isEmpty() ? "The whole service"
                : people.team(alert.team()).map(Team::name).orElse(alert.team());
        String seen = alert.acknowledgedAt() == null ? null : people.nameOf(alert.acknowledgedBy()) + " on "
                + words.moment(alert.acknowledgedAt())
                + (alert.acknowledgement() == null ? "" : ": " + alert.acknowledgement());
        return new AlertView(alert.id(), alert.measure().title(), where, alert.value(), alert.highest(),
                words.moment(alert.raisedAt()), seen, words.moment(alert.resolvedAt()),
                alert.measure().list(alert.team()));
    }
}
