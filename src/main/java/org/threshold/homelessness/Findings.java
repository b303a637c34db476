package org.threshold.homelessness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.threshold.clock.Finding;

/** The answers to the four questions as they stand; what was never recorded is undecided. */
public record Findings(Map<Question, Finding> answers) {

    public Findings {
        Map<Question, Finding> all = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            all.put(question, answers.getOrDefault(question, Finding.UNDECIDED));
        }
        answers = Map.copyOf(all);
    }

    public static Findings of(Finding homeless, Finding eligible, Finding priorityNeed, Finding intentional) {
        return new Findings(Map.of(Question.HOMELESS, homeless, Question.ELIGIBLE, eligible,
                Question.PRIORITY_NEED, priorityNeed, Question.INTENTIONAL, intentional));
    }

    public Finding of(Question question) {
        return answers.get(question);
    }

    /** The decision that these findings lead to, or empty while a finding that it rests on is missing. */
    public Optional<DecisionOutcome> outcome() {
        if (of(Question.ELIGIBLE) == Finding.NO) {
            return Optional.of(DecisionOutcome.NOT_ELIGIBLE);
        }
        if (of(Question.HOMELESS) == Finding.NO) {
            return Optional.of(DecisionOutcome.NOT_HOMELESS);
        }
        if (!missing().isEmpty()) {
            return Optional.empty();
        }
        if (of(Question.PRIORITY_NEED) == Finding.NO) {
            return Optional.of(DecisionOutcome.NOT_PRIORITY_NEED);
        }
        return Optional.of(of(Question.INTENTIONAL) == Finding.YES ? DecisionOutcome.INTENTIONAL
                : DecisionOutcome.MAIN_DUTY);
    }

    /** The questions that must still be answered before any decision follows, in their order. */
    public List<Question> missing() {
        List<Question> missing = new ArrayList<>();
        if (of(Question.ELIGIBLE) == Finding.NO || of(Question.HOMELESS) == Finding.NO) {
            return missing;
        }
        for (Question question : Question.values()) {
            boolean needed = question != Question.INTENTIONAL || of(Question.PRIORITY_NEED) != Finding.NO;
            if (needed && of(question) == Finding.UNDECIDED) {
                missing.add(question);
            }
        }
        return missing;
    }
}
