package org.threshold.eventlog.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.threshold.eventlog.DateOrder;
import org.threshold.eventlog.LogMapping;
import org.threshold.eventlog.LogMapping.Delimiter;

/** What somebody says about how a log is to be read, with what is wrong in it. What is left out is found out. */
final class MappingFields {

    static final String[] COLUMNS = {"case", "activity", "timestamp", "resource", "lifecycle"};

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    private MappingFields() {
    }

    /** @param parameter the value of a field, or null */
    static MappingFields of(UnaryOperator<String> parameter) {
        MappingFields fields = new MappingFields();
        Stream.concat(Stream.of(COLUMNS), Stream.of("delimiter", "zone", "dates")).forEach(name -> {
            String value = parameter.apply(name);
            fields.typed.put(name, value == null ? "" : value.strip());
        });
        fields.check();
        return fields;
    }

    static MappingFields empty() {
        return of(name -> null);
    }

    private void check() {
        if (!isOne(Delimiter.values(), typed.get("delimiter"))) {
            errors.put("delimiter", "Select what stands between the values: COMMA, SEMICOLON, TAB or ANY");
        }
        if (!isOne(DateOrder.values(), typed.get("dates"))) {
            errors.put("dates", "Select how days are written: DAY_FIRST or MONTH_FIRST");
        }
        try {
            zone();
        } catch (DateTimeException unknown) {
            errors.put("zone", "Enter a time zone like Europe/London or UTC");
        }
    }

    private static boolean isOne(Enum<?>[] values, String name) {
        return name.isEmpty() || Stream.of(values).anyMatch(each -> each.name().equals(upper(name)));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private ZoneId zone() {
        return typed.get("zone").isEmpty() ? LogMapping.plain().zone() : ZoneId.of(typed.get("zone"));
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    /** A sentence for each field that is wrong, in the order of the fields. */
    public Map<String, String> getErrors() {
        return errors;
    }

    /** As it was typed, so that a page shows it again. */
    public Map<String, String> getTyped() {
        return typed;
    }

    /** Only where nothing {@link #isWrong}. */
    LogMapping mapping() {
        LogMapping plain = LogMapping.plain();
        return new LogMapping(column("case"), column("activity"), column("timestamp"), column("resource"),
                column("lifecycle"), typed.get("delimiter").isEmpty() ? plain.delimiter()
                : Delimiter.valueOf(upper(typed.get("delimiter"))), zone(),
                typed.get("dates").isEmpty() ? plain.dates() : DateOrder.valueOf(upper(typed.get("dates"))));
    }

    private String column(String name) {
        return typed.get(name).isEmpty() ? null : typed.get(name);
    }
}
