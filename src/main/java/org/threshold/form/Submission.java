package org.threshold.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threshold.form.Component.Field;
import org.threshold.form.Component.Group;
import org.threshold.form.Component.RepeatingList;

/** One submission, read once from top to bottom against its form. */
final class Submission {

    private static final int MOST_NAMES = 5_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final FormDefinition form;
    private final Map<String, List<String>> raw;
    private final Map<String, Object> facts;
    private final RuleCheck rules;
    private final Set<String> expected = new HashSet<>(FormPage.OWN_NAMES);
    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> seen;
    /** Whether the officer is still typing, so that nothing is missing yet. */
    private final boolean typing;
    private boolean malformed;

    Submission(FormDefinition form, Map<String, List<String>> raw, Map<String, Object> facts, LocalDate today,
               boolean typing) {
        this.form = form;
        this.raw = raw;
        this.facts = facts;
        this.typing = typing;
        this.rules = new RuleCheck(facts, today);
        this.seen = raw.containsKey(FormPage.SEEN) ? new HashSet<>(raw.get(FormPage.SEEN)) : null;
    }

    FormOutcome read() {
        if (tooLarge()) {
            return new FormOutcome(Map.of(), List.of(new FieldError("",
                    "There is too much in this form. Shorten your answers and try again")), true);
        }
        Scope scope = new Scope(null, "", form.components(), raw, facts);
        Map<String, Object> answers = new LinkedHashMap<>();
        readAll(form.components(), scope, answers);
        refuseUnknownNames();
        return new FormOutcome(answers, List.copyOf(errors), malformed);
    }

    private boolean tooLarge() {
        long characters = 0;
        for (List<String> values : raw.values()) {
            for (String value : values) {
                characters += value == null ? 0 : value.length() + 1;
            }
        }
        return raw.size() > MOST_NAMES || characters > MOST_CHARACTERS;
    }

    private void readAll(List<Component> components, Scope scope, Map<String, Object> answers) {
        for (Component component : components) {
            if (component instanceof Field field) {
                readField(field, scope, answers);
            } else if (component instanceof Group group) {
                readAll(group.components(), scope, answers);
            } else if (component instanceof RepeatingList list) {
                readList(list, scope, answers);
            }
        }
    }

    private void readField(Field field, Scope scope, Map<String, Object> answers) {
        String name = scope.nameOf(field.key());
        List<String> names = FormPage.namesOf(field, name);
        expected.addAll(names);
        boolean sent = names.stream().flatMap(part -> raw.getOrDefault(part, List.of()).stream())
                .anyMatch(value -> !Answer.clean(value).isEmpty());
        if (field.readOnly()) {
            if (sent) {
                refuse(name, "You cannot change ‘" + field.label() + "’ here");
            }
            return;
        }
        if (scope.hides(field)) {
            if (sent) {
                errors.add(new FieldError(name, doesNotApply(field.label())));
            }
            return;
        }
        readShown(field, name, scope.sent(field), answers);
    }

    private void readShown(Field field, String name, Answer answer, Map<String, Object> answers) {
        if (hasBrokenText(field, name)) {
            return;
        }
        if (answer.problem() != null) {
            malformed |= answer.malformed();
            errors.add(new FieldError(name, Wording.of(field, answer.problem())));
        } else if (!typing && field.rules().required() && (answer.value() == null || Boolean.FALSE.equals(answer.value()))) {
            errors.add(new FieldError(name, Wording.missing(field)));
        } else if (answer.value() != null) {
            answers.put(field.key(), answer.value());
            rules.check(field, answer.value()).ifPresent(fault -> {
                malformed |= fault.malformed();
                errors.add(new FieldError(name, fault.sentence()));
            });
        }
        if (!typing && answer.blank() && field.hide() != null && seen != null && !seen.contains(name)
                && !field.rules().required()) {
            errors.add(new FieldError(name, "Answer ‘" + field.label() + "’ too, or leave it empty if it does not"
                    + " apply"));
        }
    }

    private boolean hasBrokenText(Field field, String name) {
        for (String part : FormPage.namesOf(field, name)) {
            for (String value : raw.getOrDefault(part, List.of())) {
                if (value != null && BrokenText.in(value)) {
                    refuse(name, Wording.named(field) + " has characters that cannot be read. Delete them and type the"
                            + " answer again");
                    return true;
                }
            }
        }
        return false;
    }

    /** A row that was left wholly empty is no row, whatever it requires. */
    private void readList(RepeatingList list, Scope scope, Map<String, Object> answers) {
        String name = scope.nameOf(list.key());
        int rows = FormRows.count(list, name, raw);
        expected.add(FormRows.countName(name));
        if (scope.hides(list)) {
            if (FormRows.anyAnswer(name + "[", raw)) {
                errors.add(new FieldError(name, doesNotApply(list.label())));
            }
            raw.keySet().stream().filter(key -> key.startsWith(name + "[")).forEach(expected::add);
            return;
        }
        if (rows > list.maxRows()) {
            refuse(name, "‘" + list.label() + "’ can have " + list.maxRows() + " entries at most");
            rows = list.maxRows();
        }
        List<Map<String, Object>> read = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Map<String, Object> answer = new LinkedHashMap<>();
            String rowName = name + "[" + row + "]";
            int errorsBefore = errors.size();
            readAll(list.components(), new Scope(scope, rowName + ".", list.components(), raw, facts), answer);
            if (FormRows.anyAnswer(rowName + ".", raw)) {
                read.add(answer);
            } else {
                errors.subList(errorsBefore, errors.size()).clear();
            }
        }
        answers.put(list.key(), read);
    }

    private static String doesNotApply(String label) {
        return "‘" + label + "’ does not apply with your other answers and was taken away. Check your answers and"
                + " continue";
    }

    private void refuseUnknownNames() {
        List<String> unknown = raw.keySet().stream().filter(name -> !expected.contains(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            refuse("", "This form does not ask for ‘" + BrokenText.printable(unknown.get(0), 40) + "’. Nothing was"
                    + " saved. Open the page again and use the questions on it");
        }
    }

    private void refuse(String name, String sentence) {
        malformed = true;
        errors.add(new FieldError(name, sentence));
    }
}
