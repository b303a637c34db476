package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.ContactMethod;
import org.threshold.casefile.ContactPoint;
import org.threshold.casefile.ContactRule;
import org.threshold.casefile.ContactSafety;
import org.threshold.casefile.Contacts;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.NewAddress;
import org.threshold.casefile.PersonContacts;

/** Says how somebody is to be reached, that nothing may be posted to them, and what of it is safe or has ended. */
@Controller
@Needs(Permission.RECORD_CONTACT)
@RequestMapping("/cases/{reference}")
class ContactRulesController {

    private static final int LONGEST = 500;

    private final CaseFrame frame;
    private final Contacts contacts;
    private final Clock clock;

    ContactRulesController(CaseFrame frame, Contacts contacts, Clock clock) {
        this.frame = frame;
        this.contacts = contacts;
        this.clock = clock;
    }

    @GetMapping("/contact-only-by")
    String way(@PathVariable String reference, @RequestParam(defaultValue = "") String person, Model model) {
        CaseFile file = frame.show(model, reference, "");
        HouseholdMember about = ContactForms.linked(file, person);
        TypedForm form = VersionedSave.start(file).with(ContactForms.PERSON, about.id());
        ContactForms.of(contacts, file, about.id()).way().ifPresent(rule -> fill(form, rule));
        return wayPage(model, form, file);
    }

    private static void fill(TypedForm form, ContactRule rule) {
        form.with("onlyBy", rule.onlyBy() ? "yes" : "").with("method", rule.method() == null ? "" : rule.method().name())
                .with("safeWhen", rule.safeWhen()).with("through", rule.through());
    }

    @PostMapping("/contact-only-by")
    String way(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
               RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", ContactForms.PERSON, "onlyBy", "method", "safeWhen", "through");
        CaseFile file = frame.show(model, reference, "");
        HouseholdMember person = ContactForms.person(form, file);
        ContactMethod method = form.choice("method", ContactMethod.class, "Select how they want to be contacted");
        if (form.ticked("onlyBy") && method == null && form.error("method") == null) {
            form.wrong("method", "Select the only way in which they are to be contacted");
        }
        String safe = form.optional("safeWhen", ContactDetails.LONGEST_TEXT, "What is safe");
        String through = form.optional("through", NewAddress.LONGEST_NAME, "The name");
        if (method == ContactMethod.THROUGH_SOMEONE && through == null && form.error("through") == null) {
            form.wrong("through", "Enter through whom they are reached");
        }
        return VersionedSave.saved(file, form, version -> contacts.setWay(file.reference(), version, person.id(),
                form.ticked("onlyBy"), method, safe, through))
                ? ContactForms.done(file, redirect, "How to contact them was saved.") : wayPage(model, form, file);
    }

    private static String wayPage(Model model, TypedForm form, CaseFile file) {
        model.addAttribute("methods", ContactMethod.values());
        return ContactForms.page(model, form, file, "casepage/contact-way");
    }

    @GetMapping("/do-not-write")
    String post(@PathVariable String reference, @RequestParam(defaultValue = "") String person, Model model) {
        CaseFile file = frame.show(model, reference, "");
        return postPage(model, VersionedSave.start(file).with(ContactForms.PERSON,
                ContactForms.linked(file, person).id()), file);
    }

    @PostMapping("/do-not-write")
    String forbidPost(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                      RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", ContactForms.PERSON, "why");
        CaseFile file = frame.show(model, reference, "");
        HouseholdMember person = ContactForms.person(form, file);
        String why = form.required("why", LONGEST, "The reason", "Enter why nothing may be posted");
        return VersionedSave.saved(file, form, version -> contacts.forbidPost(file.reference(), version, person.id(),
                why)) ? ContactForms.done(file, redirect, "Nothing is posted to them from now on.")
                : postPage(model, form, file);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/do-not-write/end")
    String allowPost(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                     RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", ContactForms.PERSON, "why");
        CaseFile file = frame.show(model, reference, "");
        HouseholdMember person = ContactForms.person(form, file);
        String why = form.required("why", LONGEST, "The reason", "Enter why post is safe again");
        return VersionedSave.saved(file, form, version -> contacts.allowPost(file.reference(), version, person.id(),
                why)) ? ContactForms.done(file, redirect, "Letters may be posted to them again.")
                : postPage(model, form, file);
    }

    /** After signing in again the browser comes back by GET. */
    @GetMapping("/do-not-write/end")
    String back(@PathVariable String reference) {
        return "redirect:/cases/" + reference + "/do-not-write";
    }

    private String postPage(Model model, TypedForm form, CaseFile file) {
        PersonContacts person = ContactForms.of(contacts, file, ContactForms.linked(file,
                form.text(ContactForms.PERSON)).id());
        model.addAttribute("person", person);
        return ContactForms.page(model, form, file, "casepage/contact-post");
    }

    @GetMapping("/contact/{point}")
    String point(@PathVariable String reference, @PathVariable long point, Model model) {
        CaseFile file = frame.show(model, reference, "");
        ContactPoint about = ContactForms.point(contacts, file, point);
        return pointPage(model, VersionedSave.start(file).with("safety", about.safety().name())
                .withDate("ended", LocalDate.now(clock)), file, about);
    }

    @PostMapping("/contact/{point}/safety")
    String safety(@PathVariable String reference, @PathVariable long point,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", "safety", "why");
        CaseFile file = frame.show(model, reference, "");
        ContactPoint about = ContactForms.point(contacts, file, point);
        ContactSafety safety = form.choice("safety", ContactSafety.class, "Select whether it is safe to use");
        if (safety == null && form.error("safety") == null) {
            form.wrong("safety", "Select whether it is safe to use");
        }
        String why = form.optional("why", LONGEST, "What to know");
        return VersionedSave.saved(file, form, version -> contacts.changeSafety(file.reference(), version, point,
                safety, why)) ? ContactForms.done(file, redirect, "It was saved.")
                : pointPage(model, form.withDate("ended", LocalDate.now(clock)), file, about);
    }

    @PostMapping("/contact/{point}/end")
    String end(@PathVariable String reference, @PathVariable long point,
               @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", "ended-day", "ended-month", "ended-year");
        CaseFile file = frame.show(model, reference, "");
        ContactPoint about = ContactForms.point(contacts, file, point);
        LocalDate ended = form.date("ended", "The first day");
        if (ended == null && form.error("ended") == null) {
            form.wrong("ended", "Enter the first day on which it no longer holds");
        }
        return VersionedSave.saved(file, form, version -> contacts.end(file.reference(), version, point, ended))
                ? ContactForms.done(file, redirect, "It was saved.")
                : pointPage(model, form.with("safety", about.safety().name()), file, about);
    }

    /** After signing in again the browser comes back by GET. */
    @GetMapping({"/contact/{point}/safety", "/contact/{point}/end"})
    String back(@PathVariable String reference, @PathVariable long point) {
        return "redirect:/cases/" + reference + "/contact/" + point;
    }

    private static String pointPage(Model model, TypedForm form, CaseFile file, ContactPoint point) {
        model.addAttribute("point", point);
        model.addAttribute("whose", file.household().stream().filter(member -> member.id() == point.memberId())
                .findFirst().orElseThrow().person().name());
        model.addAttribute("safeties", Arrays.asList(ContactSafety.values()));
        return ContactForms.page(model, form, file, "casepage/contact-point");
    }
}
