package org.threshold.moveon.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseFiles;
import org.threshold.form.FieldError;
import org.threshold.moveon.Barrier;
import org.threshold.moveon.Barriers;
import org.threshold.moveon.Words;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** A barrier that was to be gone by today: resolved, or whose it is now and until when. */
@Component
class ChaseBarrierStep implements StepHandler {

    private final Barriers barriers;
    private final CaseFiles cases;
    private final StepVariables variables;

    ChaseBarrierStep(Barriers barriers, CaseFiles cases, StepVariables variables) {
        this.barriers = barriers;
        this.cases = cases;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "chase-barrier";
    }

    private long barrier(StepContext step) {
        return variables.required(step, "barrierId");
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Barrier barrier = barriers.get(step.caseReference(), barrier(step));
        Map<String, String> beside = new LinkedHashMap<>();
        beside.put("Barrier", barrier.kind().title() + ". " + barrier.words());
        beside.put("Was to be gone by", Words.day(barrier.dueOn()));
        beside.put("Sees to it", barriers.nameOf(barrier.team(), barrier.owner()));
        beside.put("Chased before", barrier.chased() == 0 ? "Never" : barrier.chased() + " times");
        return Map.of("beside", beside, "options", Map.of("owners", barriers.owners(step.caseReference(), team(step))));
    }

    private String team(StepContext step) {
        return cases.summary(step.caseReference()).team();
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        List<FieldError> wrong = new ArrayList<>();
        if (!answers.yes("barrierGone")) {
            barriers.wrongDay(answers.day("newDueOn")).ifPresent(why -> wrong.add(new FieldError("newDueOn", why)));
            if (owner(step, answers) == null) {
                wrong.add(new FieldError("newOwner", "Select who sees to it"));
            }
        }
        return wrong;
    }

    private Barrier.Owner owner(StepContext step, Answers answers) {
        return barriers.owner(step.caseReference(), team(step), answers.text("newOwner"));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        Map<String, Object> facts = new HashMap<>(Map.of("barrierGone", answers.yes("barrierGone")));
        if (answers.yes("barrierGone")) {
            barriers.resolveInStep(step.caseReference(), barrier(step), answers.text("resolvedHow"));
        } else {
            facts.putAll(barriers.chase(step.caseReference(), barrier(step), owner(step, answers),
                    answers.day("newDueOn"), answers.text("chaseWords")));
        }
        return facts;
    }
}
