package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.Words;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;

/** The second officer's answer to the proposed end of a duty. */
@Component
class AuthoriseEndStep implements StepHandler {

    private final DutyEndings endings;
    private final People people;

    AuthoriseEndStep(DutyEndings endings, People people) {
        this.endings = endings;
        this.people = people;
    }

    @Override
    public String formKey() {
        return "authorise-end-of-duty";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Beside beside = new Beside();
        waiting(step.caseReference()).ifPresent(ending -> beside
                .line("Duty", ending.kind().title())
                .line("Proposed end", ending.facts().reason().words())
                .line("From", Words.day(ending.facts().endedOn()))
                .line("Offer", ending.facts().address())
                .line("Reasons for the notice", ending.facts().reasons())
                .line("Proposed by", people.nameOf(ending.proposedBy()))
                .line("May be authorised by", endings.whoMayAuthorise(step.caseReference(), ending.kind())));
        return beside.put(new HashMap<>());
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        boolean authorised = new Answers(values).yes("authorised");
        Optional<String> refusal = waiting(step.caseReference())
                .map(ending -> endings.refusal(step.caseReference(), ending.kind()))
                .orElse(Optional.of("Nothing waits for a second signature."));
        if (refusal.isPresent()) {
            return !authorised && mayTakeBack(step.caseReference()) ? List.of()
                    : List.of(new FieldError("", refusal.get()));
        }
        return authorised ? waiting(step.caseReference())
                .flatMap(ending -> endings.outdated(step.caseReference(), ending.kind()))
                .map(why -> List.of(new FieldError("authorised", why))).orElse(List.of()) : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        boolean authorised = answers.yes("authorised");
        DutyKind kind = waiting(step.caseReference()).orElseThrow().kind();
        if (!authorised && mayTakeBack(step.caseReference())) {
            endings.takeBack(step.caseReference(), kind, answers.text("comments"));
        } else {
            endings.answer(step.caseReference(), kind, authorised, answers.text("comments"));
        }
        return Map.of("endAuthorised", authorised);
    }

    private boolean mayTakeBack(CaseReference reference) {
        return waiting(reference).filter(ending -> endings.mayTakeBack(reference, ending.kind())).isPresent();
    }

    private Optional<DutyEnding> waiting(CaseReference reference) {
        return endings.of(reference).stream().filter(ending -> ending.status() == DutyEnding.Status.PROPOSED)
                .reduce((earlier, later) -> later);
    }
}
