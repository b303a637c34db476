package org.threshold.charge.claim.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.Words;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.Account;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.claim.BenefitClaim;
import org.threshold.charge.claim.BenefitClaims;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/**
 * What hung on a home that a household has left: the benefit that was paid for it, its last statement, and what is still
 * owed. A change of circumstances has to be told at once (Housing Benefit Regulations 2006 reg 88).
 */
@Component
class CloseHomeStep implements StepHandler {

    private final Leaving leaving;
    private final PlacementStays stays;
    private final BenefitClaims claims;
    private final ChargeAccounts accounts;
    private final StepVariables variables;

    CloseHomeStep(Leaving leaving, PlacementStays stays, BenefitClaims claims, ChargeAccounts accounts,
                  StepVariables variables) {
        this.leaving = leaving;
        this.stays = stays;
        this.claims = claims;
        this.accounts = accounts;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "close-home";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        CaseReference reference = step.caseReference();
        Placement placement = stays.of(reference, placement(step));
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("Left on", placement.endedOn() == null ? "Not recorded" : Words.day(placement.endedOn()) + ": "
                + placement.endReason().words());
        beside.put("Benefit ends", placement.endedOn() == null ? "On the day they leave"
                : "With " + Words.day(placement.endedOn().minusDays(1)) + ", their last night");
        beside.put("Claim", claim(step).filter(BenefitClaim::made).map(BenefitClaim::reference)
                .orElse("None was made for this home"));
        account(reference, placement.id()).ifPresent(account -> beside.put("Owed",
                Words.pounds(accounts.balance(reference, placement.id()))));
        return Map.of("beside", beside);
    }

    private Optional<BenefitClaim> claim(StepContext step) {
        return claims.find(step.caseReference(), placement(step));
    }

    private Optional<Account> account(CaseReference reference, long placementId) {
        return accounts.of(reference).stream().filter(each -> each.placementId() == placementId).findFirst();
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> problems = new ArrayList<>();
        if (leaving.stillThere(step.caseReference(), placement(step))) {
            problems.add(new FieldError("", "They still live there. Record first that they have left."));
        }
        if (answers.text("benefitTold").equals("none") && claim(step).filter(BenefitClaim::made).isPresent()) {
            problems.add(new FieldError("benefitTold", "A claim was made for this home, so the benefit service has to be"
                    + " told"));
        }
        boolean owed = account(step.caseReference(), placement(step)).isPresent()
                && accounts.balance(step.caseReference(), placement(step)) > 0;
        if (owed && answers.text("balance").equals("SETTLED")) {
            problems.add(new FieldError("balance", "Something is still owed on the account"));
        }
        return problems;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        leaving.finish(step.caseReference(), placement(step), answers.day("benefitToldOn"),
                List.of(answers.text("balance")), answers.text("words"));
        return Map.of();
    }

    private long placement(StepContext step) {
        return variables.required(step, "placementId");
    }
}
