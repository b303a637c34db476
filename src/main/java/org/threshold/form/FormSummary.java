package org.threshold.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.threshold.form.Component.Field;
import org.threshold.form.Component.Group;
import org.threshold.form.Component.RepeatingList;

/** Given answers as a list of questions and answers, for reading. */
public final class FormSummary {

    private FormSummary() {
    }

    /** @param answer as a person reads it; lines are parted by {@code \n} */
    public record Line(String key, String question, String answer) {
    }

    /** Only what was answered, in the order of the page. */
    public static List<Line> of(FormDefinition form, Map<String, Object> answers, Map<String, Object> facts) {
        List<Line> lines = new ArrayList<>();
        collect(form.components(), answers, facts, lines);
        return lines;
    }

    private static void collect(List<Component> components, Map<String, Object> answers, Map<String, Object> facts,
                                List<Line> lines) {
        for (Component component : components) {
            if (component instanceof Field field && answers.get(field.key()) != null) {
                lines.add(new Line(field.key(), field.label(),
                        Shown.answer(field, answers.get(field.key()), facts)));
            } else if (component instanceof Group group) {
                collect(group.components(), answers, facts, lines);
            } else if (component instanceof RepeatingList list && answers.get(list.key()) instanceof List<?> rows) {
                lines.add(new Line(list.key(), list.label(), rowsOf(list, rows, facts)));
            }
        }
    }

    private static String rowsOf(RepeatingList list, List<?> rows, Map<String, Object> facts) {
        List<String> shown = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> values) {
                List<String> parts = new ArrayList<>();
                for (Field field : FormDefinition.fieldsOf(list.components())) {
                    if (values.get(field.key()) != null) {
                        parts.add(field.label() + ": " + Shown.answer(field, values.get(field.key()), facts));
                    }
                }
                shown.add(String.join("; ", parts));
            }
        }
        return shown.isEmpty() ? "None" : String.join("\n", shown);
    }
}
