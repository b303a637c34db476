package org.threshold.form;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.threshold.form.Component.Field;

/** Values as people read them. */
final class Shown {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Shown() {
    }

    static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "Yes" : "No";
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof LocalDateTime moment) {
            return DAY.format(moment) + ", " + TIME.format(moment);
        }
        if (value instanceof Instant instant) {
            return text(instant.atZone(LONDON).toLocalDateTime());
        }
        if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Shown::text).collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }

    /** An answer, with the labels of its choices instead of their codes. */
    static String answer(Field field, Object value, Map<String, Object> facts) {
        if (!field.kind().hasOptions()) {
            return text(value);
        }
        Map<String, String> labels = FactLookup.options(field, facts).stream()
                .collect(Collectors.toMap(Option::value, Option::label, (first, second) -> first));
        List<?> chosen = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return chosen.stream().map(code -> labels.getOrDefault(text(code), text(code)))
                .collect(Collectors.joining(", "));
    }
}
