package org.threshold.homelessness.step;

import java.time.Clock;
import java.time.LocalDate;
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
 * How the main duty comes to its end (s193(5) to (7AA)): where a home was accepted or refused, on the offer that is on
 * record. The form of the earlier model asks for ticks instead; cases that run on that model keep it.
 */
@Component
class DischargeMainDutyStep implements StepHandler {

    private final DutyEndings endings;
    private final EndsProposed ends;
    private final Clock clock;

    DischargeMainDutyStep(DutyEndings endings, EndsProposed ends, Clock clock) {
        this.endings = endings;
        this.ends = ends;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "discharge-main-duty";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("dischargedOn", LocalDate.now(clock));
        facts.put("options", EndingForms.answered(ends, step.caseReference(), DutyKind.MAIN));
        Beside beside = new Beside();
        EndingForms.tellWhyReturned(endings, step.caseReference(), DutyKind.MAIN, beside);
        return beside.put(facts);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return endings.problems(step.caseReference(), DutyKind.MAIN, ending(new Answers(values)));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        boolean second = endings.propose(step.caseReference(), DutyKind.MAIN, ending(new Answers(values)));
        return Map.of("endAgainstApplicant", second);
    }

    private static DutyEnding.Facts ending(Answers answers) {
        return EndingForms.ending(answers, ground(answers), answers.day("dischargedOn"),
                answers.text("dischargeReasons"), answers.text("homeAddress"));
    }

    /** What the return counts as one reason is three in law; the form asks which of them it was. */
    private static EndReason ground(Answers answers) {
        EndReason reported = answers.code("dischargeGround", EndReason.class);
        return reported == EndReason.REFUSED_TA_OR_WITHDREW_OR_LOST_CONTACT
                ? answers.code("whichEvent", EndReason.class) : reported;
    }
}
