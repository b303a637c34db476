package org.threshold.casepage.web;

import java.util.Arrays;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.accommodation.PlacementPolicies;
import org.threshold.accommodation.PlacementPolicy;

/** The council's policies for placing households, each from a day on, and from when section 213AA is law. */
@Controller
@RequestMapping("/placement-policies")
class PoliciesController {

    private final PlacementPolicies policies;
    private final Permissions permissions;
    private final CurrentOfficer current;
    private final Words words;

    PoliciesController(PlacementPolicies policies, Permissions permissions, CurrentOfficer current, Words words) {
        this.policies = policies;
        this.permissions = permissions;
        this.current = current;
        this.words = words;
    }

    @Needs(Permission.VIEW_UNITS)
    @GetMapping
    String show(Model model) {
        return page(model, TypedForm.empty());
    }

    @Needs(Permission.KEEP_POLICIES)
    @PostMapping
    String add(@RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "kind", "from-day", "from-month", "from-year", "title", "words");
        PlacementPolicy.Kind kind = form.choice("kind", PlacementPolicy.Kind.class, "Select what it is");
        if (kind == null && form.error("kind") == null) {
            form.wrong("kind", "Select what it is");
        }
        LocalDate from = form.date("from", "The first day");
        if (from == null && form.error("from") == null) {
            form.wrong("from", "Enter the day from which it holds");
        }
        String title = form.required("title", PlacementPolicies.LONGEST_TITLE, "The title",
                "Enter its title, and for a law the regulations that begin it");
        String text = form.optional("words", PlacementPolicies.LONGEST_WORDS, "The text");
        if (form.isWrong()) {
            return page(model, form);
        }
        policies.add(kind, from, title, text);
        redirect.addFlashAttribute("confirmation", "It is kept, and holds from " + words.day(from) + ".");
        return "redirect:/placement-policies";
    }

    private String page(Model model, TypedForm form) {
        List<PlacementPolicy> all = policies.all();
        model.addAttribute("form", form);
        model.addAttribute("more", all.size() > PlacementPolicies.PAGE);
        model.addAttribute("policies", all.stream().limit(PlacementPolicies.PAGE).toList());
        model.addAttribute("kinds", Arrays.stream(PlacementPolicy.Kind.values())
                .map(kind -> new Option(kind.name(), kind.words())).toList());
        model.addAttribute("mayAdd", permissions.allows(current.get(), Permission.KEEP_POLICIES));
        model.addAttribute("words", words);
        return "casepage/policies";
    }
}
