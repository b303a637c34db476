package org.threshold.casepage.web;

import java.util.Arrays;
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
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.ContactPointKind;
import org.threshold.casefile.ContactSafety;
import org.threshold.casefile.Contacts;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.NewAddress;
import org.threshold.casefile.PhoneNumber;

/** Records a telephone number or an e-mail address of somebody in the household, and whether it is safe to use. */
@Controller
@Needs(Permission.RECORD_CONTACT)
@RequestMapping("/cases/{reference}/number")
class NumberController {

    private static final List<Option> KINDS = List.of(new Option("PHONE", "A telephone number"),
            new Option("EMAIL", "An email address"));

    private final CaseFrame frame;
    private final Contacts contacts;

    NumberController(CaseFrame frame, Contacts contacts) {
        this.frame = frame;
        this.contacts = contacts;
    }

    @GetMapping
    String show(@PathVariable String reference, @RequestParam(defaultValue = "") String person, Model model) {
        CaseFile file = frame.show(model, reference, "");
        return page(model, VersionedSave.start(file).with(ContactForms.PERSON,
                ContactForms.linked(file, person).id()), file);
    }

    @PostMapping
    String record(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", ContactForms.PERSON, "kind", "value", "safety", "remark");
        CaseFile file = frame.show(model, reference, "");
        HouseholdMember person = ContactForms.person(form, file);
        ContactPointKind kind = form.choice("kind", ContactPointKind.class, "Select what it is");
        if (kind == null && form.error("kind") == null || kind != null && kind.isAddress()) {
            form.wrong("kind", "Select what it is");
        }
        String value = value(form, kind);
        ContactSafety safety = form.choice("safety", ContactSafety.class, "Select whether it is safe to use");
        if (safety == null && form.error("safety") == null) {
            form.wrong("safety", "Select whether it is safe to use");
        }
        String remark = form.optional("remark", NewAddress.LONGEST_REMARK, "What to know");
        return VersionedSave.saved(file, form, version -> contacts.recordNumber(file.reference(), version, person.id(),
                kind, value, safety, remark))
                ? ContactForms.done(file, redirect, "It was recorded.") : page(model, form, file);
    }

    private static String value(TypedForm form, ContactPointKind kind) {
        if (form.text("value").isEmpty()) {
            form.wrong("value", "Enter the number or email address");
            return null;
        }
        if (kind == ContactPointKind.PHONE) {
            PhoneNumber number = form.parsed("value", PhoneNumber::parse);
            return number == null ? null : number.value();
        }
        if (kind == ContactPointKind.EMAIL && !ReadContact.isEmail(form.text("value"))) {
            form.wrong("value", ReadContact.EMAIL_FORMAT);
        }
        return form.optional("value", ContactDetails.LONGEST_EMAIL, "Email address");
    }

    private static String page(Model model, TypedForm form, CaseFile file) {
        model.addAttribute("kinds", KINDS);
        model.addAttribute("safeties", Arrays.asList(ContactSafety.values()));
        return ContactForms.page(model, form, file, "casepage/contact-number");
    }
}
