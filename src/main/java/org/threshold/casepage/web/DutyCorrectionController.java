package org.threshold.casepage.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.clock.ClockBelief;
import org.threshold.homelessness.Duty;
import org.threshold.homelessness.DutyCorrections;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.NotPossible;

/** Puts right the day on which a duty started, when it was recorded late or wrongly. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/duties/correct")
class DutyCorrectionController {

    private static final String[] FIELDS = {"duty", "believed", "satisfiedOn-day", "satisfiedOn-month",
            "satisfiedOn-year", "why"};

    /** A duty whose start can be put right, and what was believed of it before. */
    record Correctable(Duty duty, List<ClockBelief> before) {
    }

    private final CaseFrame frame;
    private final DutyCorrections corrections;
    private final Words words;
    private final Clock clock;

    DutyCorrectionController(CaseFrame frame, DutyCorrections corrections, Words words,
                             Clock clock) {
        this.frame = frame;
        this.corrections = corrections;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(model, frame.show(model, reference, "").reference(), TypedForm.empty());
    }

    @PostMapping
    String correct(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                   RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, FIELDS);
        CaseReference of = frame.show(model, reference, "").reference();
        DutyKind kind = form.choice("duty", DutyKind.class, "Select the duty");
        LocalDate believed = believed(form);
        LocalDate day = day(form);
        String why = form.required("why", DutyCorrections.LONGEST_REASON, "The reason", "Enter why the day was wrong");
        if (kind == null || believed == null) {
            form.wrong("save", "Open this page again before you correct the duty");
        }
        if (form.isWrong()) {
            return page(model, of, form);
        }
        try {
            LocalDate last = corrections.correct(of, kind, believed, day, why);
            redirect.addFlashAttribute("confirmation", "The " + kind.title().toLowerCase() + " now counts from "
                    + words.day(day) + ". The last day of its clock is " + words.day(last) + ".");
            return "redirect:/cases/" + of + "/duties";
        } catch (NotPossible refused) {
            form.wrong("save", refused.getMessage());
            return page(model, of, form);
        }
    }

    private LocalDate day(TypedForm form) {
        LocalDate day = form.date("satisfiedOn", "The day the council was satisfied");
        if (day == null && form.error("satisfiedOn") == null) {
            form.wrong("satisfiedOn", "Enter the day the council was satisfied");
        } else if (day != null && day.isAfter(LocalDate.now(clock))) {
            form.wrong("satisfiedOn", "The day the council was satisfied must be today or in the past");
        }
        return day;
    }

    /** The start that the officer saw, as the page wrote it; null when it is not one. */
    private static LocalDate believed(TypedForm form) {
        try {
            return LocalDate.parse(form.text("believed"));
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private String page(Model model, CaseReference of, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("correctable", corrections.correctable(of).stream()
                .map(duty -> new Correctable(duty, corrections.before(duty))).toList());
        return "casepage/correct-duty";
    }
}
