package org.threshold.casepage.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CaseAccess;
import org.threshold.access.EmergencyAccess;
import org.threshold.access.InvalidRestriction;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.RestrictedCases;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;

/**
 * Breaking the glass, on a page of its own: at the address of a case that is hidden there is nothing, so nobody finds out
 * there that it is.
 */
@Controller
@Needs(Permission.BREAK_GLASS)
@RequestMapping("/emergency-access")
class EmergencyAccessController {

    private static final int LONGEST_REFERENCE = 40;

    private final EmergencyAccess emergencies;
    private final CaseAccess access;

    EmergencyAccessController(EmergencyAccess emergencies, CaseAccess access) {
        this.emergencies = emergencies;
        this.access = access;
    }

    @GetMapping
    String ask(Model model) {
        return page(TypedForm.empty(), model);
    }

    @PostMapping
    String open(@RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "reference", "reason");
        form.required("reference", LONGEST_REFERENCE, "The case reference", "Enter the reference of the case");
        CaseReference reference = form.parsed("reference", CaseReferences::parse);
        form.required("reason", RestrictedCases.LONGEST_REASON, "The reason", "Enter why you need to see the case now");
        if (!form.isWrong()) {
            try {
                emergencies.open(reference.value(), form.text("reason"));
            } catch (InvalidRestriction refused) {
                form.wrong(refused.field(), refused.getMessage());
            }
        }
        if (form.isWrong()) {
            return page(form, model);
        }
        redirect.addFlashAttribute("confirmation", "You can see case " + reference + " now. Its manager was told.");
        // The data protection officer sees who looked at a case, and not the case.
        return "redirect:/cases/" + reference + (access.allows(Permission.VIEW_CASES, reference) ? "" : "/record");
    }

    private String page(TypedForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("hours", emergencies.length().toHours());
        return "casepage/emergency-access";
    }
}
