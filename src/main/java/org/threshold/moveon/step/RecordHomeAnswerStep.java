package org.threshold.moveon.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOfferLetters;
import org.threshold.moveon.HomeOffers;
import org.threshold.moveon.OfferStatus;
import org.threshold.moveon.Told;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** What the household says to an offer: accepted, refused, more time; or nothing, when all has been tried. */
@Component
class RecordHomeAnswerStep implements StepHandler {

    private static final String MORE_TIME = "MORE_TIME";

    private final HomeOffers offers;
    private final HomeOfferLetters letters;
    private final HomeOfferFacts facts;

    RecordHomeAnswerStep(HomeOffers offers, HomeOfferLetters letters, HomeOfferFacts facts) {
        this.offers = offers;
        this.letters = letters;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "record-home-answer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        return new HashMap<>(Map.of("beside", facts.beside(facts.offer(step))));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        String said = answers.text("homeAnswer");
        return MORE_TIME.equals(said) ? letters.moreTimeProblems(step.caseReference(), facts.id(step),
                answers.day("considerUntil"), answers.text("closedDayWhy"))
                : offers.problems(step.caseReference(), facts.id(step), told(answers), "ACCEPTED".equals(said));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        long id = facts.id(step);
        Map<String, Object> variables = new HashMap<>();
        switch (answers.text("homeAnswer")) {
            case MORE_TIME -> {
                letters.moreTime(step.caseReference(), id, answers.day("considerUntil"), answers.text("closedDayWhy"));
                variables.put("considerUntil", HomeOfferFacts.at(answers.day("considerUntil")));
                variables.put("homeAnswer", MORE_TIME);
            }
            case "ACCEPTED" -> {
                offers.accept(step.caseReference(), id, told(answers));
                variables.put("homeAnswer", "ACCEPTED");
                variables.put("offerOutcome", OfferStatus.ACCEPTED.name());
            }
            default -> {
                boolean counts = offers.refuse(step.caseReference(), id, told(answers));
                variables.put("homeAnswer", "REFUSED");
                variables.put("refusalCounts", counts);
                variables.put("offerOutcome", OfferStatus.REFUSED_REASONABLE.name());
            }
        }
        return variables;
    }

    private static Told told(Answers answers) {
        boolean silent = "SILENCE".equals(answers.text("homeAnswer"));
        return new Told(answers.day("answeredOn"), silent ? HomeOffer.How.SILENCE
                : answers.code("answerHow", HomeOffer.How.class), answers.text("answerFrom"), answers.text("answerWords"));
    }
}
