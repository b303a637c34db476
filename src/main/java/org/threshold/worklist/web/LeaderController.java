package org.threshold.worklist.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.worklist.LateWork;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.StepPage;
import org.threshold.worklist.Worklist;

/** What a team leader does with the work of others: late steps, absences and leavers. */
@Controller
class LeaderController {

    private final Worklist worklist;
    private final LateWork late;
    private final StepMoves moves;
    private final StepViews views;
    private final CurrentOfficer current;
    private final People people;
    private final Permissions permissions;

    LeaderController(Worklist worklist, LateWork late, StepMoves moves, StepViews views, CurrentOfficer current,
                     People people, Permissions permissions) {
        this.worklist = worklist;
        this.late = late;
        this.moves = moves;
        this.views = views;
        this.current = current;
        this.people = people;
        this.permissions = permissions;
    }

    /** @param rung how far the escalation has climbed, in words; null when it has not begun */
    public record LateView(StepView step, String rung, String since) {
    }

    @Needs(Permission.UNBLOCK_OVERDUE)
    @GetMapping("/work/overdue")
    String overdue(@RequestParam MultiValueMap<String, String> params, Model model, HttpSession session) {
        StepPage.Place place = ListQuery.of(params).place();
        LateWork.Page page = late.page(place);
        ListQuery query = ListQuery.of(new LinkedMultiValueMap<>());
        ListPlace.remember(session, query.at(place).address("/work/overdue"));
        model.addAttribute("late", page.steps().stream().map(this::view).toList());
        model.addAttribute("next", page.next() == null ? null : query.at(page.next()).address("/work/overdue"));
        model.addAttribute("previous",
                page.previous() == null ? null : query.at(page.previous()).address("/work/overdue"));
        return "worklist/overdue";
    }

    @Needs(Permission.ASSIGN_WORK)
    @GetMapping("/work/hand-over")
    String handOver(Model model, HttpSession session) {
        ListPlace.remember(session, "/work/hand-over");
        return page("", Map.of(), Map.of(), List.of(), model);
    }

    /** Shows what one person holds; by POST, so that no address says whose absence was looked at. */
    @Needs(Permission.ASSIGN_WORK)
    @PostMapping(value = "/work/hand-over", params = "show")
    String show(@RequestParam(defaultValue = "") String from, Model model, HttpServletResponse response) {
        if (colleagues().stream().noneMatch(officer -> officer.username().equals(from))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page("", Map.of("from", "Select whose steps you want to hand over"), Map.of(), List.of(), model);
        }
        return page(from, Map.of(), Map.of(), List.of(), model);
    }

    @Needs(Permission.ASSIGN_WORK)
    @PostMapping("/work/hand-over")
    String handOver(@RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response,
                    RedirectAttributes flash) {
        String from = text(typed, "from");
        String to = text(typed, "to");
        String reason = text(typed, "reason");
        List<String> steps = typed.getOrDefault("step", List.of());
        Map<String, String> errors = problems(to, reason, steps);
        if (errors.isEmpty()) {
            try {
                int moved = moves.handOverAll(from, steps, to.equals("team") ? null : to.substring("person:".length()),
                        reason).size();
                flash.addFlashAttribute("confirmation", moved + (moved == 1 ? " step" : " steps") + " handed over.");
                return "redirect:/work/hand-over";
            } catch (NotPermitted refused) {
                errors.put("to", refused.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(from, errors, Map.of("to", to, "reason", reason), steps, model);
    }

    private static Map<String, String> problems(String to, String reason, List<String> steps) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (steps.isEmpty()) {
            errors.put("step", "Select the steps to hand over");
        }
        if (!to.equals("team") && !to.startsWith("person:")) {
            errors.put("to", "Select who the steps go to");
        }
        if (reason.isBlank()) {
            errors.put("reason", "Enter why the steps are handed over");
        } else if (reason.length() > 500) {
            errors.put("reason", "The reason must be 500 characters or fewer");
        }
        return errors;
    }

    private String page(String from, Map<String, String> errors, Map<String, String> typed, List<String> selected,
                        Model model) {
        List<OpenStep> held = from.isEmpty() ? List.of() : worklist.heldBy(from, StepMoves.BULK_LIMIT);
        model.addAttribute("people", colleagues());
        model.addAttribute("from", from);
        model.addAttribute("fromName", from.isEmpty() ? null : people.nameOf(from));
        model.addAttribute("steps", views.of(held));
        model.addAttribute("selected", selected);
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "worklist/hand-over";
    }

    private List<Officer> colleagues() {
        List<Officer> all = new ArrayList<>();
        for (String team : current.get().teams().stream().sorted().toList()) {
            people.membersOf(team).stream()
                    .filter(officer -> permissions.allows(officer, Permission.WORK_CASES))
                    .filter(officer -> !all.contains(officer)).forEach(all::add);
        }
        return all;
    }

    private LateView view(LateWork.LateStep step) {
        return new LateView(views.of(step.step()), step.rung() == null ? null : step.rung().title(),
                step.reached() == null ? null : StepViews.moment(step.reached()));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.replace("\0", "").strip();
    }
}
