package org.threshold.casepage.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.server.ResponseStatusException;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.ContactPoint;
import org.threshold.casefile.Contacts;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.PersonContacts;

/** What the pages about reaching people have in common: about whom they are, and where they lead. */
final class ContactForms {

    static final String PERSON = "person";

    private ContactForms() {
    }

    /** Everybody of the household, those who left last. */
    static List<Option> people(CaseFile file) {
        return file.household().stream().sorted(java.util.Comparator.comparing(member -> !member.present()))
                .map(member -> new Option(Long.toString(member.id()), member.person().name()
                        + (member.present() ? "" : " (has left the household)"))).toList();
    }

    /** @return null with the form made wrong, when nobody of the household was chosen */
    static HouseholdMember person(TypedForm form, CaseFile file) {
        Optional<HouseholdMember> found = member(file, form.text(PERSON));
        if (found.isEmpty()) {
            form.wrong(PERSON, "Select who it is about");
        }
        return found.orElse(null);
    }

    /** For a link that names somebody: them, or else the main applicant. */
    static HouseholdMember linked(CaseFile file, String id) {
        return member(file, id).orElseGet(file::applicant);
    }

    private static Optional<HouseholdMember> member(CaseFile file, String id) {
        return file.household().stream().filter(member -> Long.toString(member.id()).equals(id)).findFirst();
    }

    static PersonContacts of(Contacts contacts, CaseFile file, long memberId) {
        return contacts.of(file.reference()).stream().filter(each -> each.member().id() == memberId).findFirst()
                .orElseThrow(() -> notFound());
    }

    static ContactPoint point(Contacts contacts, CaseFile file, long id) {
        return contacts.of(file.reference()).stream().flatMap(person -> person.points().stream())
                .filter(point -> point.id() == id).findFirst().orElseThrow(() -> notFound());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is nothing at this address.");
    }

    static String page(Model model, TypedForm form, CaseFile file, String template) {
        model.addAttribute("form", form);
        model.addAttribute("household", people(file));
        return template;
    }

    static String done(CaseFile file, RedirectAttributes redirect, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + file.reference() + "/people#contact";
    }
}
