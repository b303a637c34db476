package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.CooperationRefusals;
import org.threshold.worklist.Answers;
import org.threshold.worklist.SecondAnswer;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The independent officer authorises the notice of refusal to co-operate, or sends it back (SI 2018/223 reg 3). */
@Component
class AuthoriseCooperationNoticeStep implements StepHandler {

    private final CooperationRefusals refusals;
    private final People people;

    AuthoriseCooperationNoticeStep(CooperationRefusals refusals, People people) {
        this.refusals = refusals;
        this.people = people;
    }

    @Override
    public String formKey() {
        return "authorise-cooperation-notice";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Beside beside = new Beside();
        refusals.latestNotice(step.caseReference()).ifPresent(notice -> beside
                .line("Still refused", String.join("; ", notice.draft().steps()))
                .line("Reasons for the notice", notice.draft().reasons())
                .line("Weighed since the warning", notice.draft().considered())
                .line("Decided by", people.nameOf(notice.draftedBy()))
                .line("May be authorised by", refusals.whoMayAuthorise(step.caseReference())));
        refusals.open(step.caseReference()).ifPresent(open -> DecideOnCooperationStep.warning(beside, open));
        return beside.line("The council's written procedure", refusals.procedure()).put(new HashMap<>());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        CaseReference reference = step.caseReference();
        return SecondAnswer.check("authorised", new Answers(values).yes("authorised"), refusals.refusal(reference),
                () -> refusals.mayTakeBack(reference), () -> refusals.outdated(reference));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean authorised = answers.yes("authorised");
        if (!authorised && refusals.mayTakeBack(step.caseReference())) {
            refusals.takeBack(step.caseReference(), answers.text("comments"));
        } else {
            refusals.answer(step.caseReference(), authorised, answers.text("comments"));
        }
        return Map.of("noticeAuthorised", authorised);
    }
}
