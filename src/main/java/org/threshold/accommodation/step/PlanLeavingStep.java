package org.threshold.accommodation.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Leaving;
import org.threshold.accommodation.LeavingHome;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementStays;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.accommodation.Words;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** Until when a household may stay in a placement that it leaves, and what has to be seen to. */
@Component
class PlanLeavingStep implements StepHandler {

    private final Leaving leaving;
    private final PlacementStays stays;
    private final Units units;
    private final StepVariables variables;

    PlanLeavingStep(Leaving leaving, PlacementStays stays, Units units, StepVariables variables) {
        this.leaving = leaving;
        this.stays = stays;
        this.units = units;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "plan-leaving";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        long placementId = placement(step);
        Placement placement = stays.of(step.caseReference(), placementId);
        Unit unit = units.get(placement.unitId());
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("Home that they leave", unit.name() + ", " + unit.address() + ", " + unit.postcode());
        beside.put("First night", Words.day(placement.startsOn()));
        Map<String, Object> facts = new HashMap<>();
        leaving.open(step.caseReference(), placementId).ifPresent(going -> tell(going, beside, facts));
        facts.put("beside", beside);
        return facts;
    }

    private void tell(LeavingHome going, Map<String, String> beside, Map<String, Object> facts) {
        beside.put("Why", going.reason().words());
        if (going.dutyOver()) {
            beside.put("Usual notice", "Until " + Words.day(leaving.usualNotice()));
        }
        facts.put("leaveBy", going.leaveBy());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return leaving.wrongDay(step.caseReference(), placement(step), answers.day("leaveBy"), answers.text("shortWhy"))
                .map(why -> List.of(new FieldError(why.startsWith("The day") ? "leaveBy" : "shortWhy", why)))
                .orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<String> codes = new ArrayList<>();
        if (answers.yes("belongings")) {
            codes.add("BELONGINGS");
        }
        if (!answers.text("providerTold").equals("own")) {
            codes.add("PROVIDER_TOLD");
        }
        leaving.plan(step.caseReference(), placement(step), answers.day("leaveBy"), codes, answers.text("words"),
                answers.text("shortWhy"));
        return Map.of();
    }

    private long placement(StepContext step) {
        return variables.required(step, "placementId");
    }
}
