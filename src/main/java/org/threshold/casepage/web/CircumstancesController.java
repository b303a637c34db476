package org.threshold.casepage.web;

import java.time.Clock;
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
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.Circumstances;
import org.threshold.homelessness.CircumstancesChange;
import org.threshold.homelessness.NotPossible;

/** Reports that something has changed for the household, and shows what was reported before. */
@Controller
@RequestMapping("/cases/{reference}/circumstances")
class CircumstancesController implements CaseActions {

    private static final String PAGE = "casepage/circumstances";
    private static final int LONGEST_WHAT = 2000;
    private static final int LONGEST_WHO = 200;

    private final CaseFrame frame;
    private final ContactQuestion question;
    private final Circumstances circumstances;
    private final Approaches approaches;
    private final Clock clock;

    CircumstancesController(CaseFrame frame, Circumstances circumstances, Approaches approaches, Clock clock,
                            ContactQuestion question) {
        this.question = question;
        this.frame = frame;
        this.circumstances = circumstances;
        this.approaches = approaches;
        this.clock = clock;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        return running ? List.of(new CaseAction(Group.EVENT, 30, "Circumstances have changed", "/circumstances"))
                : List.of();
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return page(model, of, TypedForm.empty());
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping
    String report(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "kinds", "what", "on-day", "on-month", "on-year", "toldBy",
                ContactQuestion.FIELD);
        CaseReference of = frame.show(model, reference, "").reference();
        CircumstancesChange.Report read = read(form, LocalDate.now(clock));
        question.ask(model, form, of, "what");
        if (form.isWrong()) {
            return page(model, of, form);
        }
        try {
            circumstances.report(of, read);
        } catch (NotPossible refused) {
            form.wrong("what", refused.getMessage());
            return page(model, of, form);
        }
        redirect.addFlashAttribute("confirmation", "The change was recorded. The next step is to consider what it"
                + " re-opens.");
        return "redirect:/cases/" + of;
    }

    private static CircumstancesChange.Report read(TypedForm form, LocalDate today) {
        List<CircumstancesChange.Kind> kinds = List.copyOf(form.choices("kinds", CircumstancesChange.Kind.class,
                "Select one of the choices"));
        if (kinds.isEmpty() && form.error("kinds") == null) {
            form.wrong("kinds", "Select what has changed");
        }
        String what = form.required("what", LONGEST_WHAT, "What has changed", "Enter what has changed");
        LocalDate on = form.date("on", "The day of the change");
        if (on == null && form.error("on") == null) {
            form.wrong("on", "Enter the day of the change, as well as you know it");
        } else if (on != null && on.isAfter(today)) {
            form.wrong("on", "The day of the change must be today or in the past");
        } else if (on != null && on.isBefore(today.minusYears(2))) {
            form.wrong("on", "The day of the change must be within the last two years");
        }
        String toldBy = form.required("toldBy", LONGEST_WHO, "Who told us", "Enter who told us");
        return form.isWrong() ? null : new CircumstancesChange.Report(kinds, what, on, toldBy);
    }

    private String page(Model model, CaseReference of, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", CircumstancesChange.Kind.values());
        model.addAttribute("running", approaches.running(of));
        model.addAttribute("changes", circumstances.of(of));
        return PAGE;
    }
}
