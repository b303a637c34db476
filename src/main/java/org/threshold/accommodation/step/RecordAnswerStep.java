package org.threshold.accommodation.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Offers;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.Words;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What the household says to an offer that it was given time to think about. */
@Component
class RecordAnswerStep implements StepHandler {

    private final SignUpFacts facts;
    private final Offers offers;
    private final OfferAnswers answered;

    RecordAnswerStep(SignUpFacts facts, Offers offers, OfferAnswers answered) {
        this.facts = facts;
        this.offers = offers;
        this.answered = answered;
    }

    @Override
    public String formKey() {
        return "record-answer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Placement placement = facts.placement(step);
        Map<String, String> beside = facts.beside(placement);
        offers.latest(placement.id()).ifPresent(open -> {
            beside.put("To answer by", Words.time(open.replyBy()));
            beside.put("Can go there from", open.availableAt() == null ? "They were not told" : Words.time(open.availableAt()));
            beside.put("Address", open.address() == null ? "They were not told" : open.address());
        });
        return new HashMap<>(Map.of("beside", beside));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return offers.problem(facts.placement(step).id(), OfferAnswers.of(new Answers(values)))
                .map(problem -> List.of(new FieldError("offerAnswer", problem))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        return answered.record(facts.placement(step).id(), new Answers(values));
    }
}
