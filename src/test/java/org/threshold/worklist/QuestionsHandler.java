package org.threshold.worklist;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.threshold.form.FieldError;

/** A subject's handler as far as these tests need one: it refuses, records or fails by what was said. */
@Component
class QuestionsHandler implements StepHandler {

    private final JdbcClient jdbc;

    QuestionsHandler(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists worklist_test_said (step_id text, said text)").update();
    }

    @Override
    public String formKey() {
        return "worklist-questions";
    }

    @Override
    public List<FieldError> check(StepContext step, Map<String, Object> answers) {
        return "the impossible".equals(answers.get("whatWasSaid"))
                ? List.of(new FieldError("whatWasSaid", "Enter something that can be true")) : List.of();
    }

    @Override
    public Map<String, Object> record(StepContext step, Map<String, Object> answers) {
        jdbc.sql("insert into worklist_test_said values (?, ?)").params(step.stepId(), answers.get("whatWasSaid"))
                .update();
        if ("the house falls".equals(answers.get("whatWasSaid"))) {
            throw new IllegalStateException("The handler failed on purpose");
        }
        return Map.of();
    }
}
