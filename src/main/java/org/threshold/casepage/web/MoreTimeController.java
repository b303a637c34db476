package org.threshold.casepage.web;

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
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.homelessness.NotPossible;
import org.threshold.homelessness.Opportunities;

/** More time to find a home for a household that became homeless intentionally, whenever they need it (s190(2)(a)). */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/more-time")
class MoreTimeController implements CaseActions {

    private static final int LONGEST = 4000;

    private final CaseFrame frame;
    private final Opportunities opportunities;

    MoreTimeController(CaseFrame frame, Opportunities opportunities) {
        this.frame = frame;
        this.opportunities = opportunities;
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        return opportunities.lastDay(file.reference())
                .map(last -> List.of(new CaseAction(Group.EVENT, 70, "They need more time to find a home",
                        "/more-time"))).orElse(List.of());
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(model, frame.show(model, reference, "").reference(), TypedForm.empty());
    }

    @PostMapping
    String save(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        CaseReference of = frame.show(model, reference, "").reference();
        TypedForm form = TypedForm.of(posted, "until-day", "until-month", "until-year", "reasons");
        LocalDate until = form.date("until", "The last day");
        if (until == null && form.error("until") == null) {
            form.wrong("until", "Enter the new last day");
        }
        String reasons = form.required("reasons", LONGEST, "The reasons", "Enter the reasons, for the letter");
        Optional.ofNullable(until).flatMap(day -> opportunities.problem(of, day))
                .ifPresent(why -> form.wrong("until", why));
        if (!form.isWrong()) {
            try {
                opportunities.extend(of, until, reasons);
                redirect.addFlashAttribute("confirmation", "They have more time. A letter tells them.");
                return "redirect:/cases/" + of;
            } catch (NotPossible refused) {
                form.wrong("until", refused.getMessage());
            }
        }
        return page(model, of, form);
    }

    private String page(Model model, CaseReference of, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("last", opportunities.lastDay(of).orElse(null));
        return "casepage/more-time";
    }
}
