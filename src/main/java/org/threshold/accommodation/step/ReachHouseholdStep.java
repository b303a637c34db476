package org.threshold.accommodation.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.Correspondence;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** Nobody answered or came: they are looked for in every way that is safe, and not coming is no refusal. */
@Component
class ReachHouseholdStep implements StepHandler {

    private final SignUpFacts facts;
    private final Placements placements;
    private final Correspondence correspondence;

    ReachHouseholdStep(SignUpFacts facts, Placements placements, Correspondence correspondence) {
        this.facts = facts;
        this.placements = placements;
        this.correspondence = correspondence;
    }

    @Override
    public String formKey() {
        return "reach-household";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Placement placement = facts.placement(step);
        Map<String, String> beside = facts.beside(placement);
        beside.put("What happened", placement.status().words());
        correspondence.onlyBy(step.caseReference()).ifPresent(only -> beside.put("Contact them only", only));
        return new HashMap<>(Map.of("beside", beside));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return !answers.yes("reached") && "OFFER_AGAIN".equals(answers.text("nextMove"))
                ? List.of(new FieldError("nextMove", "You have not reached them, so they cannot say that they still want"
                + " it")) : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Placement placement = facts.placement(step);
        String next = answers.text("nextMove");
        placements.note(placement.id(), answers.yes("reached") ? "The household was reached"
                : "The household could not be reached", answers.text("whatStoodInTheWay"));
        if ("ENDS".equals(next) && placement.status() != PlacementStatus.CANCELLED) {
            placements.changeStatus(placement.id(), PlacementStatus.CANCELLED, answers.text("whatStoodInTheWay"));
        }
        return Map.of("nextMove", next);
    }
}
