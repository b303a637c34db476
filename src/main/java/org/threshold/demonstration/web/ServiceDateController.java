package org.threshold.demonstration.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.demonstration.CannotMove;
import org.threshold.demonstration.ServiceDate;

/** Where an administrator of the demonstration moves the date on. */
@Controller
@Needs(Permission.MOVE_SERVICE_DATE)
@Profile("demonstration")
@RequestMapping("/demonstration/date")
class ServiceDateController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private final ServiceDate serviceDate;

    ServiceDateController(ServiceDate serviceDate) {
        this.serviceDate = serviceDate;
    }

    @GetMapping
    String ask(Model model) {
        return page(Map.of(), Map.of(), model);
    }

    @PostMapping("/days")
    String byDays(@RequestParam(defaultValue = "") String days, Model model, RedirectAttributes redirect) {
        if (!days.trim().matches("[0-9]{1,4}")) {
            return page(Map.of("days", "Enter a number of days, such as 7"), Map.of("days", days), model);
        }
        return move(serviceDate.today().plusDays(Integer.parseInt(days.trim())), "days", Map.of("days", days), model,
                redirect);
    }

    @PostMapping("/day")
    String toDay(@RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String month,
                 @RequestParam(defaultValue = "") String year, Model model, RedirectAttributes redirect) {
        Map<String, String> typed = Map.of("day", day, "month", month, "year", year);
        try {
            LocalDate wanted = LocalDate.of(Integer.parseInt(year.trim()), Integer.parseInt(month.trim()),
                    Integer.parseInt(day.trim()));
            return move(wanted, "day", typed, model, redirect);
        } catch (NumberFormatException | DateTimeException notADate) {
            return page(Map.of("day", "Enter a real date, such as 27 3 2027"), typed, model);
        }
    }

    private String move(LocalDate day, String field, Map<String, String> typed, Model model,
                        RedirectAttributes redirect) {
        try {
            int ran = serviceDate.moveTo(day);
            redirect.addFlashAttribute("confirmation", "It is now " + day.format(DAY) + ". On the way, "
                    + (ran == 1 ? "1 timer ran." : ran + " timers ran."));
            return "redirect:/demonstration/date";
        } catch (CannotMove refused) {
            return page(Map.of(field, refused.getMessage()), typed, model);
        }
    }

    private String page(Map<String, String> errors, Map<String, String> typed, Model model) {
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("today", serviceDate.today().format(DAY));
        return "demonstration/date";
    }
}
