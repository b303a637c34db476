package org.threshold.moveon.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;
import org.threshold.moveon.HomeOffer;
import org.threshold.moveon.HomeOfferLetters;
import org.threshold.moveon.HomeOfferLetters.Time;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The offer letter goes out, with the last day to consider it. */
@Component
class GiveHomeOfferStep implements StepHandler {

    private final HomeOfferLetters letters;
    private final HomeOfferFacts facts;

    GiveHomeOfferStep(HomeOfferLetters letters, HomeOfferFacts facts) {
        this.letters = letters;
        this.facts = facts;
    }

    @Override
    public String formKey() {
        return "give-home-offer";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        HomeOffer offer = facts.offer(step);
        Map<String, String> beside = facts.beside(offer);
        beside.put("Usual last day to consider", Words.day(letters.usualLastDay(offer.kind())));
        List<String> missing = letters.missing(step.caseReference(), offer.id());
        if (!missing.isEmpty()) {
            beside.put("Still missing", String.join("\n", missing));
        }
        Map<String, Object> known = new HashMap<>();
        known.put("beside", beside);
        known.put("considerUntil", letters.proposedLastDay(offer.kind()));
        return known;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        return answers.yes("giveOffer") ? letters.problems(step.caseReference(), facts.id(step), time(answers))
                : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Map<String, Object> variables = new HashMap<>();
        variables.put("offerGiven", answers.yes("giveOffer"));
        if (answers.yes("giveOffer")) {
            letters.give(step.caseReference(), facts.id(step), time(answers));
            variables.put("considerUntil", HomeOfferFacts.at(answers.day("considerUntil")));
        }
        return variables;
    }

    private static Time time(Answers answers) {
        return new Time(answers.day("considerUntil"), answers.text("shortWhy"), answers.text("closedDayWhy"));
    }
}
