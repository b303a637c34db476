package org.threshold.casepage.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.threshold.casefile.CaseReference;
import org.threshold.hclic.CaseReturn;
import org.threshold.hclic.ReturnAnswers;
import org.threshold.hclic.ReturnMapping;
import org.threshold.hclic.ReturnSection;
import org.threshold.hclic.Returns;

/** What was done under a duty, what was secured, and what became of each support need: asked for the return. */
@Controller
@Needs(Permission.WORK_CASES)
@RequestMapping("/cases/{reference}/h-clic")
class ReturnHelpController {

    private static final List<Option> YES_NO = List.of(new Option("YES", "Yes"), new Option("NO", "No"));

    private final CaseFrame frame;
    private final Returns returns;
    private final ReturnAnswers answers;
    private final ReturnMapping mapping;

    ReturnHelpController(CaseFrame frame, Returns returns, ReturnAnswers answers, ReturnMapping mapping) {
        this.frame = frame;
        this.returns = returns;
        this.answers = answers;
        this.mapping = mapping;
    }

    /** A prevention or relief duty; {@code secured} when its end says that a home was found. */
    record DutyAsked(String key, String title, CaseReturn.Row row, boolean secured) {
    }

    @GetMapping("/activities")
    String activities(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        TypedForm form = TypedForm.empty();
        for (DutyAsked duty : duties(of)) {
            form.withAll(duty.key() + "-activities", duty.row().codes("activities"))
                    .with(duty.key() + "-resolvedBy", duty.row().text("resolvedBy"))
                    .with(duty.key() + "-accommodation", duty.row().text("accommodation"))
                    .with(duty.key() + "-inDistrict", duty.row().text("inDistrict"));
        }
        return activitiesPage(model, form, of);
    }

    @PostMapping("/activities")
    String activities(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                      RedirectAttributes redirect) {
        CaseReference of = frame.show(model, reference, "").reference();
        TypedForm form = TypedForm.of(posted, name -> name.equals("duty")
                || name.matches("duty[0-9]{1,18}-(activities|resolvedBy|accommodation|inDistrict)"));
        DutyAsked duty = duties(of).stream().filter(each -> each.key().equals(form.text("duty"))).findFirst()
                .orElse(null);
        if (duty == null) {
            form.wrong("save", "This case has no such duty");
        } else {
            ReturnAnswers.Done done = done(form, duty);
            if (!form.isWrong()) {
                answers.activities(of, done);
                redirect.addFlashAttribute("confirmation", "What was done was recorded.");
                return "redirect:/cases/" + of + "/h-clic";
            }
        }
        return activitiesPage(model, form, of);
    }

    private ReturnAnswers.Done done(TypedForm form, DutyAsked duty) {
        List<String> chosen = form.values().getOrDefault(duty.key() + "-activities", List.of());
        if (chosen.isEmpty()) {
            form.wrong(duty.key() + "-activities", "Select what was done");
        }
        chosen.forEach(code -> known(form, duty.key() + "-activities", "activities", code));
        String district = known(form, duty.key() + "-inDistrict", "inDistrict", form.text(duty.key() + "-inDistrict"));
        return new ReturnAnswers.Done((Long) duty.row().get("dutyId"), chosen,
                known(form, duty.key() + "-resolvedBy", "resolvedBy", form.text(duty.key() + "-resolvedBy")),
                known(form, duty.key() + "-accommodation", "accommodation",
                        form.text(duty.key() + "-accommodation")), district == null ? null : district.equals("YES"));
    }

    /** The code, or null when nothing was chosen. */
    private String known(TypedForm form, String key, String field, String code) {
        if (code.isEmpty()) {
            return null;
        }
        if (mapping.field(ReturnSection.PREVENTION, field).code(code).isEmpty()) {
            form.wrong(key, "Select an answer from the list");
        }
        return code;
    }

    private List<DutyAsked> duties(CaseReference reference) {
        CaseReturn facts = returns.facts(reference);
        return List.of(ReturnSection.PREVENTION, ReturnSection.RELIEF).stream()
                .flatMap(section -> facts.rows(section).stream().map(row -> new DutyAsked("duty" + row.get("dutyId"),
                        section.title() + " duty", row, row.has("endReason")
                        && row.text("endReason").startsWith("SECURED")))).toList();
    }

    private String activitiesPage(Model model, TypedForm form, CaseReference of) {
        model.addAttribute("form", form);
        model.addAttribute("duties", duties(of));
        model.addAttribute("activities", options(ReturnSection.PREVENTION, "activities"));
        model.addAttribute("accommodations", options(ReturnSection.PREVENTION, "accommodation"));
        model.addAttribute("yesNo", YES_NO);
        return "casepage/return-activities";
    }

    @GetMapping("/help")
    String help(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        TypedForm form = TypedForm.empty();
        needs(of).forEach(row -> form.with("help-" + row.text("supportNeed"), row.text("help")));
        return helpPage(model, form, of);
    }

    @PostMapping("/help")
    String help(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                RedirectAttributes redirect) {
        CaseReference of = frame.show(model, reference, "").reference();
        List<CaseReturn.Row> needs = needs(of);
        TypedForm form = TypedForm.of(posted, needs.stream().map(row -> "help-" + row.text("supportNeed"))
                .toArray(String[]::new));
        Map<String, String> help = new LinkedHashMap<>();
        for (CaseReturn.Row row : needs) {
            String key = "help-" + row.text("supportNeed");
            String code = form.text(key);
            if (!code.isEmpty() && mapping.field(ReturnSection.ASSISTANCE, "help").code(code).isEmpty()) {
                form.wrong(key, "Select an answer from the list");
            } else if (!code.isEmpty()) {
                help.put(row.text("supportNeed"), code);
            }
        }
        if (help.isEmpty() && !form.isWrong() && !needs.isEmpty()) {
            form.wrong("help-" + needs.get(0).text("supportNeed"), "Select what became of at least one need");
        }
        if (form.isWrong() || needs.isEmpty()) {
            return helpPage(model, form, of);
        }
        answers.help(of, help);
        redirect.addFlashAttribute("confirmation", "What became of the support needs was recorded.");
        return "redirect:/cases/" + of + "/h-clic";
    }

    private List<CaseReturn.Row> needs(CaseReference reference) {
        return returns.facts(reference).rows(ReturnSection.ASSISTANCE);
    }

    private String helpPage(Model model, TypedForm form, CaseReference of) {
        model.addAttribute("form", form);
        model.addAttribute("needs", needs(of));
        model.addAttribute("help", options(ReturnSection.ASSISTANCE, "help"));
        return "casepage/return-help";
    }

    private List<Option> options(ReturnSection section, String key) {
        return mapping.field(section, key).codes().stream().map(code -> new Option(code.code(), code.label())).toList();
    }
}
