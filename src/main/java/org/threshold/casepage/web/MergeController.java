package org.threshold.casepage.web;

import java.util.ArrayList;
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
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.NationalInsuranceNumber;
import org.threshold.homelessness.CaseMerges;
import org.threshold.homelessness.Duties;

/** Merges two cases of one household, after an officer has looked at both side by side. */
@Controller
@Needs(Permission.MERGE_CASES)
@RequestMapping("/cases/{reference}/merge")
class MergeController {

    /** One fact of both cases; {@code differs} marks what to look at. */
    record Row(String what, String kept, String merged, boolean differs) {
    }

    private static final int LONGEST = 1000;
    private static final int LONGEST_REFERENCE = 40;

    private final CaseFrame frame;
    private final CaseMerges merges;
    private final Duties duties;
    private final CaseDetails details;
    private final Words words;

    MergeController(CaseFrame frame, CaseMerges merges, Duties duties, CaseDetails details,
                    Words words) {
        this.frame = frame;
        this.merges = merges;
        this.duties = duties;
        this.details = details;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable String reference, @RequestParam(defaultValue = "") String other, Model model) {
        CaseFile kept = frame.show(model, reference, "");
        TypedForm form = TypedForm.empty().with("other", other);
        return other.isBlank() ? ask(model, form) : compare(model, form, kept);
    }

    /** The page is that of the case that stays; the other one is merged into it. */
    @PostMapping
    String merge(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                 RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "other", "reason", "dutiesTrue");
        CaseFile kept = frame.show(model, reference, "");
        String reason = form.required("reason", LONGEST, "The reason",
                "Enter how you know that both cases are of the same household");
        CaseReference merged = parse(form);
        if (!form.isWrong()) {
            Refusals.into(form, () -> merges.merge(kept.reference(), merged, reason, form.ticked("dutiesTrue")));
        }
        if (form.isWrong()) {
            return compare(model, form, kept);
        }
        redirect.addFlashAttribute("confirmation", "Case " + merged + " was merged into this one.");
        return "redirect:/cases/" + kept.reference();
    }

    private String ask(Model model, TypedForm form) {
        model.addAttribute("form", form);
        return "casepage/merge";
    }

    private String compare(Model model, TypedForm form, CaseFile kept) {
        CaseReference merged = parse(form);
        if (merged == null) {
            return ask(model, form);
        }
        if (form.error("save") == null) {
            Refusals.into(form, () -> merges.check(kept.reference(), merged));
        }
        model.addAttribute("form", form);
        if (form.error("save") == null || form.ticked("reason")) {
            CaseFile other = details.of(merged);
            model.addAttribute("other", other);
            model.addAttribute("rows", rows(kept, other));
            model.addAttribute("dutiesDiffer", merges.dutiesDiffer(kept.reference(), merged));
        }
        return "casepage/merge";
    }

    private static CaseReference parse(TypedForm form) {
        form.required("other", LONGEST_REFERENCE, "The case reference", "Enter the reference of the other case");
        return form.parsed("other", CaseReferences::parse);
    }

    private List<Row> rows(CaseFile kept, CaseFile other) {
        List<Row> rows = new ArrayList<>();
        rows.add(row("Applicant", kept.applicant().person().name(), other.applicant().person().name()));
        rows.add(row("Date of birth", words.born(kept.applicant().person().dateOfBirth()),
                words.born(other.applicant().person().dateOfBirth())));
        rows.add(row("National Insurance number", number(kept), number(other)));
        rows.add(row("Others in the household", people(kept), people(other)));
        rows.add(row("Telephone", phone(kept), phone(other)));
        rows.add(row("E-mail", text(kept.contact().email()), text(other.contact().email())));
        rows.add(row("Address", text(kept.contact().address()), text(other.contact().address())));
        rows.add(row("Alerts and access needs", titles(kept), titles(other)));
        rows.add(row("Opened", words.dayOf(kept.openedAt()), words.dayOf(other.openedAt())));
        rows.add(row("Team", kept.team(), other.team()));
        rows.add(row("Stands at", kept.status().title(), other.status().title()));
        rows.add(row("Duties", duties(kept), duties(other)));
        return rows;
    }

    private static Row row(String what, String kept, String merged) {
        return new Row(what, kept, merged, !kept.equals(merged));
    }

    private static String text(String value) {
        return value == null ? "not known" : value;
    }

    private static String number(CaseFile file) {
        NationalInsuranceNumber number = file.applicant().person().nationalInsurance();
        return text(number == null ? null : number.value());
    }

    private static String phone(CaseFile file) {
        return text(file.contact().phone() == null ? null : file.contact().phone().display());
    }

    private static String people(CaseFile file) {
        return joined(file.household().stream().filter(HouseholdMember::present)
                .filter(member -> !member.mainApplicant()).map(member -> member.person().name()).sorted().toList());
    }

    private static String titles(CaseFile file) {
        return joined(file.flags().stream().map(flag -> flag.title()).toList());
    }

    private String duties(CaseFile file) {
        return joined(duties.of(file.reference()).stream().map(duty -> duty.kind().title() + " from "
                + words.day(duty.startedOn()) + (duty.running() ? "" : " to " + words.day(duty.endedOn()))).toList());
    }

    private static String joined(List<String> all) {
        return all.isEmpty() ? "none" : String.join(", ", all);
    }
}
