package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.RouteWork;
import org.threshold.moveon.SupportedReferral;
import org.threshold.moveon.SupportedReferral.Outcome;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** A referral to supported housing, its assessment and its waiting list. */
@Component
class ReferToSupportedStep implements StepHandler {

    private final RouteWork work;
    private final MoveOns moveOns;
    private final Clock clock;

    ReferToSupportedStep(RouteWork work, MoveOns moveOns, Clock clock) {
        this.work = work;
        this.moveOns = moveOns;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "refer-to-supported";
    }

    /** The referral that was recorded last is filled in: mostly only how far it is has changed. */
    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        Map<String, String> beside = new LinkedHashMap<>();
        moveOns.running(step.caseReference()).flatMap(way -> work.referrals(way).stream().findFirst()).ifPresent(last -> {
            beside.put("Last known", last.to() + ": " + last.outcome().words());
            facts.put("referredTo", last.to());
            facts.put("referredOn", last.on());
        });
        facts.put("beside", beside);
        return facts;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> wrong = new ArrayList<>(new Days(answers, LocalDate.now(clock)).past("referredOn")
                .past("assessedOn").notBefore("assessedOn", "referredOn", "They were assessed after they were referred")
                .wrong());
        Outcome outcome = answers.code("referralOutcome", Outcome.class);
        if (Next.offer(answers) && outcome != Outcome.PLACE_OFFERED) {
            wrong.addAll(Next.tooEarly("An offer is made when a place is there"));
        }
        if (outcome == Outcome.REFUSED && answers.text("referralWords") == null) {
            wrong.add(new FieldError("referralWords", "Enter why they were refused"));
        }
        return wrong;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        work.referred(step.caseReference(), new SupportedReferral(answers.text("referredTo"), answers.day("referredOn"),
                answers.day("assessedOn"), answers.code("referralOutcome", Outcome.class), answers.text("referralWords")));
        return Next.variable(answers);
    }
}
