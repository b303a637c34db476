package org.threshold.board.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Team;
import org.threshold.audit.CaseViews;
import org.threshold.board.NowActs;
import org.threshold.board.NowCase;
import org.threshold.board.NowItem;
import org.threshold.board.web.NowController.Place;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepReminders;
import org.threshold.worklist.Worklist;

/** One step from the board: who could take it on with one press, a reminder, more time, or the step itself. */
@Controller
class NowStepController {

    private final Worklist worklist;
    private final NowActs acts;
    private final NowDoing doing;
    private final StepReminders reminders;
    private final CaseViews looks;
    private final People people;
    private final Clock clock;

    NowStepController(Worklist worklist, NowActs acts, NowDoing doing, StepReminders reminders, CaseViews looks,
                      People people, Clock clock) {
        this.worklist = worklist;
        this.acts = acts;
        this.doing = doing;
        this.reminders = reminders;
        this.looks = looks;
        this.people = people;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_BOARD)
    @GetMapping("/board/now/{measure}/steps/{id}")
    String step(@PathVariable String measure, @PathVariable String id, @RequestParam(defaultValue = "") String sort,
                @RequestParam(defaultValue = "") String page, Model model) {
        Place place = Place.of(measure, sort, page);
        OpenStep step = worklist.step(id);
        looks.stepViewed(step.caseReference().value(), id);
        return show(place, step, NowAsked.NOTHING, Map.of(), model);
    }

    @Needs(Permission.ASSIGN_WORK)
    @PostMapping("/board/now/{measure}/steps/{id}")
    String act(@PathVariable String measure, @PathVariable String id, @RequestParam(defaultValue = "") String sort,
               @RequestParam(defaultValue = "") String page, @RequestParam MultiValueMap<String, String> typed,
               Model model, HttpServletResponse response, RedirectAttributes flash) {
        Place place = Place.of(measure, sort, page);
        OpenStep step = worklist.step(id);
        NowAsked asked = NowAsked.of(typed).with(List.of(id));
        Map<String, String> errors = new LinkedHashMap<>(asked.problems());
        if (asked.act().equals("GIVE") && asked.why().isEmpty()) {
            // A word is welcome where a step changes hands, and no reason to stand in the way of it.
            errors.remove("why");
        }
        if (errors.isEmpty()) {
            Map<String, String> refused = doing.all(asked).refused();
            if (refused.isEmpty()) {
                flash.addFlashAttribute("confirmation", said(step, asked));
                return "redirect:" + place.address();
            }
            errors.put(fieldOf(asked), refused.get(id));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(place, step, asked, errors, model);
    }

    private static String fieldOf(NowAsked asked) {
        return switch (asked.act()) {
            case "GIVE" -> "to";
            case "EXTEND" -> "day";
            default -> "why";
        };
    }

    private String said(OpenStep step, NowAsked asked) {
        return switch (asked.act()) {
            case "GIVE" -> "‘" + step.name() + "’ went to " + people.nameOf(asked.to()) + ".";
            case "REMIND" -> people.nameOf(step.owner()) + " was reminded of ‘" + step.name() + "’.";
            default -> "‘" + step.name() + "’ may take until " + NowLine.day(asked.until()) + ".";
        };
    }

    private String show(Place place, OpenStep step, NowAsked asked, Map<String, String> errors, Model model) {
        Instant now = clock.instant();
        NowItem item = new NowItem(step.caseReference(), step.stepId(), step.name(), null, null, 0,
                LocalDate.ofInstant(step.createdAt(), clock.getZone()));
        model.addAttribute("line", NowLine.of(new NowCase(item, step.applicantName(), people.team(step.team())
                .map(Team::name).orElse(step.team()), new NowCase.Step(step.stepId(), step.name(),
                step.owner() == null ? null : people.nameOf(step.owner()), step.dueAt(), null)), now));
        model.addAttribute("step", step);
        model.addAttribute("place", place);
        model.addAttribute("candidates", acts.candidates(step));
        model.addAttribute("reminders", reminders.of(step.caseReference(), step.stepId()));
        model.addAttribute("asked", asked);
        model.addAttribute("errors", errors);
        model.addAttribute("people", people);
        model.addAttribute("today", LocalDate.now(clock));
        return "board/now-step";
    }
}
