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
import org.threshold.worklist.SecondAnswer;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** A second officer looks at a final offer before it is made. */
@Component
class LookAtFinalOfferStep implements StepHandler {

    private final HomeOfferSecond second;
    private final HomeSuitabilities suitability;
    private final HomeOfferFacts facts;

    LookAtFinalOfferStep(HomeOfferSecond second, HomeSuitabilities suitability, HomeOfferFacts facts) {
        this.second = second;
        this.suitability = suitability;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "look-at-final-offer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        HomeOffer offer = facts.offer(step);
        Map<String, String> beside = facts.beside(offer);
        HomeOfferFacts.put(beside, suitability.of(step.caseReference()).get(offer.id()));
        String able = second.whoMay(step.caseReference(), offer.id());
        if (able != null) {
            beside.put("May be agreed to by", able);
        }
        return new HashMap<>(Map.of("beside", beside));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        long id = facts.id(step);
        return SecondAnswer.check("offerAgreed", new Answers(values).yes("offerAgreed"),
                second.refusal(step.caseReference(), id), () -> second.mayTakeBack(step.caseReference(), id),
                () -> second.missing(step.caseReference(), id).stream().findFirst());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean agreed = answers.yes("offerAgreed");
        second.look(step.caseReference(), facts.id(step), agreed, agreed ? null : answers.text("lookWords"));
        return Map.of("offerAgreed", agreed);
    }
}
