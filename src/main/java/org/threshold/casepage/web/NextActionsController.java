package org.threshold.casepage.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.nextaction.ActionKind;
import org.threshold.nextaction.NextActions;
import org.threshold.nextaction.Proposal;

/** What the service proposes to do next: on one case, and for a team. */
@Controller
class NextActionsController {

    private static final int LONGEST = 1000;

    private final CaseFrame frame;
    private final NextActions actions;
    private final OwnTeams teams;
    private final Words words;

    NextActionsController(CaseFrame frame, NextActions actions, OwnTeams teams, Words words) {
        this.frame = frame;
        this.actions = actions;
        this.teams = teams;
        this.words = words;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping("/next-actions")
    String list(@RequestParam(defaultValue = "") String team, Model model) {
        List<Proposal> proposed = actions.proposedFor(team.isEmpty() ? null : team);
        model.addAttribute("proposals", proposed.stream().limit(NextActions.MOST).toList());
        model.addAttribute("more", proposed.size() > NextActions.MOST);
        model.addAttribute("most", NextActions.MOST);
        model.addAttribute("team", team);
        model.addAttribute("teams", teams.all());
        model.addAttribute("words", words);
        return "casepage/next-actions-list";
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping("/cases/{reference}/next-actions")
    String show(@PathVariable String reference, Model model) {
        return page(model, frame.show(model, reference, "").reference(), TypedForm.empty());
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/cases/{reference}/next-actions")
    String answer(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                  RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "kind", "subject", "answer", "reason");
        CaseReference of = frame.show(model, reference, "").reference();
        boolean accept = form.text("answer").equals("accept");
        ActionKind kind = form.choice("kind", ActionKind.class, "Choose a proposal on this page");
        if (kind == null && form.error("kind") == null) {
            form.wrong("kind", "Choose a proposal on this page");
        }
        String reason = accept ? null : form.required("reason", LONGEST, "The reason", "Enter why you reject it");
        if (!form.isWrong()) {
            Refusals.into(form, () -> save(of, kind, form.text("subject"), accept, reason));
        }
        if (form.isWrong()) {
            return page(model, of, form);
        }
        redirect.addFlashAttribute("confirmation", accept ? "Accepted. The step “Do the next action” is open."
                : "Rejected. Your reason stays on the case.");
        return "redirect:/cases/" + of + "/next-actions";
    }

    private void save(CaseReference of, ActionKind kind, String subject, boolean accept, String reason) {
        if (accept) {
            actions.accept(of, kind, subject);
        } else {
            actions.reject(of, kind, subject, reason);
        }
    }

    private String page(Model model, CaseReference of, TypedForm form) {
        model.addAttribute("form", form);
        model.addAttribute("proposals", actions.proposed(of));
        model.addAttribute("answered", actions.answered(of));
        return "casepage/next-actions";
    }
}
