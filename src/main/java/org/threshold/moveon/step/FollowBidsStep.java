package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.Bid;
import org.threshold.moveon.RegisterApplication;
import org.threshold.moveon.RegisterWork;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Bids on the housing register, until one of them leads to an offer. */
@Component
class FollowBidsStep implements StepHandler {

    private final RegisterWork register;
    private final RouteNotes notes;
    private final Clock clock;

    FollowBidsStep(RegisterWork register, RouteNotes notes, Clock clock) {
        this.register = register;
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "follow-bids";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        register.application(step.caseReference()).ifPresent(made -> beside.put("Application", "Made on "
                + Words.day(made.appliedOn()) + (made.verifiedOn() == null ? ", not verified yet"
                : ", verified on " + Words.day(made.verifiedOn()) + ", " + made.band())));
        List<Bid> bids = register.bids(step.caseReference());
        beside.put("Bids so far", bids.isEmpty() ? "None" : bids.size() + ", the last on " + Words.day(bids.get(0).on())
                + ": " + bids.get(0).property());
        return Map.of("beside", beside);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> wrong = new ArrayList<>(new Days(answers, LocalDate.now(clock)).past("verifiedOn")
                .past("bids", "bidOn").wrong());
        LocalDate applied = register.application(step.caseReference()).map(RegisterApplication::appliedOn).orElse(null);
        if (answers.day("verifiedOn") != null && applied != null && answers.day("verifiedOn").isBefore(applied)) {
            wrong.add(new FieldError("verifiedOn", "The application is verified after it was made"));
        }
        if (Next.offer(answers) && answers.day("verifiedOn") == null && register.application(step.caseReference())
                .filter(made -> made.verifiedOn() != null).isEmpty()) {
            wrong.addAll(Next.tooEarly("Their application is not verified, so no home can be offered from the register"));
        }
        return wrong;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        if (answers.day("verifiedOn") != null) {
            RegisterApplication made = register.application(step.caseReference()).orElseThrow();
            register.apply(step.caseReference(), new RegisterApplication(made.appliedOn(), made.reference(),
                    answers.day("verifiedOn"), answers.text("band")));
        }
        answers.rows("bids").forEach(bid -> register.bid(step.caseReference(), bid.day("bidOn"),
                bid.text("bidProperty")));
        notes.tell(step, answers);
        return Next.variable(answers);
    }
}
