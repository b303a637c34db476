package org.threshold.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threshold.form.Component.Field;

/**
 * What was sent for one question.
 *
 * @param value     typed, or null when nothing was sent or it could not be read
 * @param blank     whether nothing was sent
 * @param problem   why it could not be read, or null
 * @param malformed whether a page could not have sent it
 */
record Answer(Object value, boolean blank, Problem problem, boolean malformed) {

    /**
     * @param property name of the council's own wording, such as {@code dateMessage}
     * @param words    what follows the question's name
     * @param part     which part of a date is wrong: {@code day}, {@code month}, {@code year}, {@code time} or null
     */
    record Problem(String property, String words, String part) {
    }

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.]?(\\d{2}))?\\s*([ap]m)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,25})?(\\.\\d{1,25})?");
    /** More is a slip of the keyboard, and would not fit a process variable. */
    private static final BigDecimal LARGEST = new BigDecimal("999999999999999");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final int EARLIEST_YEAR = 1850;
    private static final int LATEST_YEAR = 2150;

    static Answer read(Field field, String name, Map<String, List<String>> raw) {
        List<String> values = raw.getOrDefault(name, List.of());
        if (field.kind() == FieldKind.CHECKBOXES) {
            List<String> chosen = new ArrayList<>(new LinkedHashSet<>(values.stream().map(Answer::clean)
                    .filter(value -> !value.isEmpty()).toList()));
            return chosen.isEmpty() ? nothing() : of(chosen);
        }
        if (values.size() > 1) {
            return new Answer(null, false, new Problem(null, "was sent more than once", null), true);
        }
        String text = values.isEmpty() ? "" : clean(values.get(0));
        return switch (field.kind()) {
            case TEXT, TEXT_AREA, RADIO, SELECT -> text.isEmpty() ? nothing() : of(text);
            case CHECKBOX -> checkbox(text);
            case NUMBER -> text.isEmpty() ? nothing() : number(text);
            case TIME -> text.isEmpty() ? nothing() : time(text);
            case DATE -> date(name, raw, text);
            case DATE_TIME -> dateTime(name, raw, text);
            default -> throw new IllegalStateException("No reading for " + field.kind());
        };
    }

    private static Answer nothing() {
        return new Answer(null, true, null, false);
    }

    private static Answer of(Object value) {
        return new Answer(value, false, null, false);
    }

    private static Answer wrong(String property, String words, String part) {
        return new Answer(null, false, new Problem(property, words, part), false);
    }

    /** Line ends as the database keeps them, and no space around the answer. */
    static String clean(String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static Answer checkbox(String text) {
        return switch (text) {
            case "" -> new Answer(false, true, null, false);
            case "true", "on" -> of(true);
            case "false" -> of(false);
            default -> new Answer(false, false, new Problem(null, "can only be ticked or not", null), true);
        };
    }

    private static Answer number(String text) {
        String digits = text.replaceAll("[,£\\s]", "");
        if (digits.length() > 40 || !NUMBER.matcher(digits).matches() || digits.chars().noneMatch(Answer::isDigit)) {
            return wrong("numberMessage", "must be a number, like 30", null);
        }
        BigDecimal number = new BigDecimal(digits);
        return number.abs().compareTo(LARGEST) > 0 ? wrong(null, "must be a smaller number", null) : of(number);
    }

    private static Answer time(String text) {
        Matcher matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            int hour = Integer.parseInt(matcher.group(1));
            int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            String half = matcher.group(3);
            boolean complete = half != null ? hour >= 1 && hour <= 12 : hour <= 23 && matcher.group(2) != null;
            if (complete && minute <= 59) {
                return of(LocalTime.of(half == null ? hour : hour % 12 + (half.equals("pm") ? 12 : 0), minute));
            }
        }
        return wrong("timeMessage", "must be a time, like 14:30 or 2.30pm", "time");
    }

    private static Answer date(String name, Map<String, List<String>> raw, String whole) {
        String day = part(raw, name + ".day");
        String month = part(raw, name + ".month");
        String year = part(raw, name + ".year");
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return whole.isEmpty() ? nothing() : isoDate(whole);
        }
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> part : List.of(Map.entry("day", day), Map.entry("month", month),
                Map.entry("year", year))) {
            if (part.getValue().isEmpty()) {
                missing.add(part.getKey());
            }
        }
        if (!missing.isEmpty()) {
            return wrong("dateMessage", "must include a " + String.join(" and ", missing), missing.get(0));
        }
        return realDate(day, month, year);
    }

    private static Answer realDate(String day, String month, String year) {
        if (!isYear(year)) {
            return wrong("dateMessage", "must have a year of 4 digits", "year");
        }
        int monthNumber = monthOf(month);
        if (!day.matches("[0-9]{1,2}") || monthNumber == 0) {
            return wrong("dateMessage", "must be a real date", monthNumber == 0 ? "month" : "day");
        }
        try {
            return of(LocalDate.of(Integer.parseInt(year), monthNumber, Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return wrong("dateMessage", "must be a real date", "day");
        }
    }

    private static Answer isoDate(String text) {
        Matcher iso = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})").matcher(text);
        return iso.matches() ? realDate(iso.group(3), iso.group(2), iso.group(1))
                : wrong("dateMessage", "must be a real date, like 2026-03-27", null);
    }

    private static Answer dateTime(String name, Map<String, List<String>> raw, String whole) {
        Answer day = date(name, raw, whole.length() > 10 ? whole.substring(0, 10) : whole);
        boolean isWhole = whole.length() > 11 && whole.charAt(10) == 'T';
        String timeText = isWhole ? whole.substring(11, Math.min(16, whole.length())) : part(raw, name + ".time");
        Answer time = timeText.isEmpty() ? nothing() : time(timeText);
        if (day.blank() && time.blank()) {
            return nothing();
        }
        if (day.problem() != null || time.problem() != null) {
            return day.problem() != null ? day : time;
        }
        if (day.blank() || time.blank()) {
            return wrong("dateMessage", day.blank() ? "must include a date" : "must include a time",
                    day.blank() ? "day" : "time");
        }
        return of(LocalDateTime.of((LocalDate) day.value(), (LocalTime) time.value()));
    }

    private static String part(Map<String, List<String>> raw, String name) {
        List<String> values = raw.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : clean(values.get(0));
    }

    private static boolean isYear(String text) {
        return text.matches("[0-9]{4}") && Integer.parseInt(text) >= EARLIEST_YEAR
                && Integer.parseInt(text) <= LATEST_YEAR;
    }

    /** 1 to 12 for a number or an English name, otherwise 0. */
    private static int monthOf(String text) {
        if (text.matches("[0-9]{1,2}")) {
            int number = Integer.parseInt(text);
            return number <= 12 ? number : 0;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            String full = java.time.Month.of(i + 1).name().toLowerCase(Locale.ROOT);
            if (lower.equals(MONTHS.get(i)) || lower.equals(full) || lower.equals("sept") && i == 8) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
