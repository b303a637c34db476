package org.threshold.homelessness.step;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.casefile.CaseReference;
import org.threshold.form.FieldError;
import org.threshold.homelessness.DutyEnding;
import org.threshold.homelessness.DutyEndings;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndingFact;
import org.threshold.homelessness.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.SecondAnswer;
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
        waiting(step.caseReference()).ifPresent(ending -> {
            beside.line("Duty", ending.kind().title())
                    .line("Proposed end", ending.facts().reason().words())
                    .line("From", Words.day(ending.facts().endedOn()))
                    .line("Offer", ending.facts().address());
            evidence(ending).forEach(beside::line);
            beside.line("Reasons for the notice", ending.facts().reasons())
                    .line("Proposed by", people.nameOf(ending.proposedBy()))
                    .line("May be authorised by", endings.whoMayAuthorise(step.caseReference(), ending.kind()));
        });
        return beside.put(new HashMap<>());
    }

    /** Nobody can authorise what they have not seen: each fact on which the end rests, by what it is. */
    private Map<String, String> evidence(DutyEnding ending) {
        Map<String, String> evidence = new LinkedHashMap<>();
        endings.facts(ending.caseReference()).getOrDefault(ending.id(), List.of()).forEach(fact ->
                evidence.merge(fact.kind().title(), words(fact), (first, next) -> first + "; " + next));
        return evidence;
    }

    private String words(EndingFact fact) {
        return Stream.of(fact.on() == null ? null : Words.day(fact.on()), fact.words(),
                fact.by() == null ? null : people.nameOf(fact.by())).filter(Objects::nonNull)
                .collect(Collectors.joining(". "));
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        CaseReference reference = step.caseReference();
        Optional<DutyEnding> waiting = waiting(reference);
        Optional<String> refusal = waiting.map(ending -> endings.refusal(reference, ending.kind()))
                .orElse(Optional.of("Nothing waits for a second signature."));
        return SecondAnswer.check("authorised", new Answers(values).yes("authorised"), refusal,
                () -> mayTakeBack(reference),
                () -> waiting.flatMap(ending -> endings.outdated(reference, ending.kind())));
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
