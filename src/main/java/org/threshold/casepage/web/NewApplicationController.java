package org.threshold.casepage.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
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
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Channel;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.NewCase;
import org.threshold.homelessness.Reapplications;

/** The same household asks again: a new application linked to the finished case, or the same facts as before. */
@Controller
@Needs(Permission.TAKE_APPROACH)
@RequestMapping("/cases/{reference}/new-application")
class NewApplicationController {

    private static final String SAME = "SAME_FACTS";
    private static final List<Option> FACTS = List.of(
            new Option("NEW", "Something is different, or we are not sure"),
            new Option(SAME, "No, they are exactly the same"));

    private final CaseFrame frame;
    private final Reapplications reapplications;
    private final OwnTeams teams;
    private final OncePerForm once;

    NewApplicationController(CaseFrame frame, Reapplications reapplications, OwnTeams teams,
                             OncePerForm once) {
        this.frame = frame;
        this.reapplications = reapplications;
        this.teams = teams;
        this.once = once;
    }

    @GetMapping
    String show(@PathVariable String reference, Model model) {
        CaseFile file = frame.show(model, reference, "");
        TypedForm form = TypedForm.empty().with("formId", UUID.randomUUID()).with("channel", Channel.DESK);
        return page(model, form, file);
    }

    @PostMapping
    String take(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                HttpSession session, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "formId", "facts", "applicant", "channel", "team", "reasons");
        CaseFile file = frame.show(model, reference, "");
        boolean died = file.status() == CaseStatus.DECEASED;
        String reasons = form.required("reasons", NewCase.LONGEST_REASON, "Why they came",
                "Enter why they came, and what is new");
        Channel channel = channel(form);
        String team = teams.chosen(form, "Select the team that will work on the case");
        long applicant = applicant(form, file, died);
        if (!died && FACTS.stream().noneMatch(option -> option.name().equals(form.text("facts")))) {
            form.wrong("facts", "Say whether something is different");
        }
        if (form.isWrong()) {
            return page(model, form, file);
        }
        if (!died && form.text("facts").equals(SAME)) {
            Refusals.into(form, () -> reapplications.sameFacts(file.reference(), channel, reasons));
            return form.isWrong() ? page(model, form, file) : done(redirect, file.reference(),
                    "No new application was made, because the facts are the same. Your reasons are on the case.");
        }
        CaseReference[] taken = new CaseReference[1];
        Refusals.into(form, () -> taken[0] = once.open(session, form.text("formId"),
                () -> reapplications.again(file.reference(), applicant, channel, team, reasons)));
        return form.isWrong() ? page(model, form, file) : done(redirect, taken[0],
                "The new application was taken. Its case reference is " + taken[0] + ".");
    }

    private static String done(RedirectAttributes redirect, CaseReference at, String confirmation) {
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + at;
    }

    private static Channel channel(TypedForm form) {
        Channel channel = form.choice("channel", Channel.class, "Select how they came to us");
        return channel == null ? Channel.DESK : channel;
    }

    private static long applicant(TypedForm form, CaseFile file, boolean died) {
        if (!died && !form.ticked("applicant")) {
            return file.applicant().id();
        }
        String typed = form.text("applicant");
        boolean known = people(file).stream().anyMatch(option -> option.name().equals(typed));
        if (!known) {
            form.wrong("applicant", "Select who applies now");
            return 0;
        }
        return Long.parseLong(typed);
    }

    private static List<Option> people(CaseFile file) {
        boolean died = file.status() == CaseStatus.DECEASED;
        return file.household().stream().filter(HouseholdMember::present)
                .filter(member -> !(died && member.mainApplicant()))
                .map(member -> new Option(String.valueOf(member.id()), member.person().name() + ", "
                        + member.person().relationship().title().toLowerCase())).toList();
    }

    private String page(Model model, TypedForm form, CaseFile file) {
        model.addAttribute("form", form);
        model.addAttribute("died", file.status() == CaseStatus.DECEASED);
        model.addAttribute("people", people(file));
        model.addAttribute("teams", teams.options());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("facts", FACTS);
        model.addAttribute("history", reapplications.history(file.reference()));
        return "casepage/new-application";
    }
}
