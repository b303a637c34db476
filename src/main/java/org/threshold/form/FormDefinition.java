package org.threshold.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.threshold.form.Component.Field;
import org.threshold.form.Component.Group;
import org.threshold.form.Component.RepeatingList;

/**
 * A Camunda Form as Threshold understands it.
 *
 * @param id     the form's id, used by {@code camunda:formRef}
 * @param source the file, for messages
 * @param json   the file's own text, for viewers and editors
 */
public record FormDefinition(String id, String source, List<Component> components, String json) {

    /** Every question outside repeating lists, in the order of the page. */
    public List<Field> fields() {
        return fieldsOf(components);
    }

    /** Every repeating list, in the order of the page. */
    public List<RepeatingList> lists() {
        List<RepeatingList> lists = new ArrayList<>();
        collectLists(components, lists);
        return lists;
    }

    public Optional<Field> field(String key) {
        return fields().stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** The questions whose answers also go to process variables. */
    public List<Field> processVariables() {
        return fields().stream().filter(Field::isProcessVariable).toList();
    }

    static List<Field> fieldsOf(List<Component> components) {
        List<Field> fields = new ArrayList<>();
        collectFields(components, fields);
        return fields;
    }

    private static void collectFields(List<Component> components, List<Field> into) {
        for (Component component : components) {
            if (component instanceof Field field) {
                into.add(field);
            } else if (component instanceof Group group) {
                collectFields(group.components(), into);
            }
        }
    }

    private static void collectLists(List<Component> components, List<RepeatingList> into) {
        for (Component component : components) {
            if (component instanceof RepeatingList list) {
                into.add(list);
            } else if (component instanceof Group group) {
                collectLists(group.components(), into);
            }
        }
    }
}
