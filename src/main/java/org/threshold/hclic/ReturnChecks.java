package org.threshold.hclic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFile;
import org.threshold.casefile.HouseholdMember;
import org.threshold.casefile.Relationship;
import org.threshold.clock.ServiceClock;
import org.threshold.form.FieldError;
import org.threshold.worklist.AnswerCheck;
import org.threshold.worklist.StepContext;

/**
 * The return's rules where officers type, and its gate: a duty ends only when Main, People and Support are complete
 * (domain.md B2). The gate never delays help: becoming homeless, which opens the relief duty, passes, and so does every
 * end of someone who can no longer be asked. Before a case closes, Assistance is asked for. What nobody has to tell is never asked for by the gate.
 */
@Component
class ReturnChecks implements AnswerCheck {

    /** Forms that end a duty, with the question that says why. */
    private static final Map<String, String> ENDINGS = Map.of("prevention-work", "preventionEnd", "relief-work",
            "reliefEnd", "discharge-main-duty", "dischargeGround");
    private static final Set<String> NEVER_DELAYED = Set.of("HOMELESS", "CONTACT_LOST", "WITHDREW", "DECEASED",
            "REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT", "CEASED_TO_OCCUPY");

    private final Returns returns;
    private final CaseDetails cases;

    ReturnChecks(Returns returns, CaseDetails cases) {
        this.returns = returns;
        this.cases = cases;
    }

    @Override
    public List<FieldError> soFar(StepContext step, Map<String, Object> answers) {
        if (!"assessment".equals(step.formKey())) {
            return List.of();
        }
        CaseFile file = cases.of(step.caseReference());
        boolean partner = file.household().stream().filter(HouseholdMember::present)
                .anyMatch(member -> member.person().relationship() == Relationship.PARTNER);
        LocalDate applied = LocalDate.ofInstant(file.openedAt(), ServiceClock.LONDON);
        return CrossRules.ofAssessment(answers, partner, file.applicant().person().dateOfBirth(), applied).stream()
                .filter(broken -> broken.severity() == Severity.ERROR)
                .map(broken -> new FieldError(broken.field(), broken.sentence())).toList();
    }

    @Override
    public List<FieldError> gate(StepContext step, Map<String, Object> answers) {
        if ("close-case".equals(step.formKey())) {
            return beforeClosing(step);
        }
        String question = ENDINGS.get(step.formKey());
        if (question == null || NEVER_DELAYED.contains(String.valueOf(answers.get(question)))) {
            return List.of();
        }
        List<Gap> gaps = returns.beforeADutyEnds(step.caseReference());
        if (gaps.isEmpty()) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>();
        errors.add(new FieldError(question, "Before the duty ends, the return to government needs "
                + (gaps.size() == 1 ? "one answer" : gaps.size() + " answers") + " more: open ‘H-CLIC’ on the case."
                + " Somebody who does not want to say can be recorded so"));
        gaps.forEach(gap -> errors.add(new FieldError("/cases/" + step.caseReference()
                + (gap.ask() == null ? "/h-clic" : gap.ask()), gap.sentence())));
        return errors;
    }

    /** The part Assistance is due when a case closes (domain.md B2); 'not known' is an answer. */
    private List<FieldError> beforeClosing(StepContext step) {
        List<String> needs = returns.needsWithoutHelp(step.caseReference());
        return needs.isEmpty() ? List.of() : List.of(new FieldError("/cases/" + step.caseReference() + "/h-clic/help",
                "Record first what became of the support needs: " + String.join(", ", needs)));
    }
}
