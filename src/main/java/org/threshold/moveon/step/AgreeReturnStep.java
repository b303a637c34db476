package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.ReturnHome;
import org.threshold.moveon.RouteWork;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Mediation, and what the host agrees to. */
@Component
class AgreeReturnStep implements StepHandler {

    private final RouteWork work;
    private final MoveOns moveOns;
    private final Clock clock;

    AgreeReturnStep(RouteWork work, MoveOns moveOns, Clock clock) {
        this.work = work;
        this.moveOns = moveOns;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "agree-return";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> wrong = new ArrayList<>(new Days(answers, LocalDate.now(clock)).past("hostAgreedOn").wrong());
        if (Next.offer(answers) && !answers.yes("hostAgrees")) {
            wrong.addAll(Next.tooEarly("An offer is made when the host has agreed"));
        }
        if (answers.yes("hostAgrees")) {
            moveOns.noReturnHome(step.caseReference()).ifPresent(why -> wrong.add(new FieldError("hostAgrees", why)));
        }
        return wrong;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (answers.yes("hostAgrees")) {
            work.agreed(step.caseReference(), new ReturnHome(ReturnHome.Stage.AGREEMENT, true, answers.text("host"),
                    answers.day("hostAgreedOn"), answers.text("mediation"), LocalDate.now(clock)));
        } else {
            work.mediated(step.caseReference(), answers.text("mediation"));
        }
        return Next.variable(answers);
    }
}
