package org.threshold.board.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.board.Workload;
import org.threshold.board.Workload.OfficerLoad;
import org.threshold.board.WorkloadMoves;
import org.threshold.board.WorkloadMoves.HandedOver;
import org.threshold.worklist.OpenStep;

/** What one officer holds, to be given to others. Always by POST: no address says whose absence was looked at. */
@Controller
class WorkloadMovesController {

    private static final int LONGEST_REASON = 500;

    private final Workload workload;
    private final WorkloadMoves moves;
    private final People people;
    private final WorkloadWords words;

    WorkloadMovesController(Workload workload, WorkloadMoves moves, People people, WorkloadWords words) {
        this.workload = workload;
        this.moves = moves;
        this.people = people;
        this.words = words;
    }

    @Needs(Permission.ASSIGN_WORK)
    @PostMapping(value = "/board/workload/hand-over", params = "show")
    String show(@RequestParam(defaultValue = "") String from, Model model) {
        return page(from, Map.of(), Map.of(), List.of(), model);
    }

    @Needs(Permission.ASSIGN_WORK)
    @PostMapping("/board/workload/hand-over")
    String handOver(@RequestParam MultiValueMap<String, String> typed, Model model, HttpServletResponse response,
                    RedirectAttributes after) {
        String from = text(typed, "from");
        Map<String, String> answers = Map.of("which", text(typed, "which"), "to", text(typed, "to"),
                "reason", text(typed, "reason"));
        List<String> steps = typed.getOrDefault("step", List.of());
        Map<String, String> errors = problems(answers, steps);
        if (errors.isEmpty()) {
            try {
                say(done(from, answers, steps), after);
                return "redirect:/board/workload";
            } catch (NotPermitted refused) {
                errors.put("to", refused.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(from, errors, answers, steps, model);
    }

    private HandedOver done(String from, Map<String, String> answers, List<String> steps) {
        String to = answers.get("to");
        String person = to.equals("team") ? null : to.substring("person:".length());
        return answers.get("which").equals("all") ? moves.handOverAll(from, person, answers.get("reason"))
                : moves.handOver(from, steps, person, answers.get("reason"));
    }

    private static void say(HandedOver done, RedirectAttributes after) {
        after.addFlashAttribute("confirmation",
                done.moved() + (done.moved() == 1 ? " step was" : " steps were") + " handed over.");
        after.addFlashAttribute("leftAlone", done.left());
    }

    private static Map<String, String> problems(Map<String, String> answers, List<String> steps) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!List.of("all", "chosen").contains(answers.get("which"))) {
            errors.put("which", "Select whether all steps go, or those that you choose");
        } else if (answers.get("which").equals("chosen") && steps.isEmpty()) {
            errors.put("step", "Select the steps to hand over");
        }
        if (!answers.get("to").equals("team") && !answers.get("to").startsWith("person:")) {
            errors.put("to", "Select who the steps go to");
        }
        if (answers.get("reason").isBlank()) {
            errors.put("reason", "Enter why the steps are handed over");
        } else if (answers.get("reason").length() > LONGEST_REASON) {
            errors.put("reason", "The reason must be " + LONGEST_REASON + " characters or fewer");
        }
        return errors;
    }

    private String page(String from, Map<String, String> errors, Map<String, String> typed, List<String> chosen,
                        Model model) {
        List<OfficerLoad> officers = workload.teams().stream().flatMap(team -> team.officers().stream()).toList();
        if (officers.stream().noneMatch(each -> each.username().equals(from))) {
            throw new NotPermitted("You cannot hand over the work of this person. The leader of their team can.");
        }
        List<OpenStep> held = moves.heldBy(from);
        model.addAttribute("from", from);
        model.addAttribute("fromName", people.nameOf(from));
        model.addAttribute("steps", held);
        model.addAttribute("colleagues", officers.stream().filter(each -> !each.left() && !each.username().equals(from))
                .map(each -> new WorkloadController.Choice(each.username(), each.name())).distinct()
                .sorted(Comparator.comparing(WorkloadController.Choice::name)).toList());
        model.addAttribute("words", words);
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("chosen", chosen);
        return "board/workload-steps";
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.replace("\0", "").strip();
    }
}
