package org.threshold.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Presence;

/** 'Where I work today'. */
@Controller
@Needs(Permission.PLAN_OWN_PRESENCE)
class PresenceController {

    static final String REMOTE = "remote";
    /** No office has this name: offices are named in words. */
    private static final String VISITS = "on-visits";

    private final Presence presence;
    private final CurrentOfficer current;
    private final Clock clock;

    PresenceController(Presence presence, CurrentOfficer current, Clock clock) {
        this.presence = presence;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/presence")
    String ask(@RequestParam(name = "continue", required = false) String wanted, Model model) {
        String chosen = presence.placeOf(current.get().username(), LocalDate.now(clock))
                .map(place -> place.onVisits() ? VISITS : place.isRemote() ? REMOTE : place.office()).orElse("");
        return page(wanted, chosen, Map.of(), model);
    }

    @PostMapping("/presence")
    String declare(@RequestParam(defaultValue = "") String place,
                   @RequestParam(name = "continue", required = false) String wanted, Model model,
                   RedirectAttributes redirect) {
        if (place.equals(VISITS)) {
            presence.declareVisits();
            redirect.addFlashAttribute("confirmation", "You are out on visits today.");
            return "redirect:" + SafePath.of(wanted);
        }
        if (!place.equals(REMOTE) && !presence.offices().contains(place)) {
            return page(wanted, "", Map.of("place", "Select where you are working today"), model);
        }
        presence.declareToday(place.equals(REMOTE) ? null : place);
        redirect.addFlashAttribute("confirmation", place.equals(REMOTE) ? "You are working remotely today."
                : "You are working at " + place + " today.");
        return "redirect:" + SafePath.of(wanted);
    }

    private String page(String wanted, String chosen, Map<String, String> errors, Model model) {
        model.addAttribute("wanted", SafePath.of(wanted));
        model.addAttribute("chosen", chosen);
        model.addAttribute("offices", presence.offices());
        model.addAttribute("errors", errors);
        return "access/presence";
    }
}
