package org.threshold.board.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
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
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.board.Workload;
import org.threshold.board.Workload.OfficerLoad;
import org.threshold.board.WorkloadLeave;

/** How work is spread over teams and, for their own leader, over people; and who is away. */
@Controller
class WorkloadController {

    private final Workload workload;
    private final WorkloadLeave leave;
    private final People people;
    private final WorkloadWords words;

    WorkloadController(Workload workload, WorkloadLeave leave, People people, WorkloadWords words) {
        this.workload = workload;
        this.leave = leave;
        this.people = people;
        this.words = words;
    }

    /** One person who may be chosen. */
    public record Choice(String username, String name) {
    }

    /** One period of leave as the page shows it. */
    public record Away(long id, String name, String words) {
    }

    @Needs(Permission.VIEW_BOARD)
    @GetMapping("/board/workload")
    String page(Model model) {
        return page(Map.of(), Map.of(), model);
    }

    @Needs(Permission.PLAN_TEAM_PRESENCE)
    @PostMapping("/board/workload/leave")
    String record(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
                  RedirectAttributes after) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (typed.getOrDefault("person", "").isBlank()) {
            errors.put("person", "Select who is away");
        }
        LocalDate first = day(typed, "first", "first", errors);
        LocalDate last = day(typed, "last", "last", errors);
        if (errors.isEmpty()) {
            try {
                leave.record(typed.get("person"), first, last);
                after.addFlashAttribute("confirmation",
                        "Leave of " + people.nameOf(typed.get("person")) + " is recorded.");
                return "redirect:/board/workload";
            } catch (IllegalArgumentException refused) {
                errors.put("last", refused.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(errors, typed, model);
    }

    @Needs(Permission.PLAN_TEAM_PRESENCE)
    @PostMapping("/board/workload/leave/{id}/remove")
    String remove(@PathVariable long id, RedirectAttributes after) {
        leave.remove(id);
        after.addFlashAttribute("confirmation", "The leave is taken back.");
        return "redirect:/board/workload";
    }

    private static LocalDate day(Map<String, String> typed, String name, String which, Map<String, String> errors) {
        try {
            LocalDate day = LocalDate.parse(typed.getOrDefault(name, "").strip());
            if (day.getYear() > 2000 && day.getYear() < 2100) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // Told beside the question.
        }
        errors.put(name, "Enter the " + which + " day away");
        return null;
    }

    private String page(Map<String, String> errors, Map<String, String> typed, Model model) {
        List<Workload.TeamLoad> teams = workload.teams();
        model.addAttribute("teams", teams);
        model.addAttribute("persons", teams.stream().flatMap(team -> team.officers().stream())
                .filter(officer -> !officer.left()).map(WorkloadController::choice).distinct()
                .sorted(Comparator.comparing(Choice::name)).toList());
        model.addAttribute("away", leave.coming().stream()
                .map(each -> new Away(each.id(), people.nameOf(each.username()), words.leave(each))).toList());
        model.addAttribute("words", words);
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "board/workload";
    }

    private static Choice choice(OfficerLoad officer) {
        return new Choice(officer.username(), officer.name());
    }
}
