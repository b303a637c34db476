package org.threshold.clock.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.clock.CalendarChangeRefused;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.WorkingDays;

/** Administrators close days and work bank holidays. */
@Controller
@Needs(Permission.MANAGE_CALENDAR)
public class CalendarController {

    private static final String PAGE = "/administration/calendar";

    private final CouncilCalendar calendar;
    private final People people;
    private final Clock clock;

    CalendarController(CouncilCalendar calendar, People people, Clock clock) {
        this.calendar = calendar;
        this.people = people;
        this.clock = clock;
    }

    /** @param by the officer's name */
    public record Changed(LocalDate day, boolean working, String reason, String by) {
    }

    @GetMapping(PAGE)
    ModelAndView show() {
        return page(TypedDay.empty(), "", false, null);
    }

    @PostMapping(PAGE)
    ModelAndView change(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        TypedDay day = TypedDay.read(sent, "day", "Day");
        String reason = sent.getOrDefault("reason", "");
        boolean working = "work".equals(sent.get("change"));
        if (day.isWrong()) {
            return page(day, reason, working, reason.isBlank() ? "Enter a reason of 200 characters or fewer" : null);
        }
        try {
            if (working) {
                calendar.work(day.value(), reason);
            } else {
                calendar.close(day.value(), reason);
            }
        } catch (CalendarChangeRefused refused) {
            boolean aboutDay = refused.field().equals("day");
            return page(aboutDay ? new TypedDay(day.day(), day.month(), day.year(), null, refused.getMessage()) : day,
                    reason, working, aboutDay ? null : refused.getMessage());
        }
        next.addFlashAttribute("confirmation", "The calendar was changed. Dates calculated from now on follow it.");
        return new ModelAndView("redirect:" + PAGE);
    }

    @PostMapping(PAGE + "/remove")
    String remove(@RequestParam LocalDate day, RedirectAttributes next) {
        calendar.clear(day);
        next.addFlashAttribute("confirmation", "The change was removed. Dates calculated from now on follow it.");
        return "redirect:" + PAGE;
    }

    private ModelAndView page(TypedDay day, String reason, boolean working, String reasonProblem) {
        ModelAndView page = new ModelAndView("clock/calendar");
        WorkingDays days = calendar.workingDays();
        int year = LocalDate.now(clock).getYear();
        Map<LocalDate, String> holidays = new TreeMap<>(days.holidays());
        holidays.keySet().removeIf(holiday -> holiday.getYear() < year);
        List<Changed> changed = calendar.days().stream()
                .map(own -> new Changed(own.day(), own.working(), own.reason(), people.nameOf(own.setBy()))).toList();
        page.addObject("day", day);
        page.addObject("reason", reason);
        page.addObject("working", working);
        page.addObject("reasonProblem", reasonProblem);
        page.addObject("changed", changed);
        page.addObject("holidays", holidays);
        page.addObject("lastYear", days.lastYear());
        if (day.isWrong() || reasonProblem != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }
}
