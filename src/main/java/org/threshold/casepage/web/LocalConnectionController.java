package org.threshold.casepage.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.threshold.casepage.web.CaseAction.Group;
import org.threshold.homelessness.CouncilReferral;
import org.threshold.homelessness.CouncilReferrals;
import org.threshold.homelessness.NotPossible;

/** Referrals of a case to another council: proposes one, and shows how each stands. */
@Controller
@RequestMapping("/cases/{reference}/local-connection")
class LocalConnectionController implements CaseActions {

    private static final String PAGE = "casepage/local-connection";
    private static final int LONGEST = 1000;

    private final CaseFrame frame;
    private final CouncilReferrals referrals;

    LocalConnectionController(CaseFrame frame, CouncilReferrals referrals) {
        this.frame = frame;
        this.referrals = referrals;
    }

    /** Something that happened to a referral, in words. */
    public record Line(CouncilReferral.Event event, String words) {
    }

    /** A referral as the page shows it; {@code council} is null before it was named. */
    public record Shown(CouncilReferral referral, String state, String council, List<Line> lines) {
    }

    @Override
    public List<CaseAction> on(CaseFile file, boolean running) {
        boolean possible = running && referrals.obstacle(file.reference()).isEmpty();
        if (possible) {
            return List.of(new CaseAction(Group.EVENT, 40, "Propose a referral to another council",
                    "/local-connection"));
        }
        return referrals.of(file.reference()).isEmpty() ? List.of() : List.of(new CaseAction(Group.EVENT, 40,
                "Referral to another council", "/local-connection"));
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, Model model) {
        CaseReference of = frame.show(model, reference, "").reference();
        return page(model, of, TypedForm.empty());
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping
    String propose(@PathVariable String reference, @RequestParam MultiValueMap<String, String> posted, Model model,
                   RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "why");
        CaseReference of = frame.show(model, reference, "").reference();
        String why = form.required("why", LONGEST, "Why another council should help",
                "Enter why another council should help");
        if (form.isWrong()) {
            return page(model, of, form);
        }
        try {
            referrals.propose(of, why);
        } catch (NotPossible refused) {
            form.wrong("why", refused.getMessage());
            return page(model, of, form);
        }
        redirect.addFlashAttribute("confirmation", "The referral was proposed. The next step is to check the"
                + " conditions.");
        return "redirect:/cases/" + of;
    }

    private String page(Model model, CaseReference of, TypedForm form) {
        Optional<String> obstacle = referrals.obstacle(of);
        model.addAttribute("form", form);
        model.addAttribute("obstacle", obstacle.orElse(null));
        model.addAttribute("referrals", referrals.of(of).stream().map(LocalConnectionController::shown).toList());
        return PAGE;
    }

    private static Shown shown(CouncilReferral one) {
        List<Line> lines = new ArrayList<>();
        one.events().forEach(event -> lines.add(new Line(event, words(event))));
        String council = one.check() == null || one.check().authority() == null ? null
                : one.check().authority().name();
        return new Shown(one, state(one), council, lines);
    }

    private static String state(CouncilReferral one) {
        if (one.open()) {
            return one.notified() ? "Both notified: accommodation is kept until it is decided"
                    : one.unsigned() ? "Waits for a second signature" : "The conditions are being checked";
        }
        return switch (one.outcome()) {
            case ACCEPTED -> "Accepted: the other council has the case";
            case NOT_ACCEPTED -> "Not accepted: the duty goes on here";
            case NOT_MADE -> "Not made";
            case LAPSED -> "Overtaken by the end of the relief duty";
        };
    }

    private static String words(CouncilReferral.Event event) {
        return switch (event.kind()) {
            case SIGNED -> "Signed by the second officer";
            case RETURNED -> "Returned to the officer";
            case NOTIFIED -> "Applicant and other council notified";
            case ACCOMMODATION -> switch (event.code()) {
                case "PROVIDED" -> "Accommodation kept";
                case "OWN" -> "They stay somewhere of their own";
                default -> "Accommodation is not due";
            };
            case ANSWER -> answer(event.code());
            case REFEREE -> "Referee " + (event.code().equals("AGREED") ? "agreed" : "appointed from the panel");
            case REFEREE_DECISION -> answer(event.code());
            case OUTCOME -> "Applicant told how it was decided";
        };
    }

    private static String answer(String code) {
        return switch (code) {
            case "ACCEPTED" -> "The other council accepts";
            case "DISPUTED" -> "Disputed: a referee decides";
            case "WITHDRAWN" -> "Taken back by us";
            case "MET" -> "Referee: the conditions are met";
            case "NOT_MET" -> "Referee: the conditions are not met";
            default -> "The other council does not accept, and we agree";
        };
    }
}
