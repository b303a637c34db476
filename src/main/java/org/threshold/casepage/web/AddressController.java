package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
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
import org.threshold.casefile.ContactPointKind;
import org.threshold.casefile.ContactSafety;
import org.threshold.casefile.Contacts;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.NewAddress;
import org.threshold.casefile.Postcode;

/** Records where somebody stays and where their letters go. */
@Controller
@Needs(Permission.RECORD_CONTACT)
@RequestMapping("/cases/{reference}/address")
class AddressController {

    private static final List<Option> KINDS = List.of(new Option("STAYING", "Where they stay, or live"),
            new Option("LETTERS", "An address for letters only, such as a safe address"),
            new Option("CARE_OF", "Somebody else’s address, with letters care of them"));
    private static final List<Option> SAFETY = List.of(new Option("SAFE", "Yes, they say that it is safe"),
            new Option("NOT_ASKED", "They have not been asked yet"));

    private final CaseFrame frame;
    private final Contacts contacts;
    private final Clock clock;

    AddressController(CaseFrame frame, Contacts contacts, Clock clock) {
        this.frame = frame;
        this.contacts = contacts;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String reference, @RequestParam(defaultValue = "") String person, Model model) {
        CaseFile file = frame.show(model, reference, "");
        HouseholdMember about = ContactForms.linked(file, person);
        return page(model, VersionedSave.start(file).with(ContactForms.PERSON, about.id())
                .withDate("from", LocalDate.now(clock)), file);
    }

    @PostMapping
    String record(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", ContactForms.PERSON, "kind", "careOf", "lines", "postcode",
                "post", "safety", "remark", "from-day", "from-month", "from-year", "until-day", "until-month",
                "until-year");
        CaseFile file = frame.show(model, reference, "");
        NewAddress address = read(form, file);
        return address != null && VersionedSave.saved(file, form,
                version -> contacts.recordAddress(file.reference(), version, address))
                ? ContactForms.done(file, redirect, "The address was recorded.") : page(model, form, file);
    }

    private NewAddress read(TypedForm form, CaseFile file) {
        HouseholdMember person = ContactForms.person(form, file);
        ContactPointKind kind = form.choice("kind", ContactPointKind.class, "Select what this address is");
        if (kind == null && form.error("kind") == null || kind != null && !kind.isAddress()) {
            form.wrong("kind", "Select what this address is");
        }
        String lines = form.required("lines", NewAddress.LONGEST_LINES, "The address", "Enter the address");
        Postcode postcode = form.parsed("postcode", Postcode::parse);
        String careOf = kind == ContactPointKind.CARE_OF ? form.required("careOf", NewAddress.LONGEST_NAME, "The name",
                "Enter whose address it is") : null;
        NewAddress.Post post = kind == ContactPointKind.STAYING ? post(form, file, person) : null;
        ContactSafety safety = safety(form, kind, post);
        String remark = form.optional("remark", NewAddress.LONGEST_REMARK, "What to know");
        LocalDate from = form.date("from", "The first day");
        if (from == null && form.error("from") == null) {
            form.wrong("from", "Enter since when, or from when, the address holds");
        }
        LocalDate until = form.date("until", "The last day");
        if (from != null && until != null && until.isBefore(from)) {
            form.wrong("until", "The last day must not be before the first");
        }
        return form.isWrong() ? null : new NewAddress(person.id(), kind, lines, postcode, careOf, post, safety, remark,
                from, until);
    }

    private NewAddress.Post post(TypedForm form, CaseFile file, HouseholdMember person) {
        NewAddress.Post post = form.choice("post", NewAddress.Post.class, "Select where letters go from then on");
        if (post == null && form.error("post") == null) {
            form.wrong("post", "Select where letters go from then on");
        }
        if (post == NewAddress.Post.AS_BEFORE && person != null && ContactForms.of(contacts, file, person.id())
                .forPost(LocalDate.now(clock)).filter(point -> point.kind().isForLetters()).isEmpty()) {
            form.wrong("post", "There is no address for letters only. Select whether letters go to this address");
        }
        return post;
    }

    private static ContactSafety safety(TypedForm form, ContactPointKind kind, NewAddress.Post post) {
        if (kind == ContactPointKind.STAYING && post != NewAddress.Post.HERE) {
            return ContactSafety.NOT_ASKED;
        }
        ContactSafety safety = form.choice("safety", ContactSafety.class, "Select whether post to it is safe");
        if (safety == null && form.error("safety") == null || safety == ContactSafety.UNSAFE) {
            form.wrong("safety", "Select whether post to it is safe");
        }
        return safety;
    }

    private static String page(Model model, TypedForm form, CaseFile file) {
        model.addAttribute("kinds", KINDS);
        model.addAttribute("posts", Arrays.asList(NewAddress.Post.values()));
        model.addAttribute("safeties", SAFETY);
        return ContactForms.page(model, form, file, "casepage/contact-address");
    }
}
