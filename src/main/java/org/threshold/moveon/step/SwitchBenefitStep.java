package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.BenefitSwitch;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.NewHomes;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** From Housing Benefit for temporary accommodation to help with the new rent; days that both are paid for are shown. */
@Component
class SwitchBenefitStep implements StepHandler {

    private final NewHomes homes;
    private final MoveOns moveOns;
    private final Clock clock;

    SwitchBenefitStep(NewHomes homes, MoveOns moveOns, Clock clock) {
        this.homes = homes;
        this.moveOns = moveOns;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "switch-benefit";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        moveOns.running(step.caseReference()).flatMap(homes::of).ifPresent(home -> {
            beside.put("Keys of the new home", Words.day(home.keysOn()));
            beside.put("New rent", Words.pounds(home.rent()) + " a week");
        });
        return Map.of("beside", beside);
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> wrong = new ArrayList<>(new Days(answers, LocalDate.now(clock)).past("toldOn").wrong());
        long twice = BenefitSwitch.daysPaidTwice(answers.day("oldEndsOn"), answers.day("newBeginsOn"));
        boolean saidNone = "NONE".equals(answers.text("overlap"));
        if (twice > 0 && saidNone) {
            wrong.add(new FieldError("overlap", "Both are paid for " + twice + (twice == 1 ? " day" : " days")
                    + ". Ask the benefit service whether it allows that"));
        }
        if (twice == 0 && !saidNone) {
            wrong.add(new FieldError("overlap", "By the days that you entered, no day is paid twice"));
        }
        return wrong;
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        homes.switchBenefit(step.caseReference(), new BenefitSwitch(answers.day("oldEndsOn"),
                answers.code("newKind", BenefitSwitch.NewKind.class), answers.day("newBeginsOn"), answers.day("toldOn"),
                answers.code("overlap", BenefitSwitch.Overlap.class), answers.text("benefitWords")));
        return Map.of();
    }
}
