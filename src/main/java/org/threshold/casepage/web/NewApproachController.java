package org.threshold.casepage.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.access.RestrictionKind;
import org.threshold.access.Team;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseFlag;
import org.threshold.casefile.CaseMatch;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.CaseSummary;
import org.threshold.casefile.Channel;
import org.threshold.casefile.ContactMethod;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.ReferralBody;
import org.threshold.casefile.Relationship;
import org.threshold.casefile.SupportNeed;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/** Takes a new approach, after asking whether it belongs to a case that is already there. */
@Controller
@Needs(Permission.TAKE_APPROACH)
@RequestMapping("/approaches/new")
class NewApproachController {

    private static final String NEW_CASE = "new";

    private final Approaches approaches;
    private final CaseRegister register;
    private final CaseFiles files;
    private final OwnTeams teams;
    private final OncePerForm once;
    private final Words words;
    private final Clock clock;

    NewApproachController(Approaches approaches, CaseRegister register, CaseFiles files, OwnTeams teams,
                          OncePerForm once, Words words, Clock clock) {
        this.approaches = approaches;
        this.register = register;
        this.files = files;
        this.teams = teams;
        this.once = once;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String blank(Model model) {
        return page(model, NewApproachForm.blank(UUID.randomUUID().toString()));
    }

    @PostMapping
    String submit(@RequestParam MultiValueMap<String, String> posted, Model model, HttpSession session,
                  RedirectAttributes redirect) {
        NewApproachForm form = NewApproachForm.of(posted);
        String button = form.typed().text("do");
        if (button.equals("add-person")) {
            form.addPerson();
            return page(model, form);
        }
        if (button.startsWith("remove-person-")) {
            form.removePerson(row(button.substring("remove-person-".length())));
            return page(model, form);
        }
        NewCase read = button.equals("back") ? null : form.read(teamKeys(), LocalDate.now(clock));
        NewApproach.Restricted restriction = button.equals("back") ? null : form.restriction();
        return read == null || form.typed().isWrong() ? page(model, form)
                : go(new NewApproach(read, restriction), form, model, session, redirect);
    }

    private String go(NewApproach approach, NewApproachForm form, Model model, HttpSession session,
                      RedirectAttributes redirect) {
        NewCase read = approach.newCase();
        List<CaseMatch> matches = register.possibleMatches(read.applicant(), read.contact().phone());
        String choice = form.typed().text("join");
        if (choice.equals(NEW_CASE) || matches.isEmpty()) {
            return open(approach, form, model, session, redirect);
        }
        if (matches.stream().anyMatch(match -> match.summary().reference().value().equals(choice))) {
            return join(new CaseReference(choice), read, form, session, redirect);
        }
        if (form.typed().text("do").equals("choose")) {
            form.typed().wrong("join", "Select one of these cases, or that this is a new case");
        }
        return choose(model, form, read, matches);
    }

    private String open(NewApproach approach, NewApproachForm form, Model model, HttpSession session,
                        RedirectAttributes redirect) {
        CaseReference[] taken = new CaseReference[1];
        Refusals.into(form.typed(), () -> taken[0] = once.open(session, form.typed().text("formId"),
                () -> approaches.take(approach)));
        if (form.typed().isWrong()) {
            return page(model, form);
        }
        CaseReference reference = taken[0];
        redirect.addFlashAttribute("confirmation",
                "The approach was taken. The case reference is " + reference + ".");
        return "redirect:/cases/" + reference;
    }

    private String join(CaseReference reference, NewCase read, NewApproachForm form, HttpSession session,
                        RedirectAttributes redirect) {
        once.open(session, form.typed().text("formId"), () -> {
            register.approachedAgain(reference, read.channel(), read.reason());
            return reference;
        });
        redirect.addFlashAttribute("confirmation", "The contact was added to this case. " + next(reference));
        return "redirect:/cases/" + reference;
    }

    private String next(CaseReference reference) {
        CaseSummary summary = files.summary(reference);
        if (summary.status() == CaseStatus.REFERRED) {
            return "A public body referred them, and that waits for its triage: record there that you spoke to them.";
        }
        return approaches.running(reference)
                ? "It stands at: " + summary.status().title() + "."
                : "Its approach has finished (" + summary.status().title()
                        + "). If they ask for help again, take a new approach.";
    }

    private String page(Model model, NewApproachForm form) {
        model.addAttribute("form", form.typed());
        model.addAttribute("rows", form.rows());
        model.addAttribute("mayAdd", form.people() < NewApproachForm.MOST_PEOPLE);
        model.addAttribute("teams", teams.all());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("bodies", ReferralBody.values());
        model.addAttribute("relationships", relationships());
        model.addAttribute("methods", ContactMethod.values());
        model.addAttribute("restrictions", RestrictionKind.values());
        model.addAttribute("needs", SupportNeed.values());
        model.addAttribute("alerts", CaseFlag.of(CaseFlag.Kind.ALERT));
        model.addAttribute("access", CaseFlag.of(CaseFlag.Kind.ACCESS));
        return "casepage/new-approach";
    }

    private String choose(Model model, NewApproachForm form, NewCase read, List<CaseMatch> matches) {
        model.addAttribute("form", form.typed());
        model.addAttribute("applicant", read.applicant());
        model.addAttribute("words", words);
        model.addAttribute("matches", matches);
        return "casepage/possible-matches";
    }

    private List<String> teamKeys() {
        return teams.all().stream().map(Team::key).toList();
    }

    static List<Relationship> relationships() {
        return java.util.Arrays.stream(Relationship.values()).filter(r -> r != Relationship.MAIN_APPLICANT).toList();
    }

    private static int row(String typed) {
        return typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : -1;
    }
}
