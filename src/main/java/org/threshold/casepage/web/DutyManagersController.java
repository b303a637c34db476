package org.threshold.casepage.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.DutyManagers;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.clock.ServiceClock;

/** Who answers for the council out of hours: named for a time by somebody who leads. */
@Controller
@RequestMapping("/duty-managers")
@Needs(Permission.NAME_DUTY_MANAGER)
class DutyManagersController {

    private final DutyManagers duty;
    private final Words words;

    DutyManagersController(DutyManagers duty, Words words) {
        this.duty = duty;
        this.words = words;
    }

    @GetMapping
    String show(Model model) {
        return page(model, TypedForm.empty().with("from-time", "17:00").with("until-time", "09:00"));
    }

    @PostMapping
    String name(@RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "person", "from-day", "from-month", "from-year", "from-time",
                "until-day", "until-month", "until-year", "until-time");
        if (form.text("person").isEmpty()) {
            form.wrong("person", "Select who is on duty");
        }
        ZonedDateTime from = moment(form, "from", "The beginning");
        ZonedDateTime until = moment(form, "until", "The end");
        if (!form.isWrong()) {
            try {
                duty.name(form.text("person"), from.toInstant(), until.toInstant());
            } catch (IllegalArgumentException wrong) {
                form.wrong("person", wrong.getMessage());
            }
        }
        if (form.isWrong()) {
            return page(model, form);
        }
        redirect.addFlashAttribute("confirmation", words.person(form.text("person")) + " is duty manager from "
                + words.time(from.toInstant()) + ".");
        return "redirect:/duty-managers";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id, RedirectAttributes redirect) {
        duty.end(id);
        redirect.addFlashAttribute("confirmation", "The duty has ended.");
        return "redirect:/duty-managers";
    }

    private static ZonedDateTime moment(TypedForm form, String key, String what) {
        LocalDate day = form.date(key, what);
        if (day == null && form.error(key) == null) {
            form.wrong(key, what + " needs a day");
        }
        LocalTime time = time(form, key + "-time", what);
        return day == null || time == null ? null : day.atTime(time).atZone(ServiceClock.LONDON);
    }

    private static LocalTime time(TypedForm form, String key, String what) {
        String typed = form.text(key);
        try {
            return LocalTime.parse(typed.matches("[0-9]:[0-9]{2}") ? "0" + typed : typed);
        } catch (DateTimeException notATime) {
            form.wrong(key, what + " needs a time like 17:00");
            return null;
        }
    }

    private String page(Model model, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("duties", duty.coming());
        model.addAttribute("people", duty.nameable().stream()
                .map(officer -> new Option(officer.username(), officer.name())).toList());
        model.addAttribute("words", words);
        return "casepage/duty-managers";
    }
}
