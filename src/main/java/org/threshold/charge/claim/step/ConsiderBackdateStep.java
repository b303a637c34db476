package org.threshold.charge.claim.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Words;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.BenefitWeeks;
import org.threshold.charge.claim.ClaimCosts;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** Whether the nights that a late claim lost can be won back. */
@Component
class ConsiderBackdateStep extends ClaimStep {

    private final Clock clock;

    ConsiderBackdateStep(StepVariables variables, ClaimCosts costs, BenefitClaims claims, Clock clock) {
        super(variables, costs, claims);
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "consider-backdate";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        BenefitClaim claim = claim(step);
        Map<String, String> beside = about(step);
        beside.put("Earliest day, asked today", Words.day(BenefitWeeks.earliestBackdate(claim.pensionAge(),
                claim.madeOn(), LocalDate.now(clock))));
        if (claim.pensionAge()) {
            beside.put("Pension age", "The claim reaches back three months by itself; nothing has to be asked");
        }
        return Map.of("beside", beside);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (!answers.yes("askBackdate")) {
            return List.of();
        }
        return claims.backdateProblem(step.caseReference(), placement(step), answers.day("backTo"),
                answers.day("backdateAskedOn")).map(why -> List.of(new FieldError("backTo", why))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (answers.yes("askBackdate")) {
            claims.requestBackdate(step.caseReference(), placement(step), answers.day("backTo"),
                    answers.day("backdateAskedOn"), answers.text("goodCause"));
        } else {
            claims.noBackdate(step.caseReference(), placement(step), answers.text("whyNoBackdate"));
        }
        return Map.of();
    }
}
