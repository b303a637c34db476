package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.homelessness.EndsProposed;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/**
 * How the duty to accommodate after a notice under s193B comes to its end (s193C(5) and (6)): where a home was accepted
 * or refused, on the offer that is on record. The form of the earlier model asks for ticks instead; cases that run on
 * that model keep it.
 */
@Component
class AccommodateAfterNoticeStep implements StepHandler {

    private final DutyEndings endings;
    private final EndsProposed ends;
    private final Clock clock;

    AccommodateAfterNoticeStep(DutyEndings endings, EndsProposed ends, Clock clock) {
        this.endings = endings;
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "accommodate-after-notice";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("endedOn", LocalDate.now(clock));
        facts.put("options", EndingForms.answered(ends, step.caseReference(), DutyKind.S193C));
        Beside beside = new Beside();
        EndingForms.tellWhyReturned(endings, step.caseReference(), DutyKind.S193C, beside);
        return beside.put(facts);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> errors = new ArrayList<>(
                endings.problems(step.caseReference(), DutyKind.S193C, ending(answers)));
        EndingForms.checkWithdrawal(answers, errors);
        return errors;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        boolean second = endings.propose(step.caseReference(), DutyKind.S193C, ending(new Answers(values)));
        return Map.of("endAgainstApplicant", second);
    }

    private static DutyEnding.Facts ending(Answers answers) {
        return EndingForms.ending(answers, answers.code("accommodationEnd", EndReason.class), answers.day("endedOn"),
                answers.text("endReasons"), answers.text("offerAddress"));
    }
}
