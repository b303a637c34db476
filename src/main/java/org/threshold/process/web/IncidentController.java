package org.threshold.process.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.process.DriftCheck;
import org.threshold.process.incident.Incidents;

/** What Threshold could not do by itself, in plain words, with a way to try again. */
@Controller
class IncidentController {

    private final Incidents incidents;
    private final DriftCheck drift;
    private final Dates dates;

    IncidentController(Incidents incidents, DriftCheck drift, Dates dates) {
        this.incidents = incidents;
        this.drift = drift;
        this.dates = dates;
    }

    @Needs(Permission.VIEW_INCIDENTS)
    @GetMapping("/incidents")
    String all(Model model) {
        model.addAttribute("faults", incidents.all());
        model.addAttribute("total", incidents.count());
        model.addAttribute("mayRetry", incidents.mayRetry());
        model.addAttribute("maySeeDetails", incidents.maySeeDetails());
        model.addAttribute("drift", drift.latest());
        model.addAttribute("dates", dates);
        return "process/incidents";
    }

    @Needs(Permission.VIEW_INCIDENTS)
    @GetMapping("/incidents/{job}/details")
    String details(@PathVariable String job, Model model) {
        model.addAttribute("trace", incidents.details(job).orElse(null));
        return "process/incident";
    }

    @Needs(Permission.RETRY_INCIDENTS)
    @PostMapping("/incidents/{job}/retry")
    String retry(@PathVariable String job, RedirectAttributes after) {
        after.addFlashAttribute("confirmation", incidents.retry(job)
                ? "Threshold tries again within a few seconds. Reload this page to see how it went."
                : "This has worked meanwhile, or its case has ended.");
        return "redirect:/incidents";
    }
}
