package org.threshold.accommodation.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.accommodation.BodiesTold.Consent;
import org.threshold.accommodation.FollowUps;
import org.threshold.accommodation.FollowUps.Answer;
import org.threshold.accommodation.FollowUps.Body;
import org.threshold.accommodation.SignUp;
import org.threshold.accommodation.Words;
import org.threshold.form.FieldError;
import org.threshold.worklist.Answers;
import org.threshold.worklist.StepContext;
import org.threshold.worklist.StepHandler;
import org.threshold.worklist.StepVariables;

/** School, doctor and health visitor are told where a child lives now, where the family agrees (s213AA). */
@Component
class TellBodiesStep implements StepHandler {

    private final FollowUps followUps;
    private final StepVariables variables;

    TellBodiesStep(FollowUps followUps, StepVariables variables) {
        this.followUps = followUps;
        this.variables = variables;
    }

    @Override
    public String formKey() {
        return "tell-bodies";
    }

    @Override
    public Map<String, Object> facts(StepContext step) {
        Map<String, Object> facts = new HashMap<>();
        Map<String, String> beside = new LinkedHashMap<>();
        followUps.atTheDesk(placement(step)).filter(signUp -> !signUp.consents().isEmpty())
                .ifPresent(signUp -> asked(signUp, facts, beside));
        facts.put("beside", beside);
        return facts;
    }

    /** What they said when they were signed up, so that nobody is asked twice. */
    private static void asked(SignUp signUp, Map<String, Object> facts, Map<String, String> beside) {
        List<Map<String, String>> bodies = new ArrayList<>();
        signUp.consents().forEach(consent -> {
            beside.put("At the desk: " + consent.body().words(), consent.given() ? "They agree: " + consent.names()
                    : "They do not agree");
            if (consent.given()) {
                bodies.add(Map.of("body", consent.body().name(), "name", consent.names() == null ? "" : consent.names()));
            }
        });
        beside.put("Asked on", Words.day(signUp.signedOn()));
        facts.put("consent", bodies.isEmpty() ? Consent.REFUSED.name() : Consent.AGREED.name());
        if (!bodies.isEmpty()) {
            facts.put("agreedOn", signUp.signedOn());
            facts.put("informationOn", signUp.signedOn());
            facts.put("bodies", bodies);
        }
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> values) {
        return followUps.problems(answer(new Answers(values)));
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> values) {
        followUps.tell(placement(step), answer(new Answers(values)));
        return Map.of();
    }

    private static Answer answer(Answers answers) {
        return new Answer(answers.code("consent", Consent.class), answers.text("consentWords"),
                answers.day("agreedOn"), answers.day("informationOn"), answers.rows("bodies").stream()
                .map(row -> new Body(row.code("body", SignUp.Body.class), row.text("name"), row.text("email"),
                        row.text("address"))).toList());
    }

    private long placement(StepContext step) {
        return variables.required(step, "placementId");
    }
}
