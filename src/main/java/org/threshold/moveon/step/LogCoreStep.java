package org.threshold.moveon.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.CoreLog;
import org.threshold.moveon.MoveOns;
import org.threshold.moveon.NewHomes;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** A social letting in the government's log, with the codes that the case settles filled in. */
@Component
class LogCoreStep implements StepHandler {

    private final NewHomes homes;
    private final MoveOns moveOns;
    private final Clock clock;

    LogCoreStep(NewHomes homes, MoveOns moveOns, Clock clock) {
        this.homes = homes;
        this.moveOns = moveOns;
        this.clock = clock;
    }

    @Override
    public String formKey() {
        return "log-core";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        homes.previousTenure(step.caseReference()).ifPresent(code -> facts.put("previousTenure", code));
        homes.reasonForLeaving(step.caseReference()).ifPresent(code -> facts.put("coreReason", code));
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("Reasonable preference, homeless", String.valueOf(CoreLog.RP_HOMELESS));
        moveOns.running(step.caseReference()).flatMap(homes::of).ifPresent(home -> {
            beside.put("Let by", home.letBy().words());
            beside.put("Tenancy signed", Words.day(home.signedOn()));
        });
        facts.put("beside", beside);
        return facts;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return new Days(new Answers(values), LocalDate.now(clock)).past("loggedOn").wrong();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        homes.logged(step.caseReference(), new CoreLog(number(answers, "previousTenure"), number(answers, "coreReason"),
                answers.day("loggedOn"), answers.text("logReference")));
        return Map.of();
    }

    private static int number(Answers answers, String key) {
        return ((Number) answers.values().get(key)).intValue();
    }
}
