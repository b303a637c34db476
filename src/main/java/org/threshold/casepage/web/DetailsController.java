package org.threshold.casepage.web;

import java.util.Set;
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
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.ContactMethod;
import org.threshold.casefile.SupportNeed;
import org.threshold.letter.LetterLanguages;

/** Changes contact preferences, support needs and flags. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}")
class DetailsController {

    private static final int LONGEST_WHY = 500;

    private final CaseFrame frame;
    private final CaseDetails details;
    private final LetterLanguages languages;

    DetailsController(CaseFrame frame, CaseDetails details, LetterLanguages languages) {
        this.frame = frame;
        this.details = details;
        this.languages = languages;
    }

    @GetMapping("/contact")
    String contact(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        TypedForm form = VersionedSave.start(file);
        ReadContact.fill(form, file.contact());
        return contactPage(model, form);
    }

    @PostMapping("/contact")
    String contact(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                   RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", "phone", "email", "method", "safety", "language");
        CaseFile file = frame.show(model, reference, "");
        ContactDetails contact = atTheSameAddress(ReadContact.from(form), file.contact());
        return VersionedSave.saved(file, form, version -> details.changeContact(file.reference(), version, contact))
                ? done(file, redirect, "Contact details were saved.") : contactPage(model, form);
    }

    @GetMapping("/needs")
    String needs(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        return needsPage(model, VersionedSave.start(file).withAll("needs", file.needs()));
    }

    @PostMapping("/needs")
    String needs(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                 RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", "needs");
        CaseFile file = frame.show(model, reference, "");
        Set<SupportNeed> needs = form.choices("needs", SupportNeed.class, "Select support needs from the list");
        return VersionedSave.saved(file, form, version -> details.changeNeeds(file.reference(), version, needs))
                ? done(file, redirect, "Support needs were saved.") : needsPage(model, form);
    }

    @GetMapping("/flags")
    String flags(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        return flagsPage(model, VersionedSave.start(file).withAll("flags", file.flags()));
    }

    @PostMapping("/flags")
    String flags(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                 RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", "flags", "why");
        CaseFile file = frame.show(model, reference, "");
        Set<CaseFlag> flags = form.choices("flags", CaseFlag.class, "Select alerts and access needs from the list");
        String why = form.optional("why", LONGEST_WHY, "The reason");
        return VersionedSave.saved(file, form, version -> details.changeFlags(file.reference(), version, flags, why))
                ? done(file, redirect, "Alerts and access needs were saved.") : flagsPage(model, form);
    }

    /** Addresses have a page of their own, which asks where letters go. */
    private static ContactDetails atTheSameAddress(ContactDetails typed, ContactDetails known) {
        return typed == null ? null : new ContactDetails(typed.phone(), typed.email(), known.address(), known.postcode(),
                typed.method(), typed.safety(), typed.language());
    }

    private static String done(CaseFile file, RedirectAttributes redirect, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + file.reference() + "/people";
    }

    private String contactPage(Model model, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("methods", ContactMethod.values());
        model.addAttribute("letterLanguages", languages.names());
        return "casepage/edit-contact";
    }

    private static String needsPage(Model model, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("options", SupportNeed.values());
        return "casepage/edit-needs";
    }

    private static String flagsPage(Model model, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("alertOptions", CaseFlag.of(CaseFlag.Kind.ALERT));
        model.addAttribute("accessOptions", CaseFlag.of(CaseFlag.Kind.ACCESS));
        return "casepage/edit-flags";
    }
}
