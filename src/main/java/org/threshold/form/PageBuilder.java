package org.threshold.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threshold.form.Component.Field;
import org.threshold.form.Component.Group;
import org.threshold.form.Component.RepeatingList;
import org.threshold.form.Component.Spacer;
import org.threshold.form.Component.Table;
import org.threshold.form.Component.Text;
import org.threshold.form.FormNode.Choice;
import org.threshold.form.FormNode.Part;
import org.threshold.form.FormNode.Row;

/** Builds the parts of a page from a form, what is known, what was typed, and what is wrong with it. */
final class PageBuilder {

    private static final JsonMapper JSON = new JsonMapper();

    private final FormDefinition form;
    private final Map<String, Object> facts;
    private final Map<String, List<String>> raw;
    private final Map<String, List<String>> proposed;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final List<FieldError> allErrors;
    private final Map<String, String> targets = new LinkedHashMap<>();

    PageBuilder(FormDefinition form, Map<String, Object> facts, Map<String, List<String>> raw,
                List<FieldError> errors) {
        this.form = form;
        this.facts = facts;
        this.raw = raw;
        this.proposed = InitialValues.of(form, facts);
        this.allErrors = errors;
        errors.forEach(error -> this.errors.putIfAbsent(error.key(), error.message()));
    }

    List<FormNode> build() {
        return nodes(form.components(), new Scope(null, "", form.components(), raw, facts));
    }

    /** Only after {@link #build}. */
    List<FormPage.ErrorLink> errorLinks() {
        return allErrors.stream().map(error -> new FormPage.ErrorLink(href(error.key()), error.message())).toList();
    }

    private String href(String key) {
        if (targets.containsKey(key)) {
            return "#" + targets.get(key);
        }
        return key.equals(FormPage.GO_ON) ? "#go-on" : key.startsWith("/") ? key : null;
    }

    private List<FormNode> nodes(List<Component> components, Scope scope) {
        List<FormNode> nodes = new ArrayList<>();
        for (Component component : components) {
            FormNode node = node(component, scope);
            if (component.hide() != null) {
                node.hidden = scope.hides(component);
                node.hideWhen = json(component.hide().asData(scope::forBrowser));
            }
            nodes.add(node);
        }
        return nodes;
    }

    private FormNode node(Component component, Scope scope) {
        if (component instanceof Field field) {
            return field(field, scope);
        }
        if (component instanceof Group group) {
            FormNode node = new FormNode("group");
            node.label = group.label();
            node.nodes = nodes(group.components(), scope);
            return node;
        }
        if (component instanceof RepeatingList list) {
            return list(list, scope);
        }
        if (component instanceof Table table) {
            return table(table);
        }
        if (component instanceof Text text) {
            FormNode node = new FormNode("words");
            node.html = Markdown.toHtml(text.markdown(), facts);
            return node;
        }
        return new FormNode(component instanceof Spacer ? "spacer" : "separator");
    }

    private FormNode field(Field field, Scope scope) {
        String name = scope.nameOf(field.key());
        FormNode node = new FormNode(field.readOnly() ? "answer" : typeOf(field.kind()));
        node.name = name;
        node.id = FormPage.idOf(name);
        node.label = field.label();
        node.hint = field.hint();
        node.required = field.rules().required();
        node.prefix = field.prefix();
        node.suffix = field.suffix();
        node.conditionalQuestion = field.hide() != null && !field.readOnly();
        if (field.readOnly()) {
            node.value = readOnlyValue(field);
            return node;
        }
        node.error = errors.get(name);
        node.describedBy = describedBy(node);
        node.inline = "true".equals(field.properties().get("inline"));
        node.autocomplete = field.properties().getOrDefault("autocomplete", field.isPersonal() ? "off" : null);
        node.fillLabel = field.fills() == null ? null : field.properties().getOrDefault("fillLabel", "Add these");
        fill(field, node, isNew(field, name, scope) ? proposed(field, name) : raw);
        targets.put(name, node.parts.isEmpty() ? node.id : wrongPart(node).id());
        return node;
    }

    /**
     * Whether an answer will show the question, or has just shown it, so that what is proposed stands there. Rows
     * move when one is removed, and what was proposed for one is not proposed for the next.
     */
    private boolean isNew(Field field, String name, Scope scope) {
        if (scope.hides(field)) {
            return true;
        }
        List<String> seen = raw.get(FormPage.SEEN);
        return field.hide() != null && seen != null && !seen.contains(name)
                && FormPage.namesOf(field, name).stream().noneMatch(raw::containsKey);
    }

    private Map<String, List<String>> proposed(Field field, String name) {
        return name.equals(field.key()) ? proposed : Map.of();
    }

    private void fill(Field field, FormNode node, Map<String, List<String>> from) {
        List<String> values = from.getOrDefault(node.name, List.of());
        node.value = values.isEmpty() || values.get(0) == null ? "" : values.get(0);
        switch (field.kind()) {
            case CHECKBOXES, RADIO, SELECT -> node.choices = choices(field, node, values);
            case CHECKBOX -> node.choices = List.of(new Choice(node.id, "true", field.label(),
                    node.value.equals("true") || node.value.equals("on")));
            case DATE, DATE_TIME -> node.parts = parts(field, node, from);
            case NUMBER -> node.inputMode = Integer.valueOf(0).equals(field.rules().decimalDigits())
                    ? "numeric" : "decimal";
            case TEXT -> node.inputMode = "phone".equals(field.rules().format()) ? "tel"
                    : "email".equals(field.rules().format()) ? "email" : null;
            case TEXT_AREA -> node.lines = Integer.parseInt(field.properties().getOrDefault("rows", "5"));
            default -> { }
        }
        String width = field.properties().get("width");
        if (width == null && (field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.TIME)) {
            width = field.kind() == FieldKind.NUMBER ? "10" : "5";
        }
        node.widthClass = width == null ? "" : "govuk-input--width-" + width;
    }

    private String readOnlyValue(Field field) {
        Object fact = FactLookup.find(facts, field.key());
        Object value = fact != null ? fact
                : field.kind().hasOptions() ? field.defaultValue() : String.join(", ", field.defaultValue());
        return Shown.answer(field, value, facts);
    }

    private static String typeOf(FieldKind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case TEXT_AREA -> "textarea";
            case NUMBER -> "number";
            case DATE, DATE_TIME -> "date";
            case TIME -> "time";
            case CHECKBOX -> "checkbox";
            case CHECKBOXES -> "checkboxes";
            case RADIO -> "radios";
            case SELECT -> "select";
        };
    }

    private static String describedBy(FormNode node) {
        List<String> ids = new ArrayList<>();
        if (node.hint != null) {
            ids.add(node.id + "-hint");
        }
        if (node.error != null) {
            ids.add(node.id + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** The first choice carries the question's own id, so that a link from the error summary lands on it. */
    private List<Choice> choices(Field field, FormNode node, List<String> values) {
        List<Choice> choices = new ArrayList<>();
        for (Option option : FactLookup.options(field, facts)) {
            String id = choices.isEmpty() ? node.id : node.id + "-" + (choices.size() + 1);
            choices.add(new Choice(id, option.value(), option.label(), values.contains(option.value())));
        }
        return choices;
    }

    private List<Part> parts(Field field, FormNode node, Map<String, List<String>> from) {
        Answer answer = Answer.read(field, node.name, raw);
        String wrong = answer.problem() == null ? null : answer.problem().part();
        Map<String, List<String>> values = from == raw ? withParts(field, node.name, answer) : from;
        List<Part> parts = new ArrayList<>();
        for (String part : field.kind() == FieldKind.DATE ? List.of("day", "month", "year")
                : List.of("day", "month", "year", "time")) {
            String name = node.name + "." + part;
            List<String> typed = values.getOrDefault(name, List.of());
            boolean isWrong = node.error != null && (wrong == null || wrong.equals(part));
            parts.add(new Part(FormPage.idOf(name), name, Character.toUpperCase(part.charAt(0)) + part.substring(1),
                    typed.isEmpty() ? "" : typed.get(0), part.equals("year") || part.equals("time") ? 4 : 2, isWrong));
        }
        return parts;
    }

    /** A date sent as one text is shown in its parts. */
    private Map<String, List<String>> withParts(Field field, String name, Answer answer) {
        if (!raw.containsKey(name) || answer.value() == null) {
            return raw;
        }
        Map<String, List<String>> parts = new LinkedHashMap<>(raw);
        InitialValues.put(parts, field, name, answer.value());
        return parts;
    }

    private static Part wrongPart(FormNode node) {
        return node.parts.stream().filter(Part::wrong).findFirst().orElse(node.parts.get(0));
    }

    private FormNode list(RepeatingList list, Scope scope) {
        FormNode node = new FormNode("list");
        node.name = scope.nameOf(list.key());
        node.id = FormPage.idOf(node.name);
        node.label = list.label();
        node.error = errors.get(node.name);
        targets.put(node.name, node.id);
        int known = Math.min(FormRows.count(list, node.name, raw), list.maxRows());
        // A list that an answer will show has the rows that are known, not only the ones that every list begins with.
        int count = scope.hides(list) ? Math.max(list.rows(), known) : known;
        node.value = String.valueOf(count);
        node.add = list.mayAddRows() && count < list.maxRows() ? node.name : null;
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            String rowName = node.name + "[" + row + "]";
            Scope inRow = new Scope(scope, rowName + ".", list.components(), raw, facts);
            String title = list.properties().getOrDefault("rowLabel", list.label()) + " " + (row + 1);
            List<FormNode> nodes = nodes(list.components(), inRow);
            rows.add(new Row(FormPage.idOf(rowName), title + given(list, rowName, nodes),
                    list.mayAddRows() ? rowName : null, nodes));
        }
        node.rows = rows;
        return node;
    }

    /** What the row is about, where that is no question any more: it stands in the title, and goes along unseen. */
    private static String given(RepeatingList list, String rowName, List<FormNode> nodes) {
        String name = rowName + "." + list.properties().get("rowTitle");
        return nodes.stream().filter(node -> name.equals(node.name) && node.error == null).findFirst().flatMap(node -> node.choices.stream()
                .filter(Choice::chosen).findFirst().map(choice -> {
                    node.type = "given";
                    node.value = choice.value();
                    return ": " + choice.label();
                })).orElse("");
    }

    private FormNode table(Table table) {
        FormNode node = new FormNode("table");
        node.label = table.label();
        node.heads = table.columns().stream().map(Table.Column::label).toList();
        List<List<String>> cells = new ArrayList<>();
        if (FactLookup.find(facts, table.source()) instanceof Iterable<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> values) {
                    cells.add(table.columns().stream().map(column -> Shown.text(values.get(column.key()))).toList());
                }
            }
        }
        node.cells = cells;
        return node;
    }

    private static String json(Map<String, Object> data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
