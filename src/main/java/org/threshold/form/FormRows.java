package org.threshold.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threshold.form.Component.Field;
import org.threshold.form.Component.RepeatingList;

/**
 * Rows of repeating lists, added and removed by submit buttons. The name of an answer in a row is
 * {@code list[row].key}, rows count from 0, and {@code list.rows} says how many there are.
 */
public final class FormRows {

    private static final Pattern ROW = Pattern.compile("([A-Za-z]\\w{0,63})\\[(\\d{1,4})]");

    private FormRows() {
    }

    /**
     * What the page holds after the officer pressed 'Add' or 'Remove': everything typed, and one row more or less.
     * Empty when neither was pressed, so that the submission is an ordinary one.
     */
    public static Optional<Map<String, List<String>>> edited(FormDefinition form, Map<String, List<String>> raw) {
        String add = first(raw, FormPage.ADD);
        String remove = first(raw, FormPage.REMOVE);
        if (add == null && remove == null) {
            return Optional.empty();
        }
        Map<String, List<String>> edited = new LinkedHashMap<>(raw);
        edited.remove(FormPage.ADD);
        edited.remove(FormPage.REMOVE);
        for (RepeatingList list : form.lists()) {
            if (list.mayAddRows()) {
                if (list.key().equals(add)) {
                    setCount(list, edited, Math.min(count(list, list.key(), raw) + 1, list.maxRows()));
                }
                Matcher row = ROW.matcher(remove == null ? "" : remove);
                if (row.matches() && row.group(1).equals(list.key())) {
                    removeRow(list, Integer.parseInt(row.group(2)), edited);
                }
            }
        }
        return Optional.of(edited);
    }

    /** The question whose choice fills a list, where its button was pressed. */
    public static Optional<Field> filling(FormDefinition form, Map<String, List<String>> raw) {
        String pressed = first(raw, FormPage.FILL);
        return pressed == null ? Optional.empty()
                : form.field(pressed).filter(field -> field.fills() != null);
    }

    /**
     * What the page holds after rows were added to the list that the question fills: rows left wholly empty make way,
     * and the question is open again. Rows beyond the list's most are left out.
     */
    public static Map<String, List<String>> filled(FormDefinition form, Map<String, List<String>> raw, Field question,
                                                   List<? extends Map<String, ?>> rows) {
        Map<String, List<String>> edited = new LinkedHashMap<>(raw);
        edited.remove(FormPage.FILL);
        edited.remove(question.key());
        form.lists().stream().filter(list -> list.key().equals(question.fills())).findFirst()
                .ifPresent(list -> append(list, edited, rows));
        return edited;
    }

    private static void append(RepeatingList list, Map<String, List<String>> raw,
                               List<? extends Map<String, ?>> rows) {
        for (int row = count(list, list.key(), raw) - 1; row >= 0; row--) {
            if (!anyAnswer(list.key() + "[" + row + "].", raw)) {
                removeRow(list, row, raw);
            }
        }
        int next = count(list, list.key(), raw);
        for (Map<String, ?> row : rows.subList(0, Math.min(rows.size(), list.maxRows() - next))) {
            for (Field field : FormDefinition.fieldsOf(list.components())) {
                InitialValues.put(raw, field, list.key() + "[" + next + "]." + field.key(), row.get(field.key()));
            }
            next++;
        }
        setCount(list, raw, next);
    }

    static String countName(String listName) {
        return listName + ".rows";
    }

    /** How many rows were sent: as stated, and no fewer than have answers. */
    static int count(RepeatingList list, String name, Map<String, List<String>> raw) {
        String stated = first(raw, countName(name));
        int count = stated != null && stated.matches("\\d{1,4}") ? Integer.parseInt(stated) : 0;
        for (String key : raw.keySet()) {
            if (key.startsWith(name + "[")) {
                Matcher row = ROW.matcher(key.substring(0, key.indexOf(']') + 1));
                if (row.matches()) {
                    count = Math.max(count, Integer.parseInt(row.group(2)) + 1);
                }
            }
        }
        return count;
    }

    /** Whether anything was typed under names that begin so. */
    static boolean anyAnswer(String beginning, Map<String, List<String>> raw) {
        return raw.entrySet().stream().anyMatch(entry -> entry.getKey().startsWith(beginning)
                && entry.getValue().stream().anyMatch(value -> value != null && !value.isBlank()));
    }

    private static void removeRow(RepeatingList list, int row, Map<String, List<String>> raw) {
        int count = count(list, list.key(), raw);
        if (row >= count) {
            return;
        }
        Map<String, List<String>> moved = new LinkedHashMap<>();
        for (String name : new ArrayList<>(raw.keySet())) {
            if (!name.startsWith(list.key() + "[") || name.indexOf(']') < 0) {
                continue;
            }
            Matcher at = ROW.matcher(name.substring(0, name.indexOf(']') + 1));
            if (at.matches()) {
                int index = Integer.parseInt(at.group(2));
                List<String> values = raw.remove(name);
                if (index != row) {
                    int now = index > row ? index - 1 : index;
                    moved.put(list.key() + "[" + now + "]" + name.substring(name.indexOf(']') + 1), values);
                }
            }
        }
        raw.putAll(moved);
        setCount(list, raw, count - 1);
    }

    private static void setCount(RepeatingList list, Map<String, List<String>> raw, int count) {
        raw.put(countName(list.key()), List.of(String.valueOf(count)));
    }

    private static String first(Map<String, List<String>> raw, String name) {
        List<String> values = raw.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}
