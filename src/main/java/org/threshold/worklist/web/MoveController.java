package org.threshold.worklist.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.threshold.access.NotPermitted;
import org.threshold.audit.CaseViews;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.worklist.HoldReason;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepMoves;
import org.threshold.worklist.Worklist;

/** Buttons and pages that change who holds a step, and whether it waits. */
@Controller
@Needs(Permission.WORK_CASES)
class MoveController {

    private static final int LONGEST_NOTE = 1000;
    private static final int LONGEST_HOLD_DAYS = 90;

    private final StepMoves moves;
    private final Worklist worklist;
    private final StepViews views;
    private final CaseViews looks;
    private final StepPermits permits;
    private final People people;
    private final Clock clock;

    MoveController(StepMoves moves, Worklist worklist, StepViews views, CaseViews looks, StepPermits permits, People people,
                   Clock clock) {
        this.moves = moves;
        this.worklist = worklist;
        this.views = views;
        this.looks = looks;
        this.permits = permits;
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/steps/{id}/claim")
    String claim(@PathVariable String id, RedirectAttributes flash) {
        OpenStep step = moves.claim(id);
        flash.addFlashAttribute("confirmation", "‘" + step.name() + "’ is yours now.");
        return "redirect:/steps/" + id;
    }

    @PostMapping("/steps/{id}/release")
    String release(@PathVariable String id, RedirectAttributes flash, HttpSession session) {
        OpenStep step = worklist.step(id);
        moves.release(id);
        flash.addFlashAttribute("confirmation", "‘" + step.name() + "’ is back with " + views.teamName(step.team())
                + ".");
        return "redirect:" + ListPlace.of(session);
    }

    @GetMapping("/steps/{id}/hand-over")
    String handOver(@PathVariable String id, Model model) {
        return handOverPage(looked(id), Map.of(), "", "", model);
    }

    /** @param to 'person:username' or 'team:key' */
    @PostMapping("/steps/{id}/hand-over")
    String handOver(@PathVariable String id, @RequestParam(defaultValue = "") String to,
                    @RequestParam(defaultValue = "") String note, Model model, HttpServletResponse response,
                    HttpSession session, RedirectAttributes flash) {
        OpenStep step = worklist.step(id);
        Map<String, String> errors = new LinkedHashMap<>();
        if (!to.startsWith("person:") && !to.startsWith("team:")) {
            errors.put("to", "Select who the step goes to");
        }
        String text = clean(note);
        if (text.length() > LONGEST_NOTE) {
            errors.put("note", "The note must be " + LONGEST_NOTE + " characters or fewer");
        }
        if (errors.isEmpty()) {
            try {
                move(step, to, text);
                flash.addFlashAttribute("confirmation", "‘" + step.name() + "’ went to " + nameOf(to) + ".");
                return "redirect:" + ListPlace.of(session);
            } catch (NotPermitted refused) {
                errors.put("to", refused.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return handOverPage(step, errors, to, note, model);
    }

    @GetMapping("/steps/{id}/hold")
    String hold(@PathVariable String id, Model model) {
        return holdPage(looked(id), Map.of(), Map.of(), model);
    }

    @PostMapping("/steps/{id}/hold")
    String hold(@PathVariable String id, @RequestParam Map<String, String> typed, Model model,
                HttpServletResponse response, HttpSession session, RedirectAttributes flash) {
        OpenStep step = worklist.step(id);
        Map<String, String> errors = new LinkedHashMap<>();
        HoldReason reason = reason(typed.get("reason"), errors);
        LocalDate until = until(typed, errors);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return holdPage(step, errors, typed, model);
        }
        moves.putOnHold(id, reason, until);
        flash.addFlashAttribute("confirmation", "‘" + step.name() + "’ is on hold until " + StepViews.day(until) + ".");
        return "redirect:" + ListPlace.of(session);
    }

    @PostMapping("/steps/{id}/off-hold")
    String offHold(@PathVariable String id, RedirectAttributes flash) {
        moves.takeOffHold(id);
        flash.addFlashAttribute("confirmation", "The step is off hold.");
        return "redirect:/steps/" + id;
    }

    private OpenStep looked(String id) {
        OpenStep step = worklist.step(id);
        looks.stepViewed(step.caseReference().value(), id);
        return step;
    }

    private void move(OpenStep step, String to, String note) {
        if (to.startsWith("person:")) {
            moves.handToPerson(step.stepId(), to.substring("person:".length()), note);
        } else {
            moves.handToTeam(step.stepId(), to.substring("team:".length()), note);
        }
    }

    private String nameOf(String to) {
        return to.startsWith("person:") ? people.nameOf(to.substring("person:".length()))
                : views.teamName(to.substring("team:".length()));
    }

    private String handOverPage(OpenStep step, Map<String, String> errors, String to, String note, Model model) {
        model.addAttribute("step", views.of(step));
        model.addAttribute("colleagues", permits.colleagues(step));
        model.addAttribute("teams", permits.otherTeams(step));
        model.addAttribute("restricted", step.restricted());
        model.addAttribute("errors", errors);
        model.addAttribute("to", to);
        model.addAttribute("note", note);
        return "worklist/hand-over-step";
    }

    private String holdPage(OpenStep step, Map<String, String> errors, Map<String, String> typed, Model model) {
        model.addAttribute("step", views.of(step));
        model.addAttribute("reasons", HoldReason.values());
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "worklist/hold-step";
    }

    private static HoldReason reason(String text, Map<String, String> errors) {
        for (HoldReason reason : HoldReason.values()) {
            if (reason.name().equals(text)) {
                return reason;
            }
        }
        errors.put("reason", "Select why the step is on hold");
        return null;
    }

    private LocalDate until(Map<String, String> typed, Map<String, String> errors) {
        try {
            LocalDate today = LocalDate.now(clock);
            LocalDate until = LocalDate.of(number(typed, "year"), number(typed, "month"), number(typed, "day"));
            if (!until.isAfter(today)) {
                errors.put("day", "The day on which the step is off hold must be after today");
            } else if (until.isAfter(today.plusDays(LONGEST_HOLD_DAYS))) {
                errors.put("day", "The day on which the step is off hold must be within " + LONGEST_HOLD_DAYS
                        + " days");
            }
            return until;
        } catch (DateTimeException | NumberFormatException e) {
            errors.put("day", "Enter the day on which the step is off hold, such as 27 3 2027");
            return null;
        }
    }

    private static int number(Map<String, String> typed, String name) {
        return Integer.parseInt(typed.getOrDefault(name, "").strip());
    }

    private static String clean(String note) {
        return note.replace("\0", "").strip();
    }
}
