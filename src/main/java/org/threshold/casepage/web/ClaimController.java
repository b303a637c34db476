package org.threshold.casepage.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
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
import org.threshold.accommodation.BenefitEstimates;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.Pounds;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.BenefitQuestions;
import org.threshold.charge.claim.ClaimCosts;
import org.threshold.charge.claim.ClaimDecision;
import org.threshold.charge.claim.ClaimDecisions;
import org.threshold.charge.claim.ClaimStatus;
import org.threshold.worklist.StepRefused;

/** The claim for Housing Benefit of one placement: how it stands, what it costs that it came late, and two things to do. */
@Controller
@RequestMapping("/cases/{reference}/placements/{placementId}/claim")
class ClaimController {

    private static final int LONGEST = 1000;
    private static final BigDecimal MOST_POUNDS = new BigDecimal("10000");

    private final CaseFrame frame;
    private final Placements placements;
    private final BenefitClaims claims;
    private final BenefitQuestions questions;
    private final ClaimDecisions decisions;
    private final ClaimCosts costs;
    private final BenefitEstimates estimates;

    ClaimController(CaseFrame frame, Placements placements, BenefitClaims claims, BenefitQuestions questions,
                    ClaimDecisions decisions, ClaimCosts costs, BenefitEstimates estimates) {
        this.frame = frame;
        this.placements = placements;
        this.claims = claims;
        this.questions = questions;
        this.decisions = decisions;
        this.costs = costs;
        this.estimates = estimates;
    }

    @Needs(Permission.VIEW_CASES)
    @GetMapping
    String show(@PathVariable String reference, @PathVariable long placementId, Model model) {
        return page(model, TypedForm.empty(), frame.show(model, reference, "").reference(), placementId);
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/question")
    String ask(@PathVariable String reference, @PathVariable long placementId,
               @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "question", "urgent");
        CaseReference of = frame.show(model, reference, "").reference();
        String question = form.required("question", LONGEST, "The question", "Enter what you ask");
        boolean[] sent = new boolean[1];
        if (!form.isWrong()) {
            into(form, "question", () -> sent[0] = questions.ask(of, placementId, question, form.ticked("urgent")));
        }
        return answer(form, model, redirect, of, placementId, sent[0]
                ? "The question went to the urgent mailbox. The step “Get the answer” is open."
                : "The step “Get the answer” is open. Ask the benefit office now.");
    }

    @Needs(Permission.WORK_CASES)
    @PostMapping("/decision")
    String decide(@PathVariable String reference, @PathVariable long placementId,
                  @RequestParam MultiValueMap<String, String> posted, Model model, RedirectAttributes redirect) {
        TypedForm form = TypedForm.of(posted, "outcome", "decided-day", "decided-month", "decided-year", "from-day",
                "from-month", "from-year", "weekly", "words");
        CaseReference of = frame.show(model, reference, "").reference();
        ClaimDecision decision = read(form);
        if (!form.isWrong()) {
            into(form, "outcome", () -> decisions.decided(of, placementId, decision));
        }
        return answer(form, model, redirect, of, placementId, "The decision is recorded.");
    }

    private static ClaimDecision read(TypedForm form) {
        ClaimStatus outcome = form.choice("outcome", ClaimStatus.class, "Select how it was decided");
        if (outcome == null && form.error("outcome") == null) {
            form.wrong("outcome", "Select how it was decided");
        } else if (outcome != null && outcomes().noneMatch(outcome::equals)) {
            form.wrong("outcome", "Select how it was decided");
        }
        var decided = form.date("decided", "The day of the decision");
        if (decided == null && form.error("decided") == null) {
            form.wrong("decided", "Enter the day of the decision");
        }
        boolean award = outcome == ClaimStatus.AWARDED_FULL || outcome == ClaimStatus.AWARDED_PART;
        var from = form.date("from", "The first night that is paid");
        Integer weekly = form.parsed("weekly", ClaimController::pence);
        if (award && from == null && form.error("from") == null) {
            form.wrong("from", "Enter the first night that is paid");
        }
        if (award && weekly == null && form.error("weekly") == null) {
            form.wrong("weekly", "Enter how much is paid a week");
        }
        String words = form.optional("words", LONGEST, "What the letter says");
        return new ClaimDecision(outcome, decided, award ? from : null, award ? weekly : null, words);
    }

    /** Pounds as typed, with or without pence, to pence. */
    private static Integer pence(String typed) {
        String amount = typed.replaceAll("[£,\\s]", "");
        if (!amount.matches("[0-9]{1,6}(\\.[0-9]{1,2})?")) {
            throw new IllegalArgumentException("The amount a week must be in pounds, like 385 or 385.50");
        }
        BigDecimal pounds = new BigDecimal(amount);
        if (pounds.signum() == 0 || pounds.compareTo(MOST_POUNDS) > 0) {
            throw new IllegalArgumentException("The amount a week must be more than £0 and at most £10,000");
        }
        return pounds.movePointRight(2).intValueExact();
    }

    private static Stream<ClaimStatus> outcomes() {
        return Stream.of(ClaimStatus.AWARDED_FULL, ClaimStatus.AWARDED_PART, ClaimStatus.REFUSED);
    }

    private static void into(TypedForm form, String field, Runnable work) {
        try {
            work.run();
        } catch (StepRefused refused) {
            form.wrong(field, refused.getMessage());
        }
    }

    private String answer(TypedForm form, Model model, RedirectAttributes redirect, CaseReference of,
                          long placementId, String confirmation) {
        if (form.isWrong()) {
            return page(model, form, of, placementId);
        }
        redirect.addFlashAttribute("confirmation", confirmation);
        return "redirect:/cases/" + of + "/placements/" + placementId + "/claim";
    }

    private String page(Model model, TypedForm form, CaseReference of, long placementId) {
        Placement placement = placements.of(of).stream().filter(each -> each.id() == placementId).findFirst()
                .orElseThrow(() -> new java.util.NoSuchElementException("There is no such placement on this case"));
        BenefitClaim claim = claims.find(of, placementId).orElse(null);
        model.addAttribute("form", form);
        model.addAttribute("placement", placement);
        model.addAttribute("at", "/cases/" + of + "/placements/" + placementId + "/claim");
        model.addAttribute("claim", claim);
        model.addAttribute("estimate", estimates.told(of, placementId).orElse(null));
        model.addAttribute("caution", BenefitEstimates.CAUTION);
        model.addAttribute("money", new Pounds());
        model.addAttribute("outcomes", outcomes().map(each -> new Option(each.name(), each.words())).toList());
        if (claim != null) {
            model.addAttribute("cost", costs.of(of, claim));
            model.addAttribute("evidence", claims.evidence(of, claim));
            model.addAttribute("backdates", claims.backdates(of, claim));
            model.addAttribute("queries", questions.of(of, claim));
            model.addAttribute("before", claims.of(of).stream()
                    .filter(each -> each.placementId() == placementId && each.id() != claim.id()).toList());
        } else {
            model.addAttribute("before", List.of());
        }
        return "casepage/claim";
    }
}
