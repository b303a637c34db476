package org.threshold.homelessness.step;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.threshold.letter.LetterPreviews;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepAside;

/** Beside the steps in which a second officer signs: the letter, as the household would read it. */
@Component
class LetterBesideSignature implements StepAside {

    private static final Set<String> PROCESSES = Set.of("homelessness-decision", "end-of-duty");

    private final LetterPreviews previews;

    LetterBesideSignature(LetterPreviews previews) {
        this.previews = previews;
    }

    @Override
    public Optional<Block> beside(OpenStep step) {
        if (!PROCESSES.contains(step.processKey())) {
            return Optional.empty();
        }
        return previews.of(step.caseReference()).stream().findFirst().map(prepared -> new Block("The letter",
                List.of(prepared.about(), "This is what they will read. Nothing is issued by looking."),
                "Preview the letter (PDF)", "/cases/" + step.caseReference() + "/letter-previews/" + prepared.key() + ".pdf"));
    }
}
