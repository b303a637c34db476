package org.threshold.casepage.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.accommodation.District;
import org.threshold.accommodation.Districts;
import org.threshold.accommodation.NamedPlace;
import org.threshold.accommodation.Provider;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Schools;
import org.threshold.accommodation.Unit;

/** What units hang on: who provides them, the districts and where notices to them go, and schools. */
@Controller
class UnitAroundController {

    private static final int LAST_PAGE = 100;

    private final Districts districts;
    private final Providers providers;
    private final Schools schools;
    private final CurrentOfficer officer;
    private final Permissions permissions;

    UnitAroundController(Districts districts, Providers providers, Schools schools, CurrentOfficer officer,
                         Permissions permissions) {
        this.districts = districts;
        this.providers = providers;
        this.schools = schools;
        this.officer = officer;
        this.permissions = permissions;
    }

    @Needs(Permission.VIEW_UNITS)
    @GetMapping("/units/districts")
    String districts(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "false") boolean without,
                     @RequestParam(defaultValue = "0") int page, Model model) {
        int at = Math.max(0, Math.min(LAST_PAGE, page));
        String part = name.replace("\u0000", "").strip();
        List<District> found = districts.find(part, without, at * Districts.PAGE);
        model.addAttribute("found", found.stream().limit(Districts.PAGE).toList());
        model.addAttribute("more", found.size() > Districts.PAGE);
        model.addAttribute("page", at);
        model.addAttribute("name", part);
        model.addAttribute("without", without);
        model.addAttribute("own", districts.own());
        return show(model, "unit/districts");
    }

    @Needs(Permission.KEEP_UNITS)
    @GetMapping("/units/districts/{code}")
    String district(@PathVariable String code, Model model) {
        District district = districts.get(code);
        return district(model, TypedForm.empty().with("version", district.version())
                .with("email", district.noticeEmail()).with("address", district.noticeAddress())
                .with("coordinates", ReadUnit.written(district.middle())), district);
    }

    @Needs(Permission.KEEP_UNITS)
    @PostMapping("/units/districts/{code}")
    String district(@PathVariable String code, @RequestParam MultiValueMap<String, String> posted, Model model,
                    RedirectAttributes redirect, HttpServletResponse response) {
        District district = districts.get(code);
        TypedForm form = TypedForm.of(posted, "version", "email", "address", "coordinates");
        Unit.Place middle = ReadUnit.place(form, "coordinates");
        form.optional("address", Districts.LONGEST_ADDRESS, "The postal address");
        ReadUnit.into(form, () -> districts.change(code, version(form), form.text("email"), form.text("address"), middle));
        return form.isWrong() ? wrong(response, district(model, form, district)) : done(redirect, "/units/districts",
                "The district " + district.name() + " was changed.");
    }

    private static String district(Model model, TypedForm form, District district) {
        model.addAttribute("form", form);
        model.addAttribute("district", district);
        return "unit/district";
    }

    @Needs(Permission.VIEW_UNITS)
    @GetMapping("/units/providers")
    String providers(Model model) {
        model.addAttribute("providers", providers.all());
        return show(model, "unit/providers");
    }

    @Needs(Permission.KEEP_UNITS)
    @GetMapping("/units/providers/new")
    String provider(Model model) {
        return provider(model, TypedForm.empty(), null);
    }

    @Needs(Permission.KEEP_UNITS)
    @PostMapping("/units/providers/new")
    String addProvider(@RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect,
                       HttpServletResponse response) {
        TypedForm form = TypedForm.of(posted, "version", "name", "phone", "email");
        String name = form.required("name", Providers.LONGEST_NAME, "Name", "Enter the name");
        ReadUnit.into(form, () -> providers.add(name, form.text("phone"), form.text("email")));
        return form.isWrong() ? wrong(response, provider(model, form, null))
                : done(redirect, "/units/providers", "The provider was added.");
    }

    @Needs(Permission.KEEP_UNITS)
    @GetMapping("/units/providers/{id}")
    String provider(@PathVariable long id, Model model) {
        Provider provider = providers.get(id);
        return provider(model, TypedForm.empty().with("version", provider.version()).with("name", provider.name())
                .with("phone", provider.phone()).with("email", provider.email()), provider);
    }

    @Needs(Permission.KEEP_UNITS)
    @PostMapping("/units/providers/{id}")
    String changeProvider(@PathVariable long id, @RequestParam MultiValueMap<String, String> posted, Model model,
                          RedirectAttributes redirect, HttpServletResponse response) {
        Provider provider = providers.get(id);
        TypedForm form = TypedForm.of(posted, "version", "name", "phone", "email");
        String name = form.required("name", Providers.LONGEST_NAME, "Name", "Enter the name");
        ReadUnit.into(form, () -> providers.change(id, version(form), name, form.text("phone"), form.text("email")));
        return form.isWrong() ? wrong(response, provider(model, form, provider))
                : done(redirect, "/units/providers", "The provider was changed.");
    }

    private static String provider(Model model, TypedForm form, Provider provider) {
        model.addAttribute("form", form);
        model.addAttribute("provider", provider);
        return "unit/provider";
    }

    @Needs(Permission.VIEW_UNITS)
    @GetMapping("/units/schools")
    String schools(Model model) {
        model.addAttribute("schools", schools.all());
        return show(model, "unit/schools");
    }

    @Needs(Permission.WORK_CASES)
    @GetMapping("/units/schools/{id}")
    String school(@PathVariable long id, Model model) {
        NamedPlace school = schools.get(id);
        return school(model, TypedForm.empty().with("version", school.version()).with("name", school.name())
                .with("postcode", school.postcode()).with("coordinates", ReadUnit.written(school.place())), school);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/units/schools/{id}")
    String changeSchool(@PathVariable long id, @RequestParam MultiValueMap<String, String> posted, Model model,
                        RedirectAttributes redirect, HttpServletResponse response) {
        NamedPlace school = schools.get(id);
        TypedForm form = TypedForm.of(posted, "version", "name", "postcode", "coordinates");
        String name = form.required("name", Schools.LONGEST_NAME, "Name", "Enter the name");
        Unit.Place place = ReadUnit.place(form, "coordinates");
        ReadUnit.into(form, () -> schools.change(id, version(form), name, form.text("postcode"), place));
        return form.isWrong() ? wrong(response, school(model, form, school))
                : done(redirect, "/units/schools", "The school was changed.");
    }

    private static String school(Model model, TypedForm form, NamedPlace school) {
        model.addAttribute("form", form);
        model.addAttribute("school", school);
        return "unit/school";
    }

    private String show(Model model, String page) {
        model.addAttribute("mayKeep", permissions.allows(officer.get(), Permission.KEEP_UNITS));
        model.addAttribute("mayWork", permissions.allows(officer.get(), Permission.WORK_CASES));
        return page;
    }

    private static int version(TypedForm form) {
        Integer version = ReadUnit.number(form, "version", 0, Integer.MAX_VALUE, "Reload the page and try again");
        return version == null ? -1 : version;
    }

    private static String wrong(HttpServletResponse response, String page) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page;
    }

    private static String done(RedirectAttributes redirect, String to, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:" + to;
    }
}
