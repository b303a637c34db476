package org.threshold.casepage.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.appointment.Appointments;
import org.threshold.appointment.CalendarFeeds;

/** One's own appointments of the next two weeks, and the address under which a calendar reads them. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/appointments")
class MyAppointmentsController {

    private static final int DAYS = 14;

    private final Appointments appointments;
    private final CalendarFeeds feeds;
    private final Words words;
    private final Clock clock;

    MyAppointmentsController(Appointments appointments, CalendarFeeds feeds, Words words, Clock clock) {
        this.appointments = appointments;
        this.feeds = feeds;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("mine", appointments.mine(today, today.plusDays(DAYS - 1L)));
        model.addAttribute("lastDay", today.plusDays(DAYS - 1L));
        model.addAttribute("feedSince", feeds.madeAt().orElse(null));
        model.addAttribute("words", words);
        return "casepage/my-appointments";
    }

    @PostMapping("/calendar")
    String renew(RedirectAttributes redirect, HttpServletRequest request) {
        redirect.addFlashAttribute("feedAddress", ServletUriComponentsBuilder.fromContextPath(request)
                .path("/calendar/{token}.ics").build(feeds.renew()).toString());
        return "redirect:/appointments";
    }

    @PostMapping("/calendar/stop")
    String stop(RedirectAttributes redirect) {
        feeds.stop();
        redirect.addFlashAttribute("confirmation", "Your calendar has no address any more.");
        return "redirect:/appointments";
    }
}
