package org.threshold.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.threshold.form.Component.Field;

/** Reads one question of a form file: its kind, rules, options and our own properties. */
final class FieldReader {

    /** Longest answers where the form sets no limit of its own, in characters. */
    static final int TEXT_LIMIT = 500;
    static final int TEXT_AREA_LIMIT = 10_000;

    private static final Set<String> RULES = Set.of("required", "minLength", "maxLength", "min", "max", "pattern",
            "validationType", "patternErrorMessage");
    /** Our own properties of a component. */
    static final Set<String> PROPERTIES = Set.of("processVariable", "personal", "width", "inline", "rows", "maxRows",
            "rowLabel", "rowTitle", "fills", "fillLabel", "earliest", "latest", "autocomplete", "requiredMessage",
            "minLengthMessage", "maxLengthMessage", "minMessage", "maxMessage", "decimalDigitsMessage", "patternMessage",
            "formatMessage", "earliestMessage", "latestMessage", "optionMessage", "dateMessage", "timeMessage",
            "numberMessage");

    private final ReadingProblems problems;

    FieldReader(ReadingProblems problems) {
        this.problems = problems;
    }

    Field read(JsonNode node, String id, Condition hide) {
        FieldKind kind = kindOf(node);
        String label = labelOf(node, kind);
        if (label.isBlank()) {
            problems.add(node, "has no label. Ask the question in its label");
        }
        Map<String, String> properties = properties(node);
        boolean readOnly = flag(node, "readonly") | flag(node, "disabled");
        List<Option> options = kind.hasOptions() ? options(node) : List.of();
        String optionsFrom = kind.hasOptions() ? optionsFrom(node, options) : null;
        List<String> defaultValue = defaultOf(node, kind, options);
        checkProcessVariable(node, kind, properties);
        number(node, properties, "rows", 5);
        if (!properties.getOrDefault("width", "20").matches("2|3|4|5|10|20|30")) {
            problems.add(node, "has the property 'width', which must be 2, 3, 4, 5, 10, 20 or 30");
        }
        return new Field(id, kind, node.path("key").asText(""), label, blankToNull(node.path("description").asText("")),
                readOnly, defaultValue, rules(node, kind, properties), options, optionsFrom,
                blankToNull(node.path("appearance").path("prefixAdorner").asText("")),
                blankToNull(node.path("appearance").path("suffixAdorner").asText("")), hide, properties);
    }

    Map<String, String> properties(JsonNode node) {
        Map<String, String> properties = ComponentReader.textMap(node.path("properties"));
        for (String name : properties.keySet()) {
            if (!PROPERTIES.contains(name)) {
                problems.add(node, "has the property '" + name + "', which is not known. Use one of "
                        + PROPERTIES.stream().sorted().toList());
            }
        }
        return Map.copyOf(properties);
    }

    int number(JsonNode node, Map<String, String> properties, String name, int otherwise) {
        String text = properties.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,4}")) {
            problems.add(node, "has the property '" + name + "', which must be a whole number");
            return otherwise;
        }
        return Integer.parseInt(text);
    }

    private static FieldKind kindOf(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "textfield" -> FieldKind.TEXT;
            case "textarea" -> FieldKind.TEXT_AREA;
            case "number" -> FieldKind.NUMBER;
            case "checkbox" -> FieldKind.CHECKBOX;
            case "checklist", "taglist" -> FieldKind.CHECKBOXES;
            case "radio" -> FieldKind.RADIO;
            case "select" -> FieldKind.SELECT;
            default -> switch (node.path("subtype").asText("date")) {
                case "time" -> FieldKind.TIME;
                case "datetime" -> FieldKind.DATE_TIME;
                default -> FieldKind.DATE;
            };
        };
    }

    private static String labelOf(JsonNode node, FieldKind kind) {
        return switch (kind) {
            case DATE, DATE_TIME -> node.path("dateLabel").asText(node.path("label").asText(""));
            case TIME -> node.path("timeLabel").asText(node.path("label").asText(""));
            default -> node.path("label").asText("");
        };
    }

    private boolean flag(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problems.add(node, "computes whether it is " + name + ". Use true or false, or a 'hide if' condition");
        }
        return value.asBoolean(false);
    }

    private Rules rules(JsonNode node, FieldKind kind, Map<String, String> properties) {
        JsonNode validate = node.path("validate");
        validate.fieldNames().forEachRemaining(name -> {
            if (!RULES.contains(name)) {
                problems.add(node, "has the rule '" + name + "', which is not known. Use one of "
                        + RULES.stream().sorted().toList());
            }
        });
        Integer maxLength = length(node, validate, "maxLength");
        if (maxLength == null && (kind == FieldKind.TEXT || kind == FieldKind.TEXT_AREA)) {
            maxLength = kind == FieldKind.TEXT ? TEXT_LIMIT : TEXT_AREA_LIMIT;
        }
        JsonNode digits = node.path("decimalDigits");
        return new Rules(required(node, validate), length(node, validate, "minLength"), maxLength,
                bound(node, validate, "min"), bound(node, validate, "max"),
                digits.isNumber() ? digits.asInt() : null, pattern(node, validate), format(node, validate),
                earliest(node, properties), limit(node, properties, "latest"));
    }

    private boolean required(JsonNode node, JsonNode validate) {
        JsonNode required = validate.path("required");
        if (!required.isMissingNode() && !required.isBoolean()) {
            problems.add(node, "computes whether it is required. Use true or false");
        }
        return required.asBoolean(false);
    }

    private Integer length(JsonNode node, JsonNode validate, String name) {
        BigDecimal value = bound(node, validate, name);
        if (value == null) {
            return null;
        }
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100_000)) > 0) {
            problems.add(node, "has a " + name + " that is not between 0 and 100000");
            return null;
        }
        return value.intValue();
    }

    private BigDecimal bound(JsonNode node, JsonNode validate, String name) {
        JsonNode value = validate.path(name);
        if (value.isMissingNode() || value.isNull() || value.isTextual() && value.asText().isBlank()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return new BigDecimal(value.asText().strip());
        } catch (NumberFormatException notANumber) {
            problems.add(node, "has a " + name + " that is not a number");
            return null;
        }
    }

    private Pattern pattern(JsonNode node, JsonNode validate) {
        String regex = validate.path("pattern").asText("");
        if (regex.isEmpty()) {
            return null;
        }
        try {
            return SafePattern.compile(regex);
        } catch (IllegalArgumentException risky) {
            problems.add(node, "has a pattern that cannot be used: " + risky.getMessage() + ". Write a simpler one");
            return null;
        }
    }

    private String format(JsonNode node, JsonNode validate) {
        String format = validate.path("validationType").asText("");
        if (format.isEmpty() || format.equals("custom")) {
            return null;
        }
        if (!format.equals("email") && !format.equals("phone")) {
            problems.add(node, "has the validation type '" + format + "'. Use email, phone or custom");
        }
        return format;
    }

    private DayLimit earliest(JsonNode node, Map<String, String> properties) {
        DayLimit earliest = limit(node, properties, "earliest");
        if (earliest == null && node.path("disallowPassedDates").asBoolean(false)) {
            return new DayLimit(null, 0, 'd');
        }
        return earliest;
    }

    private DayLimit limit(JsonNode node, Map<String, String> properties, String name) {
        String text = properties.get(name);
        if (text == null) {
            return null;
        }
        Optional<DayLimit> limit = DayLimit.parse(text);
        if (limit.isEmpty()) {
            problems.add(node, "has the property '" + name + "' with '" + text + "'. Write a day such as 2018-04-03,"
                    + " today, today+56d, today-3m or today-120y");
        }
        return limit.orElse(null);
    }

    private List<Option> options(JsonNode node) {
        List<Option> options = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode value : node.path("values")) {
            String code = value.path("value").asText("");
            String label = value.path("label").asText("");
            if (!value.path("value").isTextual() || code.isBlank() || label.isBlank()) {
                problems.add(node, "has a choice without a label or a text value. Fill in both");
            } else if (!seen.add(code)) {
                problems.add(node, "has the choice '" + code + "' twice. Give each choice its own value");
            } else {
                options.add(new Option(code, label));
            }
        }
        return List.copyOf(options);
    }

    private String optionsFrom(JsonNode node, List<Option> options) {
        String key = node.path("valuesKey").asText("").strip();
        String expression = node.path("valuesExpression").asText("").strip();
        if (!expression.isEmpty()) {
            if (!expression.matches("=\\s*[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*")) {
                problems.add(node, "computes its choices. Name a fact, such as =options.offices");
                return null;
            }
            key = expression.replaceFirst("^=\\s*", "");
        }
        if (key.isEmpty() && options.isEmpty()) {
            problems.add(node, "has no choices. Add some, or name the fact that holds them");
        }
        return options.isEmpty() ? blankToNull(key) : null;
    }

    private List<String> defaultOf(JsonNode node, FieldKind kind, List<Option> options) {
        JsonNode value = node.path("defaultValue");
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> texts.add(item.asText()));
        } else if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
            texts.add(value.asText());
        }
        if (kind == FieldKind.CHECKBOX) {
            return texts.equals(List.of("true")) ? texts : List.of();
        }
        Set<String> offered = new HashSet<>();
        options.forEach(option -> offered.add(option.value()));
        if (!options.isEmpty() && !offered.containsAll(texts)) {
            problems.add(node, "begins with a choice that it does not offer. Change its default value");
        }
        return List.copyOf(texts);
    }

    private void checkProcessVariable(JsonNode node, FieldKind kind, Map<String, String> properties) {
        if ("true".equals(properties.get("processVariable")) && !kind.mayBeProcessVariable()) {
            problems.add(node, "cannot be a process variable, because it takes free text. Use a checkbox, radio group,"
                    + " select, number or date, or remove that property");
        }
    }

    private static String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
