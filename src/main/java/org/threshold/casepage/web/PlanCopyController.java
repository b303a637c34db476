package org.threshold.casepage.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.NotPossible;

/** Another copy of the plan for whoever asks for it. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/letters/plan-in-large-print")
class PlanCopyController {

    private final CaseFrame frame;
    private final HousingPlans plans;

    PlanCopyController(CaseFrame frame, HousingPlans plans) {
        this.frame = frame;
        this.plans = plans;
    }

    @PostMapping
    String issue(@PathVariable String reference, Model model, RedirectAttributes redirect) {
        CaseReference of = frame.show(model, reference, "").reference();
        try {
            plans.issueInLargePrint(of);
            redirect.addFlashAttribute("confirmation", "The plan in large print is on the list.");
        } catch (NotPossible refused) {
            redirect.addFlashAttribute("confirmation", "Nothing was issued: " + refused.getMessage());
        }
        return "redirect:/cases/" + of + "/letters";
    }

    /** After signing in again the browser comes back by GET. */
    @GetMapping
    String back(@PathVariable String reference, Model model) {
        return "redirect:/cases/" + frame.show(model, reference, "").reference() + "/letters";
    }
}
