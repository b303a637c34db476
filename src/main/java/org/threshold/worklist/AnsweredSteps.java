package org.threshold.worklist;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.Permission;
import org.threshold.access.Permissions;
import org.threshold.casefile.CaseReference;
import org.threshold.worklist.store.AnswerStore;

/** What officers answered in the steps of a case. */
@Service
public class AnsweredSteps {

    private final AnswerStore answers;
    private final StepAnswers json;
    private final Permissions permissions;

    AnsweredSteps(AnswerStore answers, StepAnswers json, Permissions permissions) {
        this.answers = answers;
        this.json = json;
        this.permissions = permissions;
    }

    /** The completed steps of a case, newest first. */
    @Transactional(readOnly = true)
    public List<AnsweredStep> of(CaseReference reference) {
        permissions.require(Permission.VIEW_CASES);
        return answers.answered(reference, json::answers);
    }
}
