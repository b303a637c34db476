package org.threshold.board.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.board.Target;
import org.threshold.board.Targets;
import org.threshold.board.TileMeasure;
import org.threshold.clock.ServiceClock;

/** The targets, to read for whoever sees the board and to set for service managers. */
@Controller
class TargetController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private final Targets targets;
    private final People people;
    private final Permissions permissions;
    private final CurrentOfficer current;
    private final Clock clock;

    TargetController(Targets targets, People people, Permissions permissions, CurrentOfficer current, Clock clock) {
        this.targets = targets;
        this.people = people;
        this.permissions = permissions;
        this.current = current;
        this.clock = clock;
    }

    /** A measure and its target of today, in words. */
    public record Row(TileMeasure measure, String value, String owner, String from, String to) {
    }

    /** What was set at some time. */
    public record Past(TileMeasure measure, String value, String owner, String from, String to, String why,
                       String setBy, String setAt) {
    }

    @Needs(Permission.VIEW_BOARD)
    @GetMapping("/board/targets")
    String show(@RequestParam(defaultValue = "") String measure, Model model) {
        return page(Map.of("measure", measure, "from", LocalDate.now(clock).toString(), "owner",
                current.get().username()), Map.of(), model);
    }

    /** @param typed the value as people write it: '£1,250', '35', '90 %' */
    @Needs(Permission.SET_TARGETS)
    @PostMapping("/board/targets")
    String set(@RequestParam Map<String, String> typed, Model model, HttpServletResponse response,
               RedirectAttributes flash) {
        Map<String, String> errors = new LinkedHashMap<>();
        TileMeasure measure = TileMeasure.of(text(typed, "measure")).orElse(null);
        if (measure == null) {
            errors.put("measure", "Select the measure");
        }
        boolean none = text(typed, "none").equals("yes");
        Long value = none || measure == null ? null : measure.unit().read(text(typed, "value")).orElse(null);
        if (!none && value == null) {
            errors.put("value", "Enter the target" + (measure == null ? "" : ": "
                    + measure.unit().hint().toLowerCase(Locale.UK)) + ", or say that there is none");
        }
        if (text(typed, "owner").isEmpty()) {
            errors.put("owner", "Select who answers for it");
        }
        LocalDate from = day(typed, "from", true, errors);
        LocalDate to = day(typed, "to", false, errors);
        why(typed, errors);
        if (errors.isEmpty()) {
            try {
                targets.set(measure, value, text(typed, "owner"), from, to, text(typed, "why"));
                flash.addFlashAttribute("confirmation", measure.title() + ": " + (value == null ? "no target"
                        : "target " + measure.unit().say(value)) + " from " + DAY.format(from) + ".");
                return "redirect:/board/targets";
            } catch (IllegalArgumentException wrong) {
                errors.put(to != null && to.isBefore(from) ? "to" : "owner", wrong.getMessage());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(typed, errors, model);
    }

    private static void why(Map<String, String> typed, Map<String, String> errors) {
        String why = text(typed, "why");
        if (why.isEmpty()) {
            errors.put("why", "Enter why, such as the decision or plan that it comes from");
        } else if (why.length() > Targets.LONGEST_WHY) {
            errors.put("why", "The reason must be " + Targets.LONGEST_WHY + " characters or fewer");
        }
    }

    private static LocalDate day(Map<String, String> typed, String name, boolean needed, Map<String, String> errors) {
        String text = text(typed, name);
        try {
            LocalDate day = text.isEmpty() ? null : LocalDate.parse(text);
            if (day == null && needed) {
                errors.put(name, "Enter the first day");
            }
            return day != null && (day.getYear() < 2000 || day.getYear() > 2100) ? wrong(name, errors) : day;
        } catch (DateTimeParseException none) {
            return wrong(name, errors);
        }
    }

    private static LocalDate wrong(String name, Map<String, String> errors) {
        errors.put(name, "Enter a day between 2000 and 2100");
        return null;
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").replace("\0", "").strip();
    }

    private String page(Map<String, String> typed, Map<String, String> errors, Model model) {
        Map<TileMeasure, Target> today = targets.today();
        model.addAttribute("rows", Arrays.stream(TileMeasure.values()).map(measure -> row(measure,
                today.get(measure))).toList());
        model.addAttribute("past", targets.history().values().stream().flatMap(List::stream).map(this::past).toList());
        model.addAttribute("maySet", permissions.allows(current.get(), Permission.SET_TARGETS));
        model.addAttribute("owners", targets.owners());
        model.addAttribute("measures", TileMeasure.values());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "board/targets";
    }

    private Row row(TileMeasure measure, Target target) {
        return target == null ? new Row(measure, null, null, null, null) : new Row(measure,
                measure.unit().say(target.value()), people.nameOf(target.owner()), DAY.format(target.from()),
                target.to() == null ? null : DAY.format(target.to()));
    }

    private Past past(Target target) {
        return new Past(target.measure(), target.value() == null ? "No target" : target.measure().unit()
                .say(target.value()), people.nameOf(target.owner()), DAY.format(target.from()), target.to() == null
                ? "Open" : DAY.format(target.to()), target.why(), people.nameOf(target.setBy()),
                DAY.format(target.setAt().atZone(ServiceClock.LONDON)));
    }
}
