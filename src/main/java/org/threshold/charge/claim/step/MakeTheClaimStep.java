package org.threshold.charge.claim.step;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.KeysRelease;
import org.threshold.accommodation.KeysReleases;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.charge.claim.ClaimCosts;
import org.threshold.charge.claim.ClaimFacts;
import org.threshold.charge.claim.ClaimsMade;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** The claim for a placement whose keys were given without one. */
@Component
class MakeTheClaimStep extends ClaimStep {

    private final ClaimsMade made;
    private final KeysReleases releases;

    MakeTheClaimStep(StepVariables variables, ClaimCosts costs, BenefitClaims claims, ClaimsMade made,
                     KeysReleases releases) {
        super(variables, costs, claims);
        this.made = made;
        this.releases = releases;
    }

    @Override
    public String formKey() {
        return "make-the-claim";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> beside = new LinkedHashMap<>();
        releases.released(placement(step)).ifPresent(release -> beside.put("Keys released", whyReleased(release)));
        beside.putAll(about(step));
        return new HashMap<>(Map.of("beside", beside));
    }

    /** A claim by somebody whose leave forbids public funds could cost them that leave. */
    private static String whyReleased(KeysRelease release) {
        return release.reason().words() + (release.reason() == KeysRelease.Reason.NOT_ENTITLED
                ? ". Make no claim for anybody whose leave forbids public funds" : "")
                + (release.words() == null ? "" : ". " + release.words());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (!answers.yes("claimNow")) {
            return List.of();
        }
        Optional<String> wrong = made.wrongWith(answers.text("claimReference"),
                answers.code("claimKind", ClaimsForKeys.Kind.class), step.caseReference());
        if (wrong.isPresent()) {
            return List.of(new FieldError("claimReference", wrong.get()));
        }
        return made.wrongDay(answers.day("claimMadeOn")).map(why -> List.of(new FieldError("claimMadeOn", why)))
                .orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        long placement = placement(step);
        if (!answers.yes("claimNow")) {
            claims.noClaim(step.caseReference(), placement, answers.code("whyNone", BenefitClaim.WhyNone.class),
                    answers.text("whyNoneWords"));
            return Map.of("claimMade", false);
        }
        BenefitClaim claim = made.madeInStep(step.caseReference(), new ClaimsForKeys.NewClaim(step.caseReference(),
                placement, answers.code("claimKind", ClaimsForKeys.Kind.class), answers.text("claimReference"),
                answers.day("claimMadeOn"), claim(step).liableFrom(), lines(answers.text("evidence"))));
        claims.sendList(step.caseReference(), claim);
        return ClaimFacts.of(claim);
    }
}
