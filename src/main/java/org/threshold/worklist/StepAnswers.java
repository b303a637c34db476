package org.threshold.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.threshold.clock.ServiceClock;
import org.threshold.form.Component.Field;
import org.threshold.form.FormDefinition;

/** Answers as JSON for keeping, and as variables for the process. */
@Component
class StepAnswers {

    private static final TypeReference<LinkedHashMap<String, List<String>>> TYPED = new TypeReference<>() {
    };

    private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS = new TypeReference<>() {
    };

    private final ObjectMapper json;

    StepAnswers(ObjectMapper json) {
        this.json = json;
    }

    String json(Map<String, ?> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers that cannot be written", e);
        }
    }

    Map<String, List<String>> typed(String text) {
        try {
            return json.readValue(text, TYPED);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft that cannot be read", e);
        }
    }

    Map<String, Object> answers(String text) {
        try {
            return json.readValue(text, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Answers that cannot be read", e);
        }
    }

    /** The answers that a designer sends to gateways: ids, dates, enums, numbers and flags, never text. */
    static Map<String, Object> variables(FormDefinition form, Map<String, Object> answers) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Field field : form.processVariables()) {
            if (field.kind().mayBeProcessVariable()) {
                variables.put(field.key(), variable(answers.get(field.key())));
            }
        }
        return variables;
    }

    /** Null stands too: a gateway that reads an unanswered question must find it empty, not missing. */
    private static Object variable(Object answer) {
        if (answer instanceof LocalDate day) {
            return Date.from(day.atStartOfDay(ServiceClock.LONDON).toInstant());
        }
        if (answer instanceof BigDecimal number) {
            return number.stripTrailingZeros().scale() <= 0 ? (Object) number.longValueExact() : number.doubleValue();
        }
        return answer;
    }
}
