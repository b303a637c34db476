package org.threshold.casepage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
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
import org.threshold.accommodation.NamedPlace;
import org.threshold.accommodation.Schools;
import org.threshold.accommodation.Unit;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Postcode;
import org.threshold.casefile.Relationship;

/** Which school each member of the household goes to, so that accommodation can be near to it. */
@Controller
@RequestMapping("/cases/{reference}/schools")
class SchoolsController {

    private static final String NEW = "NEW";

    private final CaseFrame frame;
    private final Schools schools;

    SchoolsController(CaseFrame frame, Schools schools) {
        this.frame = frame;
        this.schools = schools;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        return page(model, TypedForm.empty(), frame.show(model, reference, ""));
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping
    String save(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect, HttpServletResponse response) {
        CaseFile file = frame.show(model, reference, "");
        TypedForm form = TypedForm.of(posted, "member", "school", "name", "postcode", "coordinates");
        Long member = member(form, file);
        ReadUnit.missing(form, "school", "Select the school, or add a new one");
        boolean added = form.text("school").equals(NEW);
        String name = added ? form.required("name", Schools.LONGEST_NAME, "Name", "Enter the name of the school") : null;
        Postcode postcode = added ? form.parsed("postcode", Postcode::parse) : null;
        Unit.Place place = added ? ReadUnit.place(form, "coordinates") : null;
        Long known = added || form.text("school").equals("NONE") ? null : known(form);
        ReadUnit.into(form, () -> {
            if (added) {
                schools.goesToNew(file.reference(), member, name, postcode == null ? null : postcode.value(), place);
            } else {
                schools.goesTo(file.reference(), member, known);
            }
        });
        if (form.isWrong()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(model, form, file);
        }
        redirect.addFlashAttribute("confirmation", "The school was recorded.");
        return "redirect:/cases/" + file.reference() + "/schools";
    }

    private Long known(TypedForm form) {
        if (form.error("school") != null) {
            return null;
        }
        return schools.all().stream().filter(each -> String.valueOf(each.id()).equals(form.text("school")))
                .map(NamedPlace::id).findFirst().orElseGet(() -> {
                    form.wrong("school", "Select the school, or add a new one");
                    return null;
                });
    }

    private static Long member(TypedForm form, CaseFile file) {
        return members(file).stream().filter(each -> String.valueOf(each.id()).equals(form.text("member")))
                .map(HouseholdMember::id).findFirst().orElseGet(() -> {
                    form.wrong("member", "Select who goes there");
                    return null;
                });
    }

    private static List<HouseholdMember> members(CaseFile file) {
        return file.household().stream().filter(HouseholdMember::present)
                .filter(each -> each.person().relationship() != Relationship.EXPECTED_CHILD).toList();
    }

    private String page(Model model, TypedForm form, CaseFile file) {
        CaseReference reference = file.reference();
        Map<Long, NamedPlace> goesTo = schools.of(reference);
        model.addAttribute("form", form);
        model.addAttribute("people", members(file));
        model.addAttribute("goesTo", goesTo);
        model.addAttribute("members", members(file).stream()
                .map(each -> new Option(String.valueOf(each.id()), each.person().name())).toList());
        List<Option> choices = new java.util.ArrayList<>(schools.all().stream()
                .map(each -> new Option(String.valueOf(each.id()), each.name())).toList());
        choices.add(new Option(NEW, "A school that is not in this list: enter it below"));
        choices.add(new Option("NONE", "None, or not known"));
        model.addAttribute("schools", choices);
        return "casepage/schools";
    }
}
