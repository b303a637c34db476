package org.threshold.moveon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.letter.LetterDispatches;
import org.threshold.letter.LetterDispatches.Sent;
import org.threshold.letter.LetterOutcome;
import org.threshold.letter.LetterOutcomes;

/** Whether an offer letter can have reached them. Nobody refuses by silence what they never got (s193(7), (7AB)). */
@Component
class LetterReached {

    private final LetterDispatches dispatches;
    private final LetterOutcomes outcomes;

    LetterReached(LetterDispatches dispatches, LetterOutcomes outcomes) {
        this.dispatches = dispatches;
        this.outcomes = outcomes;
    }

    /** Why it cannot have, as a sentence without its full stop; empty when it can. A copy for a new address counts. */
    Optional<String> why(CaseReference reference, long letterId) {
        Map<Long, List<Sent>> sent = dispatches.of(reference);
        List<Long> same = new ArrayList<>(List.of(letterId));
        dispatches.copies(reference).forEach((copy, first) -> {
            if (first == letterId) {
                same.add(copy);
            }
        });
        List<Long> left = same.stream().filter(sent::containsKey).toList();
        if (left.isEmpty()) {
            return Optional.of("It is not recorded that the offer letter left the house. Nobody refuses by silence what"
                    + " they never got. Record on the letter how they were given it");
        }
        Map<Long, List<LetterOutcome>> known = outcomes.of(reference);
        boolean allCameBack = left.stream().allMatch(each -> cameBack(known.getOrDefault(each, List.of()),
                sent.get(each)));
        return allCameBack ? Optional.of("The offer letter came back. Nobody refuses by silence what they never got. Give"
                + " it to them in another way, with time to consider it") : Optional.empty();
    }

    private static boolean cameBack(List<LetterOutcome> outcomes, List<Sent> sent) {
        return !outcomes.isEmpty() && outcomes.get(outcomes.size() - 1).kind().failed()
                && sent.stream().noneMatch(each -> each.at().isAfter(outcomes.get(outcomes.size() - 1).at()));
    }
}
