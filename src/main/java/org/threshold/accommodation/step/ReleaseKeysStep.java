package org.threshold.accommodation.step;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.access.People;
import org.threshold.accommodation.KeysRelease;
import org.threshold.accommodation.KeysReleases;
import org.threshold.accommodation.Words;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** Somebody who did not sign the household up releases its keys, or sends the question back to the desk. */
@Component
class ReleaseKeysStep implements StepHandler {

    private final StepVariables variables;
    private final KeysReleases releases;
    private final People people;

    ReleaseKeysStep(StepVariables variables, KeysReleases releases, People people) {
        this.variables = variables;
        this.releases = releases;
        this.people = people;
    }

    @Override
    public String formKey() {
        return "release-keys";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, String> beside = new LinkedHashMap<>();
        releases.of(placement(step)).filter(KeysRelease::waits).ifPresent(waiting -> {
            beside.put("Why there is no claim now", waiting.reason().words());
            if (waiting.words() != null) {
                beside.put("In the officer’s words", waiting.words());
            }
            beside.put("Asked by", people.nameOf(waiting.askedBy()));
            beside.put("Waits since", Words.time(waiting.askedAt()));
            beside.put("May be released by", releases.whoCould(step.caseReference(), placement(step)));
        });
        Map<String, Object> facts = new HashMap<>();
        facts.put("beside", beside);
        return facts;
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return releases.refusal(step.caseReference(), placement(step))
                .map(why -> List.of(new FieldError("", why))).orElse(List.of());
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        Answers answers = new Answers(values);
        KeysRelease answered = answers.yes("keysReleased")
                ? releases.release(step.caseReference(), placement(step), null)
                : releases.sendBack(step.caseReference(), placement(step), answers.text("answerWords"));
        return Map.of("keysReleased", answered.released(), "officerGives", answered.officerGives());
    }

    private long placement(StepContext step) {
        return variables.required(step, DeskWork.PLACEMENT);
    }
}
