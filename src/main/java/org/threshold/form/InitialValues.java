package org.threshold.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.threshold.form.Component.Field;
import org.threshold.form.Component.RepeatingList;

/** Turns what is known into what a page would send. */
final class InitialValues {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private InitialValues() {
    }

    static Map<String, List<String>> of(FormDefinition form, Map<String, Object> facts) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (facts.get(field.key()) == null) {
                putDefault(raw, field, field.key());
            }
        }
        raw.putAll(rawOf(form, facts));
        for (RepeatingList list : form.lists()) {
            if (facts.get(list.key()) == null) {
                raw.put(FormRows.countName(list.key()), List.of(String.valueOf(list.rows())));
                for (int row = 0; row < list.rows(); row++) {
                    for (Field field : FormDefinition.fieldsOf(list.components())) {
                        putDefault(raw, field, list.key() + "[" + row + "]." + field.key());
                    }
                }
            }
        }
        return raw;
    }

    static Map<String, List<String>> rawOf(FormDefinition form, Map<String, Object> answers) {
        Map<String, List<String>> raw = new LinkedHashMap<>();
        form.fields().forEach(field -> put(raw, field, field.key(), answers.get(field.key())));
        for (RepeatingList list : form.lists()) {
            if (answers.get(list.key()) instanceof List<?> rows) {
                putRows(raw, list, rows);
            }
        }
        return raw;
    }

    private static void putRows(Map<String, List<String>> raw, RepeatingList list, List<?> rows) {
        raw.put(FormRows.countName(list.key()), List.of(String.valueOf(rows.size())));
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row) instanceof Map<?, ?> values) {
                for (Field field : FormDefinition.fieldsOf(list.components())) {
                    put(raw, field, list.key() + "[" + row + "]." + field.key(), values.get(field.key()));
                }
            }
        }
    }

    private static void putDefault(Map<String, List<String>> raw, Field field, String name) {
        if (field.defaultValue().isEmpty()) {
            return;
        }
        if (field.kind() == FieldKind.DATE || field.kind() == FieldKind.DATE_TIME) {
            Map<String, List<String>> whole = Map.of(name, field.defaultValue());
            put(raw, field, name, Answer.read(field, name, whole).value());
        } else {
            raw.put(name, field.defaultValue());
        }
    }

    static void put(Map<String, List<String>> raw, Field field, String name, Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof LocalDate day && field.kind() == FieldKind.DATE) {
            putDay(raw, name, day);
        } else if (value instanceof LocalDateTime moment) {
            putDay(raw, name, moment.toLocalDate());
            raw.put(name + ".time", List.of(TIME.format(moment)));
        } else if (field.kind() == FieldKind.DATE && Answer.read(field, name, Map.of(name, List.of(value.toString())))
                .value() instanceof LocalDate day) {
            putDay(raw, name, day);
        } else if (value instanceof Iterable<?> values) {
            List<String> texts = new ArrayList<>();
            values.forEach(item -> texts.add(text(item)));
            raw.put(name, texts);
        } else {
            raw.put(name, List.of(text(value)));
        }
    }

    private static void putDay(Map<String, List<String>> raw, String name, LocalDate day) {
        raw.put(name + ".day", List.of(String.valueOf(day.getDayOfMonth())));
        raw.put(name + ".month", List.of(String.valueOf(day.getMonthValue())));
        raw.put(name + ".year", List.of(String.valueOf(day.getYear())));
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }
}
