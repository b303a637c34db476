package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.threshold.access.CaseAccess;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.EmergencyAccess;
import org.threshold.access.InvalidRestriction;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.RestrictedCases;
import org.threshold.access.RestrictionKind;
import org.threshold.casefile.CaseFile;

/** Who may see a case: restricts it, names people on it, passes it to another manager, lifts the restriction. */
@Controller
@RequestMapping("/cases/{reference}/access")
class AccessOfCaseController {

    private final CaseFrame frame;
    private final AccessOfCasePage page;
    private final RestrictedCases restricted;
    private final EmergencyAccess emergencies;
    private final CaseAccess access;
    private final CurrentOfficer current;
    private final People people;

    AccessOfCaseController(CaseFrame frame, AccessOfCasePage page, RestrictedCases restricted,
                           EmergencyAccess emergencies, CaseAccess access, CurrentOfficer current, People people) {
        this.frame = frame;
        this.page = page;
        this.restricted = restricted;
        this.emergencies = emergencies;
        this.access = access;
        this.current = current;
        this.people = people;
    }

    @GetMapping
    @Needs(Permission.VIEW_CASES)
    String show(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        return page.of(file, page.proposal(file), model);
    }

    @PostMapping
    @Needs(Permission.RESTRICT_CASE)
    String restrict(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                    RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "kind", "reason", "manager", "people");
        CaseFile file = frame.show(model, reference, "");
        RestrictionKind kind = form.choice("kind", RestrictionKind.class, "Select why the case is restricted");
        if (!form.ticked("kind")) {
            form.wrong("kind", "Select why the case is restricted");
        }
        form.required("reason", RestrictedCases.LONGEST_REASON, "The reason", "Enter why the case is restricted");
        List<String> named = form.values().getOrDefault("people", List.of());
        return changed(form, file, model, redirect, "Only the people named can see this case now.", () ->
                restricted.restrict(file.reference(), kind, form.text("reason"), form.text("manager"), named));
    }

    @PostMapping("/name")
    @Needs(Permission.NAME_PEOPLE)
    String name(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "person", "team");
        CaseFile file = frame.show(model, reference, "");
        Set<String> named = new LinkedHashSet<>();
        if (form.ticked("person")) {
            named.add(form.text("person"));
        }
        named.addAll(page.nameableOf(form.text("team")));
        return changed(form, file, model, redirect, names(named) + " can see this case now.",
                () -> restricted.name(file.reference(), named));
    }

    @PostMapping("/unname")
    @Needs(Permission.NAME_PEOPLE)
    String unname(@PathVariable String reference, @RequestParam(defaultValue = "") String person, Model model,
                  RedirectAttributes redirect) {
        CaseFile file = frame.show(model, reference, "");
        return changed(TypedForm.empty(), file, model, redirect, people.nameOf(person)
                + " no longer sees this case.", () -> restricted.unname(file.reference(), person));
    }

    @PostMapping("/manager")
    @Needs(Permission.NAME_PEOPLE)
    String manager(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                   RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "manager");
        CaseFile file = frame.show(model, reference, "");
        return changed(form, file, model, redirect, people.nameOf(form.text("manager"))
                        + " manages this restricted case now. You stay named on it.",
                () -> restricted.changeManager(file.reference(), form.text("manager")));
    }

    @PostMapping("/lift")
    @Needs(Permission.NAME_PEOPLE)
    String lift(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "reason");
        CaseFile file = frame.show(model, reference, "");
        return changed(form, file, model, redirect, "The case is no longer restricted.",
                () -> restricted.lift(file.reference(), form.text("reason")));
    }

    /** In the place of a manager who is gone; the service says who may. */
    @PostMapping("/charge")
    @Needs(Permission.VIEW_CASES)
    String takeCharge(@PathVariable String reference, Model model, RedirectAttributes redirect) {
        CaseFile file = frame.show(model, reference, "");
        return changed(TypedForm.empty(), file, model, redirect, "You manage this restricted case now.",
                () -> restricted.takeCharge(file.reference()));
    }

    /** @param person whose emergency access ends; my own where it is empty */
    @PostMapping("/end")
    @Needs(Permission.VIEW_CASES)
    String end(@PathVariable String reference, @RequestParam(defaultValue = "") String person, Model model,
               RedirectAttributes redirect) {
        CaseFile file = frame.show(model, reference, "");
        String whose = person.isBlank() ? current.get().username() : person;
        return changed(TypedForm.empty(), file, model, redirect, "The emergency access of " + people.nameOf(whose)
                + " has ended.", () -> emergencies.end(file.reference(), whose));
    }

    /** Back to the page, or to the list where the case is hidden from whoever changed it. */
    private String changed(TypedForm form, CaseFile file, Model model, RedirectAttributes redirect, String done,
                           Runnable change) {
        try {
            if (!form.isWrong()) {
                change.run();
            }
        } catch (InvalidRestriction invalid) {
            form.wrong(invalid.field(), invalid.getMessage());
        }
        if (form.isWrong()) {
            return page.of(file, form, model);
        }
        boolean seen = access.sees(file.reference());
        redirect.addFlashAttribute("confirmation", seen ? done : done + " You are not one of them.");
        return seen ? "redirect:/cases/" + file.reference() + "/access" : "redirect:/restricted";
    }

    private String names(Collection<String> usernames) {
        List<String> names = new ArrayList<>(usernames.stream().map(people::find).flatMap(java.util.Optional::stream)
                .map(Officer::name).toList());
        return names.size() < 2 ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
