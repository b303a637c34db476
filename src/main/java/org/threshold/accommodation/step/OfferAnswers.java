package org.threshold.accommodation.step;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Offer.Answer;
import org.threshold.accommodation.Offers;
import org.threshold.worklist.Answers;

/** Keeps what a household says to an offer, and tells the process. */
@Component
class OfferAnswers {

    private final Offers offers;

    OfferAnswers(Offers offers) {
        this.offers = offers;
    }

    /** Null while they have not answered. */
    static Answer of(Answers answers) {
        return switch (answers.text("offerAnswer")) {
            case "ACCEPTED" -> Answer.ACCEPTED;
            case "REFUSED" -> Answer.REFUSED;
            case "NOT_NEEDED" -> Answer.OWN_ARRANGEMENTS;
            case "NO_ANSWER" -> Answer.NO_ANSWER;
            default -> null;
        };
    }

    Map<String, Object> record(long placementId, Answers answers) {
        Answer said = of(answers);
        if (said != null) {
            offers.answer(placementId, said, answers.text("answerWords"));
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("offerAnswer", answers.text("offerAnswer"));
        variables.put("signUpNow", answers.yes("signUpNow"));
        return variables;
    }
}
