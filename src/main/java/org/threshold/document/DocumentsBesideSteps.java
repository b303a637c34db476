package org.threshold.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.StepAside;

/** Beside the steps that ask for evidence: what the case has of it, and the way to add more for just this step. */
@Component
class DocumentsBesideSteps implements StepAside {

    private static final int SHOWN = 3;

    private final Documents documents;

    DocumentsBesideSteps(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Optional<Block> beside(OpenStep step) {
        List<DocumentCategory> asked = EvidenceSteps.of(step.elementId());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        CaseReference reference = step.caseReference();
        return Optional.of(new Block("Documents of this case", lines(documents.of(reference), asked),
                "Add a document for this step", "/cases/" + reference + "/documents/new?step=" + step.stepId()
                        + "&category=" + asked.get(0)));
    }

    private static List<String> lines(List<DocumentOfCase> all, List<DocumentCategory> asked) {
        List<DocumentOfCase> usable = all.stream().filter(DocumentOfCase::opens).toList();
        List<String> lines = new ArrayList<>();
        usable.stream().filter(document -> asked.contains(document.category())).limit(SHOWN)
                .forEach(document -> lines.add(document.category().title() + ": " + document.name()));
        long others = usable.size() - lines.size();
        if (lines.isEmpty()) {
            lines.add("None of what this step is likely to ask for.");
        }
        if (others > 0) {
            lines.add(others == 1 ? "1 more on the case." : others + " more on the case.");
        }
        return lines;
    }
}
