package org.threshold.moveon.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOfferSecond;
import org.threshold.moveon.HomeSuitabilities;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** A refused home is looked at again in the light of their reasons, by somebody who did not offer it. */
@Component
class ReconsiderHomeRefusalStep implements StepHandler {

    private final HomeOfferSecond second;
    private final HomeSuitabilities suitability;
    private final HomeOfferFacts facts;

    ReconsiderHomeRefusalStep(HomeOfferSecond second, HomeSuitabilities suitability, HomeOfferFacts facts) {
        this.second = second;
        this.suitability = suitability;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "reconsider-home-refusal";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        HomeOffer offer = facts.offer(step);
        Map<String, String> beside = facts.beside(offer);
        HomeOfferFacts.put(beside, suitability.of(step.caseReference()).get(offer.id()));
        String able = second.whoMay(step.caseReference(), offer.id());
        if (able != null) {
            beside.put("May be looked at by", able);
        }
        return new HashMap<>(Map.of("beside", beside));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return second.refusal(step.caseReference(), facts.id(step)).map(why -> List.of(new FieldError("", why)))
                .orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return Map.of("offerOutcome", second.reconsider(step.caseReference(), facts.id(step),
                answers.yes("homeSuitable"), answers.text("consideredWords")).name());
    }
}
