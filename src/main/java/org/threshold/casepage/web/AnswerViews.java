package org.threshold.casepage.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.HiddenReferences;
import org.threshold.form.Component.Field;
import org.threshold.form.FormDefinition;
import org.threshold.worklist.AnsweredStep;
import org.threshold.worklist.AnsweredSteps;
import org.threshold.worklist.FormSource;

/** Answers as they were asked: with the questions and options of the form that the officer saw. */
@Component
class AnswerViews {

    /** One completed step; {@code lines} in the order in which they were kept. */
    record View(AnsweredStep step, List<Line> lines) {
    }

    record Line(String question, String answer) {
    }

    private final AnsweredSteps steps;
    private final FormSource forms;
    private final Words words;
    private final HiddenReferences hidden;

    AnswerViews(AnsweredSteps steps, FormSource forms, Words words, HiddenReferences hidden) {
        this.steps = steps;
        this.forms = forms;
        this.words = words;
        this.hidden = hidden;
    }

    List<View> of(CaseReference reference) {
        List<View> views = steps.of(reference).stream().map(this::view).toList();
        UnaryOperator<String> shown = hidden.in(views.stream().flatMap(view -> view.lines().stream()).map(Line::answer)
                .toList());
        return views.stream().map(view -> new View(view.step(), view.lines().stream()
                .map(line -> new Line(line.question(), shown.apply(line.answer()))).toList())).toList();
    }

    private View view(AnsweredStep step) {
        Map<String, Field> fields = fields(step);
        List<Line> lines = new ArrayList<>();
        step.answers().forEach((key, value) -> {
            if (value != null && !value.equals("")) {
                Field field = fields.get(key);
                lines.add(new Line(field == null ? title(key) : field.label(), said(value, field)));
            }
        });
        return new View(step, lines);
    }

    private Map<String, Field> fields(AnsweredStep step) {
        Map<String, Field> fields = new LinkedHashMap<>();
        if (step.formKey() != null) {
            FormDefinition form = forms.formOf(step.processKey(), step.processVersion(), step.formKey());
            form.fields().forEach(field -> fields.put(field.key(), field));
        }
        return fields;
    }

    private String said(Object value, Field field) {
        if (value instanceof Boolean yes) {
            return yes ? "Yes" : "No";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> said(one, field)).collect(Collectors.joining("\n"));
        }
        if (value instanceof Map<?, ?> row) {
            return row.entrySet().stream().filter(e -> e.getValue() != null && !e.getValue().equals(""))
                    .map(e -> title(e.getKey().toString()) + ": " + said(e.getValue(), null))
                    .collect(Collectors.joining(", "));
        }
        return option(value.toString(), field);
    }

    private String option(String value, Field field) {
        if (field != null) {
            for (var option : field.options()) {
                if (option.value().equals(value)) {
                    return option.label();
                }
            }
        }
        return value.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+") ? title(value.toLowerCase(Locale.ROOT)) : day(value);
    }

    private String day(String value) {
        try {
            return value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? words.day(LocalDate.parse(value)) : value;
        } catch (DateTimeException notADay) {
            return value;
        }
    }

    /** 'Date of notice' for {@code dateOfNotice} and {@code date_of_notice}. */
    private static String title(String key) {
        String spaced = key.replace('_', ' ').replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? key : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
