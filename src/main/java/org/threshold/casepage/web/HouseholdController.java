package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
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
import org.threshold.casefile.CaseChanged;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.Household;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.Sex;

/** Adds and changes the people of a household. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/people")
class HouseholdController {

    private static final String[] FIELDS = {"version", "relationship", "givenName", "familyName", "born-day",
            "born-month", "born-year", "nationalInsurance", "education", "sex"};

    private final CaseFrame frame;
    private final Household household;
    private final Clock clock;

    HouseholdController(CaseFrame frame, Household household, Clock clock) {
        this.frame = frame;
        this.household = household;
        this.clock = clock;
    }

    @GetMapping("/new")
    String add(@PathVariable String reference, Model model) {
        frame.show(model, reference, "");
        return page(model, TypedForm.empty(), null);
    }

    @PostMapping("/new")
    String add(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
               RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, FIELDS);
        CaseFile file = frame.show(model, reference, "");
        Person person = new ReadPerson(form, "", LocalDate.now(clock)).read(null, null);
        if (!form.isWrong() && tried(form, () -> household.add(file.reference(), person))) {
            return done(file, redirect, person.name() + " was added.");
        }
        return page(model, form, null);
    }

    @GetMapping("/{id}")
    String change(@PathVariable String reference, @PathVariable long id, Model model) {
        CaseFile file = frame.show(model, reference, "");
        HouseholdMember member = household.member(file.reference(), id);
        return page(model, filled(member), member);
    }

    @PostMapping("/{id}")
    String change(@PathVariable String reference, @PathVariable long id,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, FIELDS);
        CaseFile file = frame.show(model, reference, "");
        HouseholdMember member = household.member(file.reference(), id);
        Person person = new ReadPerson(form, "", LocalDate.now(clock))
                .read(member.mainApplicant() ? Relationship.MAIN_APPLICANT : null, null);
        if (!form.isWrong()
                && tried(form, () -> household.change(file.reference(), id, version(form), person))) {
            return done(file, redirect, "The details of " + person.name() + " were saved.");
        }
        return page(model, form.with("version", member.version()), member);
    }

    @PostMapping("/{id}/left")
    String left(@PathVariable String reference, @PathVariable long id,
                @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "version", "left-day", "left-month", "left-year");
        CaseFile file = frame.show(model, reference, "");
        HouseholdMember member = household.member(file.reference(), id);
        LocalDate on = form.date("left", "The day they left");
        if (on == null && !form.isWrong()) {
            form.wrong("left", "Enter the day they left");
        } else if (on != null && on.isAfter(LocalDate.now(clock))) {
            form.wrong("left", "The day they left must be today or in the past");
        }
        if (!form.isWrong() && tried(form, () -> household.leave(file.reference(), id, version(form), on))) {
            return done(file, redirect, member.person().name() + " is no longer in the household.");
        }
        TypedForm shown = filled(member);
        form.errors().forEach(error -> shown.wrong(error.key(), error.message()));
        shown.with("left-day", form.text("left-day")).with("left-month", form.text("left-month"))
                .with("left-year", form.text("left-year"));
        return page(model, shown, member);
    }

    private static boolean tried(TypedForm form, Runnable saving) {
        try {
            saving.run();
            return true;
        } catch (CaseChanged | IllegalArgumentException refused) {
            form.wrong("save", refused.getMessage());
            return false;
        }
    }

    private static int version(TypedForm form) {
        return form.text("version").matches("[0-9]{1,9}") ? Integer.parseInt(form.text("version")) : -1;
    }

    private static TypedForm filled(HouseholdMember member) {
        Person person = member.person();
        TypedForm form = TypedForm.empty().with("version", member.version())
                .with("relationship", person.relationship().name())
                .with("givenName", person.givenName())
                .with("familyName", person.familyName())
                .with("nationalInsurance",
                        person.nationalInsurance() == null ? null : person.nationalInsurance().display())
                .with("sex", person.sex() == null ? null : person.sex().name())
                .withDate("born", person.dateOfBirth());
        return person.inEducation() ? form.with("education", "yes") : form;
    }

    private static String page(Model model, TypedForm form, HouseholdMember member) {
        model.addAttribute("form", form);
        model.addAttribute("member", member);
        model.addAttribute("sexes", Sex.values());
        model.addAttribute("relationships", NewApproachController.relationships());
        return "casepage/edit-person";
    }

    private static String done(CaseFile file, RedirectAttributes redirect, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + file.reference() + "/people";
    }
}
