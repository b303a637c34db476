package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.threshold.homelessness.HousingPlan;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.PlanStep;

/** The personalised housing plan, to read, to print and to change. */
@Controller
@RequestMapping("/cases/{reference}/plan")
class PlanController {

    private final CaseFrame frame;
    private final ContactQuestion question;
    private final HousingPlans plans;
    private final Clock clock;

    PlanController(CaseFrame frame, HousingPlans plans, Clock clock, ContactQuestion question) {
        this.question = question;
        this.frame = frame;
        this.plans = plans;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        List<HousingPlan> versions = plans.versions(of);
        model.addAttribute("plan", versions.isEmpty() ? null : versions.get(0));
        model.addAttribute("earlier", versions.isEmpty() ? versions : versions.subList(1, versions.size()));
        model.addAttribute("planChangeable", plans.changeable(of));
        return "casepage/plan";
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/change")
    String change(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        Optional<HousingPlan> plan = plans.current(of);
        if (plan.isEmpty() || !plans.changeable(of)) {
            return "redirect:/cases/" + of + "/plan";
        }
        return page(model, PlanForm.filled(plan.get()));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/change")
    String change(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        PlanForm form = PlanForm.of(posted);
        CaseReference of = frame.show(model, reference, "").reference();
        if (form.rowsChanged()) {
            return page(model, form);
        }
        HousingPlans.Change change = form.read(LocalDate.now(clock));
        question.askAbout(model, form.typed(), of, form.texts());
        if (change == null || form.typed().isWrong()) {
            return page(model, form);
        }
        try {
            int version = plans.change(of, form.seen(), change);
            redirect.addFlashAttribute("confirmation", "Version " + version + " of the plan was made. Its letter is on"
                    + " the case.");
            return "redirect:/cases/" + of + "/plan";
        } catch (NotPossible refused) {
            form.typed().wrong("save", refused.getMessage());
            plans.current(of).ifPresent(plan -> form.typed().with("seen", plan.version()));
            return page(model, form);
        }
    }

    private static String page(Model model, PlanForm form) {
        model.addAttribute("form", form.typed());
        model.addAttribute("rows", form.rows());
        model.addAttribute("mayAdd", form.mayAdd());
        model.addAttribute("whose", PlanStep.Who.values());
        model.addAttribute("kinds", PlanStep.Kind.values());
        model.addAttribute("yesNo", PlanForm.YES_NO);
        model.addAttribute("given", PlanForm.GIVEN);
        return "casepage/change-plan";
    }
}
