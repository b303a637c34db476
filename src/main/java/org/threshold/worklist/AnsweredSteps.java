package org.threshold.worklist;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Needs;
import org.threshold.access.Permission;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.store.AnswerStore;

/** What officers answered in the steps of a case. */
@Service
@Needs(Permission.VIEW_CASES)
public class AnsweredSteps {

    private final AnswerStore answers;
    private final StepAnswers json;

    AnsweredSteps(AnswerStore answers, StepAnswers json) {
        this.answers = answers;
        this.json = json;
    }

    /** The completed steps of a case, newest first. */
    @Transactional(readOnly = true)
    public List<AnsweredStep> of(CaseReference reference) {
        return answers.answered(reference, json::answers);
    }
}
