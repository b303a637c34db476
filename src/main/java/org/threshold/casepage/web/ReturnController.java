package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CaseAccess;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.hclic.Gap;
import org.threshold.hclic.Returns;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** What the return to government misses of this case, each with the page or the step that asks it. */
@Controller
@RequestMapping("/cases/{reference}/h-clic")
class ReturnController {

    private static final int LONGEST_REASON = 1000;

    /** Something that is missing; {@code href} is null when nothing can be asked any more. */
    record Missing(Gap gap, String href, String where) {
    }

    private final CaseFrame frame;
    private final Returns returns;
    private final Worklist worklist;
    private final CaseAccess access;

    ReturnController(CaseFrame frame, Returns returns, Worklist worklist, CaseAccess access) {
        this.frame = frame;
        this.returns = returns;
        this.worklist = worklist;
        this.access = access;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(reference, model, TypedForm.empty());
    }

    @Needs(Permission.CHANGE_RETURN)
    @PostMapping("/choice")
    String choose(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "included", "reason");
        CaseReference of = frame.show(model, reference, "").reference();
        boolean included = form.text("included").equals("yes");
        String reason = form.required("reason", LONGEST_REASON, "The reason", "Enter why");
        if (!form.isWrong()) {
            try {
                returns.choose(of, included, reason);
                redirect.addFlashAttribute("confirmation", included ? "The case is in the return again."
                        : "The case was taken out of the return.");
                return "redirect:/cases/" + of + "/h-clic";
            } catch (IllegalArgumentException refused) {
                form.wrong("reason", refused.getMessage());
            }
        }
        return page(reference, model, form);
    }

    /** After signing in again the browser comes back by GET. */
    @Needs(Permission.VIEW_CASES)
    @GetMapping("/choice")
    String back(@PathVariable String reference, Model model) {
        return "redirect:/cases/" + frame.show(model, reference, "").reference() + "/h-clic";
    }

    private String page(String reference, Model model, TypedForm form) {
        CaseReference of = frame.show(model, reference, "h-clic").reference();
        Returns.CaseCheck check = returns.check(of);
        List<Missing> missing = missing(check.gaps(), of);
        model.addAttribute("check", check);
        model.addAttribute("missing", missing);
        model.addAttribute("leftOut", check.facts().leftOutBecause());
        model.addAttribute("mayChoose", access.allows(Permission.CHANGE_RETURN, of));
        model.addAttribute("form", form);
        return "casepage/return";
    }

    /** An open step that asks the question comes before the page that puts it right. */
    private List<Missing> missing(List<Gap> gaps, CaseReference reference) {
        Map<String, OpenStep> open = worklist.openStepsOf(reference).stream().filter(step -> step.formKey() != null)
                .collect(Collectors.toMap(OpenStep::formKey, step -> step, (first, second) -> first));
        List<Missing> missing = new ArrayList<>();
        for (Gap gap : gaps) {
            OpenStep step = gap.form() == null ? null : open.get(gap.form());
            if (step != null) {
                missing.add(new Missing(gap, "/steps/" + step.stepId(), step.name()));
            } else {
                missing.add(new Missing(gap, gap.ask() == null ? null : "/cases/" + reference + gap.ask(),
                        gap.ask() == null ? null : where(gap.ask())));
            }
        }
        return missing;
    }

    private static String where(String ask) {
        return ask.startsWith("/people") ? "People" : ask.startsWith("/findings") ? "Findings"
                : ask.startsWith("/duties") ? "Duties and plan" : ask.startsWith("/h-clic/activities")
                ? "What was done" : ask.startsWith("/h-clic/help") ? "Help with support needs" : "Answers";
    }
}
