package org.threshold.accommodation.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Offers;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.SuitabilityRecords;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** A refusal is looked at again in the light of its reasons before anything follows from it (s206). */
@Component
class ReconsiderRefusalStep implements StepHandler {

    private final SignUpFacts facts;
    private final Offers offers;
    private final Placements placements;
    private final SuitabilityRecords suitability;

    ReconsiderRefusalStep(SignUpFacts facts, Offers offers, Placements placements, SuitabilityRecords suitability) {
        this.facts = facts;
        this.offers = offers;
        this.placements = placements;
        this.suitability = suitability;
    }

    @Override
    public String formKey() {
        return "reconsider-refusal";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Placement placement = facts.placement(step);
        Map<String, String> beside = facts.beside(placement);
        offers.latest(placement.id()).ifPresent(last -> {
            if (last.answerWords() != null) {
                beside.put("What they said", last.answerWords());
            }
        });
        suitability.of(placement.id()).ifPresent(kept -> {
            beside.put("Room and safety", kept.space());
            beside.put("Where it is", kept.location());
            beside.put("Cost", kept.affordable());
        });
        return new HashMap<>(Map.of("beside", beside));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        String next = answers.text("nextMove");
        if (!answers.yes("stillSuitable") && !"SEARCH_AGAIN".equals(next)) {
            return List.of(new FieldError("nextMove", "A unit that does not suit them is not offered again and cannot"
                    + " count as refused. Look for another unit"));
        }
        if ("ENDS".equals(next) && !answers.yes("toldWhatFollows")) {
            return List.of(new FieldError("toldWhatFollows", "Tell them what follows from a refusal before it stands"));
        }
        return List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Placement placement = facts.placement(step);
        String next = answers.text("nextMove");
        offers.reconsider(placement.id(), answers.yes("stillSuitable"), answers.text("reconsidered"));
        if ("ENDS".equals(next)) {
            placements.changeStatus(placement.id(), PlacementStatus.REFUSED, answers.text("reconsidered"));
        }
        return Map.of("nextMove", next);
    }
}
