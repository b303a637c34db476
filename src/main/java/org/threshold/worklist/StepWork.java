package org.threshold.worklist;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.NotPermitted;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.form.FieldError;
import org.threshold.form.FormDefinition;
import org.threshold.form.FormOutcome;
import org.threshold.form.FormPage;
import org.threshold.form.FormValidator;
import org.threshold.worklist.store.AnswerStore;
import org.threshold.worklist.store.DraftStore;
import org.threshold.worklist.store.StepStore;

/** Working on one step: its page, and its completion from the checked form to the engine in one commit. */
@Service
@Transactional
public class StepWork {

    private static final String OUTDATED = "Somebody else recorded something on this case while you were typing. Nothing"
            + " of yours was recorded, and what you typed is still here: look at what is on record now, then complete"
            + " the step again";

    private final StepStore rows;
    private final DraftStore drafts;
    private final AnswerStore kept;
    private final StepAnswers answers;
    private final StepRules rules;
    private final SeenSteps sight;
    private final StepMoves moves;
    private final StepEngine engine;
    private final Worklist worklist;
    private final FormSource forms;
    private final FormValidator validator;
    private final Map<String, StepHandler> handlers;
    private final List<AnswerCheck> checks;
    private final CurrentOfficer current;
    private final People people;
    private final Clock clock;

    StepWork(StepStore rows, DraftStore drafts, AnswerStore kept, StepAnswers answers, StepRules rules, SeenSteps sight,
             StepMoves moves, StepEngine engine, Worklist worklist, FormSource forms, FormValidator validator,
             List<StepHandler> handlers, List<AnswerCheck> checks, CurrentOfficer current, People people, Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.kept = kept;
        this.answers = answers;
        this.rules = rules;
        this.sight = sight;
        this.moves = moves;
        this.engine = engine;
        this.worklist = worklist;
        this.forms = forms;
        this.validator = validator;
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(StepHandler::formKey,
                Function.identity()));
        this.checks = checks;
        this.current = current;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Not only reading: a step may show other cases of the same people, and that they were shown is recorded.
     *
     * @throws StepGone     when the step has ended or never was
     * @throws NotPermitted when it is another team's
     */
    @Needs(Permission.VIEW_CASES)
    public StepSheet open(String stepId) {
        OpenStep step = worklist.step(stepId);
        Optional<DraftStore.Draft> draft = drafts.find(stepId, current.get().username());
        return new StepSheet(step, form(step), facts(step),
                draft.map(it -> answers.typed(it.answersJson())).orElse(null),
                draft.map(DraftStore.Draft::savedAt).orElse(null));
    }

    /** What the step's subject offers for a choice that fills a list of its form. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public List<Map<String, Object>> rowsFor(OpenStep step, String question, String choice) {
        return handler(step).map(it -> it.rowsFor(step.context(), question, choice)).orElse(List.of());
    }

    /** Why the officer may not complete this step now, in their words; empty when they may. */
    @Needs(Permission.VIEW_CASES)
    @Transactional(readOnly = true)
    public Optional<String> obstacle(OpenStep step) {
        try {
            requireMine(step, current.get());
            return Optional.empty();
        } catch (NotPermitted | StepTaken e) {
            return Optional.of(e.getMessage());
        }
    }

    /**
     * Checks the submission, records its facts, keeps its answers and completes the step. A free step of my team
     * becomes mine on the way. When anything throws, nothing at all has happened.
     *
     * @param raw what the browser sent, by field name
     * @throws StepGone     when the step has ended meanwhile
     * @throws StepTaken    when somebody else holds it
     * @throws NotPermitted when my role, my team or where I work today does not allow it
     */
    @Needs(Permission.WORK_CASES)
    public Completion complete(String stepId, Map<String, List<String>> raw) {
        Officer me = current.get();
        OpenStep step = rows.lock(stepId).map(sight::seen).orElseThrow(() -> worklist.gone(stepId));
        rules.requireSight(me, step);
        requireMine(step, me);
        FormDefinition form = form(step);
        FormOutcome outcome = form == null ? new FormOutcome(Map.of(), List.of(), false)
                : validator.validate(form, raw, facts(step));
        if (!outcome.valid()) {
            return new Completion.Refused(step, outcome.errors(), outcome.malformed());
        }
        List<FieldError> errors = new ArrayList<>(check(step, outcome.answers()));
        checks.forEach(each -> errors.addAll(each.soFar(step.context(), outcome.answers())));
        checks.forEach(each -> errors.addAll(each.gate(step.context(), outcome.answers())));
        if (!errors.isEmpty()) {
            return new Completion.Refused(step, errors, false);
        }
        List<FieldError> asked = asked(step, outcome.answers());
        if (!asked.isEmpty() && !raw.getOrDefault(FormPage.GO_ON, List.of()).contains(asked(asked))) {
            return new Completion.Refused(step, asked, false, Optional.of(asked(asked)));
        }
        if (outdated(step, raw)) {
            return new Completion.Refused(step, List.of(new FieldError("", OUTDATED)), false);
        }
        if (step.free()) {
            moves.claim(stepId);
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        if (form != null) {
            variables.putAll(StepAnswers.variables(form, outcome.answers()));
        }
        handler(step).ifPresent(it -> variables.putAll(it.record(step.context(), outcome.answers())));
        kept.completed(step, answers.json(outcome.answers()), me.username(), clock.instant());
        engine.complete(stepId, variables);
        return new Completion.Done(step, worklist.openStepsOf(step.caseReference()));
    }

    /**
     * What is already wrong with a form that is still being filled in. Nothing is recorded, and nothing is missing yet.
     *
     * @throws StepGone     when the step has ended or never was
     * @throws NotPermitted when it is another team's
     */
    @Needs(Permission.WORK_CASES)
    @Transactional(readOnly = true)
    public List<FieldError> soFar(String stepId, Map<String, List<String>> raw) {
        OpenStep step = worklist.step(stepId);
        FormDefinition form = form(step);
        if (form == null) {
            return List.of();
        }
        FormOutcome outcome = validator.soFar(form, raw, facts(step));
        List<FieldError> errors = new ArrayList<>(outcome.errors());
        checks.forEach(each -> errors.addAll(each.soFar(step.context(), outcome.answers())));
        return errors;
    }

    private List<FieldError> asked(OpenStep step, Map<String, Object> answered) {
        return checks.stream().flatMap(each -> each.ask(step.context(), answered).stream()).toList();
    }

    /** Stands for what was asked, so that a tick for one thing does not hold for another. */
    private static String asked(List<FieldError> questions) {
        return UUID.nameUUIDFromBytes(questions.stream().map(FieldError::message).collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Asked after the subject's own check, which may have locked what the facts are read from. */
    private boolean outdated(OpenStep step, Map<String, List<String>> raw) {
        List<String> seen = raw.getOrDefault(FormPage.VERSION, List.of());
        Object now = seen.isEmpty() ? null : facts(step).get(FormPage.VERSION);
        return now != null && !seen.get(0).equals(now.toString());
    }

    private void requireMine(OpenStep step, Officer me) {
        if (step.free()) {
            rules.requireFit(me, step, true);
        } else if (step.ownedBy(me.username())) {
            rules.requireOwnerStillFits(me, step);
        } else {
            throw new StepTaken(StepWords.taken(step, people.nameOf(step.owner())));
        }
    }

    private FormDefinition form(OpenStep step) {
        return step.formKey() == null ? null : forms.formOf(step);
    }

    private Map<String, Object> facts(OpenStep step) {
        return handler(step).map(it -> it.facts(step.context())).orElse(Map.of());
    }

    private List<FieldError> check(OpenStep step, Map<String, Object> answered) {
        return handler(step).map(it -> it.check(step.context(), answered)).orElse(new ArrayList<>());
    }

    private Optional<StepHandler> handler(OpenStep step) {
        return Optional.ofNullable(step.formKey()).map(handlers::get);
    }
}
