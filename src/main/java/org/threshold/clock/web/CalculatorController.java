package org.threshold.clock.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.clock.CalendarUnknown;
import org.threshold.clock.ClockKind;
import org.threshold.clock.ClockRules;
import org.threshold.clock.CouncilCalendar;
import org.threshold.clock.Deadlines;
import org.threshold.clock.RuleNotInForce;
import org.threshold.clock.WorkingDays;

/** The deadline calculator: any clock, from any day, without a case. */
@Controller
@Needs(Permission.USE_CALCULATOR)
class CalculatorController {

    private final Deadlines deadlines;
    private final ClockRules rules;
    private final CouncilCalendar calendar;

    CalculatorController(Deadlines deadlines, ClockRules rules, CouncilCalendar calendar) {
        this.deadlines = deadlines;
        this.rules = rules;
        this.calendar = calendar;
    }

    @GetMapping("/clocks/calculator")
    ModelAndView calculator(@RequestParam Map<String, String> sent) {
        ModelAndView page = new ModelAndView("clock/calculator");
        page.addObject("rules", rules.all());
        page.addObject("kind", sent.getOrDefault("kind", ""));
        page.addObject("trigger", TypedDay.empty());
        if (sent.containsKey("kind") || sent.containsKey("trigger")) {
            calculate(sent, page);
        }
        return page;
    }

    private void calculate(Map<String, String> sent, ModelAndView page) {
        Optional<ClockKind> kind = kind(sent.get("kind"));
        TypedDay trigger = TypedDay.read(sent, "trigger", "Trigger day");
        if (kind.isEmpty()) {
            page.addObject("kindProblem", "Select a clock");
        } else if (!trigger.isWrong()) {
            try {
                answer(kind.get(), trigger.value(), page);
            } catch (CalendarUnknown | RuleNotInForce cannot) {
                trigger = new TypedDay(trigger.day(), trigger.month(), trigger.year(), null, cannot.getMessage());
            }
        }
        page.addObject("trigger", trigger);
        if (kind.isEmpty() || trigger.isWrong()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private void answer(ClockKind kind, LocalDate trigger, ModelAndView page) {
        Calculation result = Calculation.of(rules.of(kind, trigger), trigger, deadlines.calculate(kind, trigger));
        page.addObject("result", result);
        page.addObject("rule", rules.of(kind, trigger));
        page.addObject("notWorked", notWorked(result.lastDay()));
    }

    /** Why the last day is not a working day, or null; the period does not move for it. */
    private String notWorked(LocalDate lastDay) {
        if (lastDay == null) {
            return null;
        }
        if (lastDay.getDayOfWeek() == DayOfWeek.SATURDAY || lastDay.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return "a weekend";
        }
        WorkingDays days = calendar.workingDays();
        Boolean own = days.overrides().get(lastDay);
        return own != null ? (own ? null : "a day on which the council is closed")
                : days.holiday(lastDay).map(name -> "a bank holiday (" + name + ")").orElse(null);
    }

    static Optional<ClockKind> kind(String name) {
        for (ClockKind kind : ClockKind.values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
