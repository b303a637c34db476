package org.threshold.charge.claim.step;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Words;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.ClaimCosts;
import org.threshold.charge.claim.ClaimDecision;
import org.threshold.charge.claim.ClaimDecisions;
import org.threshold.charge.claim.ClaimFacts;
import org.threshold.charge.claim.ClaimStatus;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** The benefit office is asked for its decision, and what it answers. */
@Component
class FollowClaimStep extends ClaimStep {

    private final ClaimDecisions decisions;
    private final Clock clock;

    FollowClaimStep(StepVariables variables, ClaimCosts costs, BenefitClaims claims, ClaimDecisions decisions,
                    Clock clock) {
        super(variables, costs, claims);
        this.decisions = decisions;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "follow-claim";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        BenefitClaim claim = claim(step);
        Map<String, String> beside = about(step);
        beside.put("Complete since", Words.day(claim.completedOn()));
        if (claim.words() != null) {
            beside.put("Last said", claim.words());
        }
        claims.backdates(step.caseReference(), claim).stream().findFirst().ifPresent(asked ->
                beside.put("Backdating", asked.open() ? "Asked for, to " + Words.day(asked.backTo())
                        : asked.allowedFrom() == null ? "Refused" : "From " + Words.day(asked.allowedFrom())));
        return Map.of("beside", beside);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if ("MORE".equals(answers.text("claimAnswer")) && lines(answers.text("moreEvidence")).stream()
                .anyMatch(line -> line.length() > BenefitClaims.LONGEST_EVIDENCE)) {
            return List.of(new FieldError("moreEvidence", "List each thing on a line of its own, in "
                    + BenefitClaims.LONGEST_EVIDENCE + " characters at most"));
        }
        if (!"DECIDED".equals(answers.text("claimAnswer"))) {
            return List.of();
        }
        return decisions.wrongWith(step.caseReference(), placement(step), decision(answers))
                .map(why -> List.of(new FieldError("claimDecidedOn", why))).orElse(List.of());
    }

    private static ClaimDecision decision(Answers answers) {
        ClaimStatus outcome = answers.code("claimDecision", ClaimStatus.class);
        boolean award = outcome != ClaimStatus.REFUSED;
        return new ClaimDecision(outcome, answers.day("claimDecidedOn"), award ? answers.day("awardedFrom") : null,
                award ? pence(answers.values().get("awardedWeekly")) : null, answers.text("claimWords"));
    }

    private static Integer pence(Object pounds) {
        return pounds instanceof BigDecimal amount ? amount.movePointRight(2).intValueExact() : null;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        long placement = placement(step);
        return switch (answers.text("claimAnswer")) {
            case "DECIDED" -> Map.of("claimAnswer", "DECIDED", "claimOutcome",
                    decisions.decidedInStep(step.caseReference(), placement, decision(answers)));
            case "MORE" -> more(step, placement, lines(answers.text("moreEvidence")));
            case "WITHDRAWN" -> {
                decisions.withdrawn(step.caseReference(), placement, answers.text("whatWasSaid"));
                yield Map.of("claimAnswer", "DECIDED", "claimOutcome", "WITHDRAWN");
            }
            default -> {
                decisions.asked(step.caseReference(), placement, answers.text("whatWasSaid"));
                yield Map.of("claimAnswer", "NOT_YET");
            }
        };
    }

    private Map<String, Object> more(StepContext step, long placement, List<String> items) {
        LocalDate due = claims.askMore(step.caseReference(), placement, items);
        Map<String, Object> facts = new HashMap<>(ClaimFacts.evidence(LocalDate.now(clock), due));
        facts.put("claimAnswer", "MORE");
        return facts;
    }
}
