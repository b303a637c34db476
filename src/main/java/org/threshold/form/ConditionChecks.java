package org.threshold.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threshold.form.Component.Field;
import org.threshold.form.Component.Group;
import org.threshold.form.Component.RepeatingList;

/** Checks that conditions read only what there is, and that no two hide each other in a circle. */
final class ConditionChecks {

    /** What a condition writes before the name of a question of its own row, as in form-js. */
    static final String THIS = "this.";

    private final ReadingProblems problems;

    ConditionChecks(ReadingProblems problems) {
        this.problems = problems;
    }

    void check(List<Component> components) {
        Map<String, Field> top = byKey(components);
        checkNames(components, top, top);
        checkCircles(top);
    }

    private static Map<String, Field> byKey(List<Component> components) {
        Map<String, Field> fields = new HashMap<>();
        FormDefinition.fieldsOf(components).forEach(field -> fields.put(field.key(), field));
        return fields;
    }

    private void checkNames(List<Component> components, Map<String, Field> top, Map<String, Field> here) {
        for (Component component : components) {
            if (component.hide() != null) {
                component.hide().names().forEach(name -> checkName(component, name, top, here));
            }
            if (component instanceof Group group) {
                checkNames(group.components(), top, here);
            } else if (component instanceof RepeatingList list) {
                Map<String, Field> inRow = byKey(list.components());
                checkNames(list.components(), top, inRow);
                checkCircles(inRow);
            }
        }
    }

    private void checkName(Component component, String name, Map<String, Field> top, Map<String, Field> here) {
        if (name.startsWith("facts.")) {
            return;
        }
        String shown = component instanceof Field field ? field.key() : component.id();
        Field field = name.startsWith(THIS) ? here.get(name.substring(THIS.length())) : top.get(name);
        if (field == null && here.containsKey(name)) {
            problems.addNamed(shown, "has a 'hide if' condition that reads '" + name + "', a question of the same row."
                    + " Write this." + name);
        } else if (field == null) {
            problems.addNamed(shown, "has a 'hide if' condition that reads '" + name + "', which is not a question of"
                    + " this form. Correct the name, or write facts." + name + " for a fact of the case");
        } else if (field.kind() == FieldKind.DATE || field.kind() == FieldKind.TIME
                || field.kind() == FieldKind.DATE_TIME) {
            problems.addNamed(shown, "has a 'hide if' condition that reads the date or time '" + name
                    + "'. Conditions cannot read dates; ask a question with choices");
        }
    }

    private void checkCircles(Map<String, Field> fields) {
        Set<String> finished = new HashSet<>();
        for (String key : fields.keySet()) {
            visit(key, fields, new HashSet<>(), finished);
        }
    }

    private void visit(String key, Map<String, Field> fields, Set<String> path, Set<String> finished) {
        Field field = fields.get(key);
        if (field == null || field.hide() == null || finished.contains(key)) {
            return;
        }
        if (!path.add(key)) {
            problems.addNamed(key, "hides by a condition that depends on itself. Break the circle");
            finished.add(key);
            return;
        }
        field.hide().names().forEach(name -> visit(
                name.startsWith(THIS) ? name.substring(THIS.length()) : name, fields, path, finished));
        path.remove(key);
        finished.add(key);
    }
}
