package org.threshold.accommodation.step;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.Keys;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.accommodation.SignUps;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepVariables;

/** What both steps have in common in which keys are given: the gate is asked before, and again when they are given. */
@Component
class KeysHandedOver {

    private static final String OUTCOME = "keysOutcome";
    private static final String GIVEN = "KEYS_GIVEN";

    private final StepVariables variables;
    private final Keys keys;
    private final SignUps signUps;
    private final PlacementRequests requests;
    private final Clock clock;

    KeysHandedOver(StepVariables variables, Keys keys, SignUps signUps, PlacementRequests requests, Clock clock) {
        this.variables = variables;
        this.keys = keys;
        this.signUps = signUps;
        this.requests = requests;
        this.clock = clock;
    }

    Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("firstNight", LocalDate.now(clock));
        String refusal = keys.refusal(placement(step));
        facts.put("beside", Map.of("Keys", refusal == null ? "May be given" : refusal));
        return facts;
    }

    List<FieldError> check(StepContext step, Answers answers) {
        if (!GIVEN.equals(answers.text(OUTCOME))) {
            return List.of();
        }
        String refusal = keys.refusal(placement(step));
        if (refusal != null) {
            return List.of(new FieldError(OUTCOME, refusal));
        }
        LocalDate first = answers.day("firstNight");
        LocalDate until = answers.day("expectedUntil");
        if (first.isAfter(LocalDate.now(clock))) {
            return List.of(new FieldError("firstNight", "The first night must be today or in the past"));
        }
        return until != null && !until.isAfter(first) ? List.of(new FieldError("expectedUntil",
                "The day on which they leave must be after the first night")) : List.of();
    }

    /** @param givenThereBy who handed them over, or null where an officer did */
    Map<String, Object> record(StepContext step, Answers answers, String givenThereBy) {
        long placement = placement(step);
        if (GIVEN.equals(answers.text(OUTCOME))) {
            keys.give(placement, answers.day("firstNight"), answers.day("expectedUntil"), givenThereBy);
        } else {
            requests.noKeys(step.caseReference(), placement, answers.text(OUTCOME), answers.text("noKeysWords"));
        }
        return Map.of("deskOutcome", answers.text(OUTCOME), "signedUp", signUps.of(placement).isPresent());
    }

    private long placement(StepContext step) {
        return variables.required(step, DeskWork.PLACEMENT);
    }
}
