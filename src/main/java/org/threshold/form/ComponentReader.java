package org.threshold.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.threshold.form.Component.Field;
import org.threshold.form.Component.Group;
import org.threshold.form.Component.RepeatingList;
import org.threshold.form.Component.Separator;
import org.threshold.form.Component.Spacer;
import org.threshold.form.Component.Table;
import org.threshold.form.Component.Text;

/** Turns the components of a form file into {@link Component}s, and says what cannot be turned. */
final class ComponentReader {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final String FORM_JS_NAME = "[A-Za-z_][\\w]*(?:\\.[A-Za-z_][\\w]*)*";
    private static final Set<String> KNOWN_ATTRIBUTES = Set.of("type", "id", "key", "label", "description", "layout",
            "validate", "properties", "conditional", "defaultValue", "disabled", "readonly", "appearance", "values",
            "valuesKey", "valuesExpression", "searchable", "subtype", "dateLabel", "timeLabel", "timeInterval",
            "timeSerializingFormat", "use24h", "disallowPassedDates", "decimalDigits", "increment",
            "serializeToString", "components", "path", "showOutline", "verticalAlignment", "isRepeating",
            "allowAddRemove", "defaultRepetitions", "disableCollapse", "nonCollapsedItems", "dataSource", "columns",
            "rowCount", "text", "height", "versionTag");
    private static final Map<String, String> MENDS = Map.of(
            "filepicker", "Camunda Platform 7 cannot take files in forms. Remove it and add documents on the case page",
            "button", "Remove it: the page has its own buttons",
            "html", "Use a text view",
            "image", "Use a text view",
            "iframe", "Use a text view with a link",
            "expression", "Remove it: the service computes what it needs",
            "documentPreview", "Remove it: documents are on the case page");

    private final ReadingProblems problems;
    private final FieldReader fieldReader;
    private final Set<String> keys = new HashSet<>();
    private boolean inList;
    private int depth;

    ComponentReader(ReadingProblems problems) {
        this.problems = problems;
        this.fieldReader = new FieldReader(problems);
    }

    List<Component> readAll(JsonNode components) {
        return readAll(components, null);
    }

    private List<Component> readAll(JsonNode components, Condition outer) {
        List<Component> read = new ArrayList<>();
        if (++depth > 8) {
            problems.add("nests groups too deeply");
            depth--;
            return read;
        }
        for (JsonNode component : components) {
            if (!component.isObject()) {
                problems.add("holds something that is not a component. Open it in Camunda Modeler and save it again");
                continue;
            }
            checkAttributes(component);
            Component one = readOne(component, Condition.either(outer, hideOf(component)));
            if (one != null) {
                read.add(one);
            }
        }
        depth--;
        return List.copyOf(read);
    }

    private Component readOne(JsonNode node, Condition hide) {
        String id = node.path("id").asText(node.path("key").asText(""));
        String type = node.path("type").asText("");
        switch (type) {
            case "textfield", "textarea", "number", "datetime", "checkbox", "checklist", "taglist", "radio",
                    "select":
                Field field = fieldReader.read(node, id, hide);
                claimKey(node, node.path("key").asText(""));
                return field;
            case "group":
                return readGroup(node, id, hide);
            case "dynamiclist":
                return readList(node, id, hide);
            case "table":
                return readTable(node, id, hide);
            case "text":
                return readText(node, id, hide);
            case "separator":
                return new Separator(id, hide);
            case "spacer":
                return new Spacer(id, hide);
            default:
                problems.add(node, "has the type '" + type + "', which is not supported. " + MENDS.getOrDefault(type,
                        "Use a text field, text area, number, date time, checkbox, checkbox group, radio group,"
                                + " select, tag list, group, dynamic list, table, text view, separator or spacer"));
                return null;
        }
    }

    private void checkAttributes(JsonNode node) {
        node.fieldNames().forEachRemaining(name -> {
            if (!KNOWN_ATTRIBUTES.contains(name)) {
                problems.add(node, "has the attribute '" + name + "', which is not supported. Remove it");
            }
        });
        for (String attribute : List.of("label", "description", "dateLabel", "timeLabel")) {
            String words = node.path(attribute).asText("");
            if (words.startsWith("=") || words.contains("{{")) {
                problems.add(node, "computes its " + attribute + ". Write plain words");
            }
        }
    }

    private Condition hideOf(JsonNode node) {
        JsonNode conditional = node.get("conditional");
        if (conditional == null || conditional.isNull() || conditional.path("hide").asText("").isBlank()) {
            return null;
        }
        try {
            return ConditionParser.parse(conditional.get("hide").asText());
        } catch (IllegalArgumentException mistake) {
            problems.add(node, "has a 'hide if' condition that cannot be used: " + mistake.getMessage()
                    + ". Write it like =reason = \"OTHER\"");
            return null;
        }
    }

    private void claimKey(JsonNode node, String key) {
        if (!KEY.matcher(key).matches()) {
            problems.add(node, "needs a key of letters, digits and underscores that begins with a letter");
        } else if (!keys.add(key)) {
            problems.add(node, "has the same key as another component. Give each its own key");
        }
    }

    private Component readGroup(JsonNode node, String id, Condition hide) {
        if (!node.path("path").asText("").isBlank()) {
            problems.add(node, "is a group with a path, which is not supported. Clear the path");
        }
        return new Group(id, node.path("label").asText(""), readAll(node.path("components"), hide), hide);
    }

    private Component readList(JsonNode node, String id, Condition hide) {
        if (inList) {
            problems.add(node, "is a dynamic list inside another. Use one list");
            return null;
        }
        String key = node.path("path").asText("");
        claimKey(node, key);
        if (node.path("label").asText("").isBlank()) {
            problems.add(node, "has no group label. Name what its rows are");
        }
        Map<String, String> properties = fieldReader.properties(node);
        int maxRows = fieldReader.number(node, properties, "maxRows", 50);
        int rows = node.path("defaultRepetitions").asInt(1);
        if (maxRows < 1 || maxRows > 200 || rows < 0 || rows > maxRows) {
            problems.add(node, "must begin with 0 or more rows, and have at most 200");
        }
        Set<String> outerKeys = new HashSet<>(keys);
        inList = true;
        List<Component> components = readAll(node.path("components"));
        inList = false;
        keys.retainAll(outerKeys);
        FormDefinition.fieldsOf(components).stream().filter(Field::isProcessVariable).forEach(field ->
                problems.add(node, "holds '" + field.key() + "', which cannot be a process variable because it is in"
                        + " a list. Remove that property"));
        return new RepeatingList(id, key, node.path("label").asText(""), components, rows,
                node.path("allowAddRemove").asBoolean(true), maxRows, hide, properties);
    }

    private Component readTable(JsonNode node, String id, Condition hide) {
        String source = node.path("dataSource").asText("").strip();
        if (!source.matches("=\\s*" + FORM_JS_NAME)) {
            problems.add(node, "needs a data source that is the name of a fact, such as =household");
        }
        List<Table.Column> columns = new ArrayList<>();
        for (JsonNode column : node.path("columns")) {
            columns.add(new Table.Column(column.path("key").asText(""), column.path("label").asText("")));
        }
        if (columns.isEmpty() || columns.stream().anyMatch(c -> c.key().isBlank() || c.label().isBlank())) {
            problems.add(node, "needs columns that each have a key and a label");
        }
        return new Table(id, node.path("label").asText(""), source.replaceFirst("^=\\s*", ""), columns, hide);
    }

    private Component readText(JsonNode node, String id, Condition hide) {
        String text = node.path("text").asText("");
        if (text.startsWith("=") || text.replaceAll("\\{\\{\\s*" + FORM_JS_NAME + "\\s*}}", "").contains("{{")) {
            problems.add(node, "computes its text. Write plain words, with facts as {{name}}");
        }
        return new Text(id, text, hide);
    }

    static Map<String, String> textMap(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.fields().forEachRemaining(entry -> map.put(entry.getKey(), entry.getValue().asText("")));
        return map;
    }
}
