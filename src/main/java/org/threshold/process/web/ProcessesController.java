package org.threshold.process.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.process.deployment.LiveProcesses;

/** For designers: what is live, how many cases run on which version, and which change was refused and why. */
@Controller
@Needs(Permission.VIEW_PROCESSES)
class ProcessesController {

    private final LiveProcesses processes;
    private final People people;
    private final Dates dates;

    ProcessesController(LiveProcesses processes, People people, Dates dates) {
        this.processes = processes;
        this.people = people;
        this.dates = dates;
    }

    @GetMapping("/processes")
    String all(Model model) {
        model.addAttribute("processes", processes.all());
        model.addAttribute("tables", processes.tables());
        model.addAttribute("refusals", processes.refusals());
        model.addAttribute("people", people);
        model.addAttribute("dates", dates);
        return "process/processes";
    }
}
