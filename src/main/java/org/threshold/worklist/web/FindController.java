package org.threshold.worklist.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.MistypedReference;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepPage;
import org.threshold.worklist.Worklist;

/**
 * Find open steps by reference, name or date of birth. What was looked for is kept in the session and never stands in
 * an address, where histories and logs would keep it.
 */
@Controller
@Needs(Permission.WORK_CASES)
class FindController {

    private static final String ATTRIBUTE = FindController.class.getName();
    private static final int LONGEST = 100;

    private final Worklist worklist;
    private final StepViews views;

    FindController(Worklist worklist, StepViews views) {
        this.worklist = worklist;
        this.views = views;
    }

    /** What the officer typed. */
    public record Sought(String text, String day, String month, String year) implements Serializable {

        static final Sought NOTHING = new Sought("", "", "", "");

        boolean hasDate() {
            return !(day + month + year).isBlank();
        }
    }

    @GetMapping("/work/find")
    String show(Model model, HttpSession session) {
        Object kept = session.getAttribute(ATTRIBUTE);
        Sought sought = kept instanceof Sought before ? before : Sought.NOTHING;
        ListPlace.remember(session, "/work/find");
        return page(sought, kept != null, model);
    }

    @PostMapping("/work/find")
    String find(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String day,
                @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String year,
                Model model, HttpSession session, HttpServletResponse response) {
        Sought sought = new Sought(text.strip(), day.strip(), month.strip(), year.strip());
        if (problem(sought) != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(sought, true, model);
        }
        session.setAttribute(ATTRIBUTE, sought);
        return "redirect:/work/find";
    }

    private String page(Sought sought, boolean asked, Model model) {
        String problem = asked ? problem(sought) : null;
        model.addAttribute("sought", sought);
        model.addAttribute("problem", problem);
        model.addAttribute("asked", asked && problem == null);
        List<OpenStep> found = asked && problem == null ? search(sought) : List.of();
        model.addAttribute("steps", views.of(found));
        model.addAttribute("many", found.size() > StepPage.SIZE);
        return "worklist/find";
    }

    private List<OpenStep> search(Sought sought) {
        if (CaseReferences.looksLikeOne(sought.text())) {
            return worklist.findByReference(CaseReferences.parse(sought.text()).value());
        }
        return worklist.find(sought.text().isEmpty() ? null : sought.text(), date(sought));
    }

    /** What is wrong with what was typed, in the officer's words; null when nothing is. */
    private static String problem(Sought sought) {
        if (sought.text().isEmpty() && !sought.hasDate()) {
            return "Enter a case reference, a name or a date of birth";
        }
        if (sought.text().length() > LONGEST || sought.text().indexOf('\0') >= 0) {
            return "Enter a case reference or a name of " + LONGEST + " characters or fewer";
        }
        if (CaseReferences.looksLikeOne(sought.text())) {
            try {
                CaseReferences.parse(sought.text());
            } catch (MistypedReference mistyped) {
                return mistyped.getMessage();
            }
        }
        try {
            date(sought);
            return null;
        } catch (DateTimeException | NumberFormatException e) {
            return "Enter a date of birth that is a real date, such as 27 3 1988";
        }
    }

    private static LocalDate date(Sought sought) {
        return sought.hasDate() ? LocalDate.of(Integer.parseInt(sought.year()), Integer.parseInt(sought.month()),
                Integer.parseInt(sought.day())) : null;
    }
}
