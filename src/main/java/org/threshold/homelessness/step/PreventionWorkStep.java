package org.threshold.homelessness.step;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.homelessness.Assessments;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndsProposed;
import org.threshold.homelessness.HousingPlans;
import org.threshold.homelessness.Words;
import org.threshold.worklist.StepContext;

/** Work under the prevention duty (s195). */
@Component
class PreventionWorkStep extends DutyWorkStep {

    private static final Map<String, String> NOTICES = Map.of("SECTION_8", "Section 8", "SECTION_21", "Section 21",
            "OTHER", "Another notice");

    private final Assessments assessments;

    PreventionWorkStep(DutyEndings endings, EndsProposed ends, HousingPlans plans, Assessments assessments, Clock clock) {
        super(DutyKind.PREVENTION, "preventionEnd", endings, ends, plans, clock);
        this.assessments = assessments;
    }

    /** The notice to leave that the assessment recorded: while it stands, 56 days alone do not end the duty. */
    @Override
    void more(StepContext step, Beside beside) {
        assessments.latest(step.caseReference()).filter(made -> made.noticeType() != null && NOTICES.containsKey(made.noticeType()))
                .ifPresent(made -> beside.line("Notice to leave", NOTICES.get(made.noticeType())
                        + (made.noticeExpires() == null ? "" : ", ends " + Words.day(made.noticeExpires()))));
    }

    @Override
    public String formKey() {
        return "prevention-work";
    }
}
