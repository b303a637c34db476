package org.threshold.charge.claim.step;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threshold.accommodation.Words;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.ClaimCosts;
import org.threshold.charge.claim.LateClaimCost;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** A step about the claim of one placement. */
abstract class ClaimStep implements StepHandler {

    private final StepVariables variables;
    private final ClaimCosts costs;
    final BenefitClaims claims;

    ClaimStep(StepVariables variables, ClaimCosts costs, BenefitClaims claims) {
        this.variables = variables;
        this.costs = costs;
        this.claims = claims;
    }

    long placement(StepContext step) {
        return variables.required(step, "placementId");
    }

    BenefitClaim claim(StepContext step) {
        return claims.latest(step.caseReference(), placement(step));
    }

    /** The claim and what it costs that it came late, to read beside the form. */
    Map<String, String> about(StepContext step) {
        BenefitClaim claim = claim(step);
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("First night", Words.day(claim.liableFrom()));
        if (claim.made()) {
            lines.put("Claim", claim.kind().words() + ", " + claim.reference() + ", made on "
                    + Words.day(claim.madeOn()));
        }
        LateClaimCost cost = costs.of(step.caseReference(), claim);
        if (cost.any()) {
            lines.put("Lost because it came late", cost.words());
        }
        return lines;
    }

    /** What was typed one thing on each line. */
    static List<String> lines(String typed) {
        return typed == null ? List.of() : Arrays.stream(typed.split("\\R")).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
    }
}
