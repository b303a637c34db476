package org.threshold.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.threshold.form.Component.Field;

/**
 * One level of a submission: the form itself, or one row of a list. Knows each answer as far as it can be read, and
 * which questions are hidden by the others. As in form-js, a condition in a row reads its own row by {@code this.key}
 * and the form by {@code key}.
 */
final class Scope {

    private final Scope outer;
    private final String prefix;
    private final Map<String, List<String>> raw;
    private final Map<String, Object> facts;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Boolean> hidden = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();

    Scope(Scope outer, String prefix, List<Component> components, Map<String, List<String>> raw,
          Map<String, Object> facts) {
        this.outer = outer;
        this.prefix = prefix;
        this.raw = raw;
        this.facts = facts;
        FormDefinition.fieldsOf(components).forEach(field -> fields.put(field.key(), field));
    }

    String nameOf(String key) {
        return prefix + key;
    }

    boolean hides(Component component) {
        if (component.hide() == null) {
            return false;
        }
        if (component instanceof Field field) {
            Boolean known = hidden.get(field.key());
            if (known == null) {
                known = component.hide().holds(this::conditionValue);
                hidden.put(field.key(), known);
            }
            return known;
        }
        return component.hide().holds(this::conditionValue);
    }

    /** The answer as it was sent, whether or not the question is hidden. */
    Answer sent(Field field) {
        return answers.computeIfAbsent(field.key(), key -> Answer.read(field, nameOf(key), raw));
    }

    /** What a condition sees under a name: nothing for a hidden question. */
    Object conditionValue(String name) {
        if (name.startsWith("facts.")) {
            return FactLookup.find(facts, name.substring("facts.".length()));
        }
        if (outer != null && !name.startsWith(ConditionChecks.THIS)) {
            return outer.conditionValue(name);
        }
        Field field = fields.get(withoutThis(name));
        if (field == null || hides(field)) {
            return null;
        }
        return field.readOnly() ? known(field) : sent(field).value();
    }

    private Object known(Field field) {
        Object fact = FactLookup.find(facts, field.key());
        if (fact != null) {
            return fact;
        }
        return Answer.read(field, field.key(), Map.of(field.key(), field.defaultValue())).value();
    }

    /** The control that a condition reads, for the browser; a fact is replaced by its value. */
    Map<String, Object> forBrowser(String name) {
        if (outer != null && !name.startsWith(ConditionChecks.THIS)) {
            return outer.forBrowser(name);
        }
        Field field = fields.get(withoutThis(name));
        if (field == null || field.readOnly()) {
            Map<String, Object> constant = new HashMap<>();
            constant.put("value", conditionValue(name));
            return constant;
        }
        String as = switch (field.kind()) {
            case NUMBER -> "number";
            case CHECKBOX -> "checkbox";
            case CHECKBOXES -> "checkboxes";
            default -> "text";
        };
        return Map.of("field", nameOf(field.key()), "as", as);
    }

    private static String withoutThis(String name) {
        return name.startsWith(ConditionChecks.THIS) ? name.substring(ConditionChecks.THIS.length()) : name;
    }
}
