package org.threshold.casepage.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.threshold.form.FieldError;

/**
 * What an officer typed into a page of the case: read field by field, with what is wrong collected on the way, and
 * given back to the page so that nothing typed is lost.
 */
public final class TypedForm {

    private static final int MOST_VALUES = 400;
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");

    private final MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    private final List<FieldError> errors = new ArrayList<>();

    private TypedForm() {
    }

    public static TypedForm empty() {
        return new TypedForm();
    }

    /**
     * @param known the fields that the page has
     * @throws ResponseStatusException 400 when anything else was sent
     */
    public static TypedForm of(MultiValueMap<String, String> posted, Predicate<String> known) {
        TypedForm form = new TypedForm();
        int count = 0;
        for (Map.Entry<String, List<String>> entry : posted.entrySet()) {
            count += entry.getValue().size();
            if (entry.getKey().equals("_csrf")) {
                continue;
            }
            if (!known.test(entry.getKey()) || count > MOST_VALUES) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
                        "Something was sent that this page did not ask for. Go back, reload the page and try again.");
            }
            form.values.put(entry.getKey(), new ArrayList<>(entry.getValue()));
        }
        return form;
    }

    public static TypedForm of(MultiValueMap<String, String> posted, String... known) {
        return of(posted, Set.of(known)::contains);
    }

    public TypedForm with(String key, Object value) {
        values.set(key, value == null ? "" : value.toString());
        return this;
    }

    public TypedForm withAll(String key, List<?> all) {
        values.put(key, new ArrayList<>(all.stream().map(Object::toString).toList()));
        return this;
    }

    public TypedForm withDate(String key, LocalDate day) {
        if (day != null) {
            with(key + "-day", day.getDayOfMonth()).with(key + "-month", day.getMonthValue())
                    .with(key + "-year", day.getYear());
        }
        return this;
    }

    void remove(String key) {
        values.remove(key);
    }

    void copy(String from, String to) {
        if (values.containsKey(from)) {
            values.put(to, values.get(from));
        } else {
            values.remove(to);
        }
    }

    /** Everything typed, to be carried through a further page. */
    public MultiValueMap<String, String> values() {
        return values;
    }

    /** What was typed, trimmed; empty when nothing. */
    public String text(String key) {
        String value = values.getFirst(key);
        return value == null ? "" : value.strip();
    }

    public boolean ticked(String key) {
        return !text(key).isEmpty();
    }

    public boolean chosen(String key, Object value) {
        return values.containsKey(key) && values.get(key).contains(value.toString());
    }

    public boolean anyTyped(String... keys) {
        for (String key : keys) {
            if (ticked(key)) {
                return true;
            }
        }
        return false;
    }

    public boolean anyWrong(String... keys) {
        for (String key : keys) {
            if (error(key) != null) {
                return true;
            }
        }
        return false;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** What is wrong with a field, or null. */
    public String error(String key) {
        return errors.stream().filter(e -> e.key().equals(key)).map(FieldError::message).findFirst().orElse(null);
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    public void wrong(String key, String message) {
        errors.add(new FieldError(key, message));
    }

    /** @param what the field's name at the start of a sentence: 'Last name' */
    String required(String key, int longest, String what, String whenEmpty) {
        if (text(key).isEmpty()) {
            wrong(key, whenEmpty);
            return null;
        }
        return optional(key, longest, what);
    }

    String optional(String key, int longest, String what) {
        String value = text(key).replace("\r\n", "\n");
        if (value.codePointCount(0, value.length()) > longest) {
            wrong(key, what + " must be " + longest + " characters or fewer");
            return null;
        }
        return value.isEmpty() ? null : value;
    }

    /** Reads a value whose class explains itself what is wrong with it; null when nothing or something wrong was typed. */
    <T> T parsed(String key, Function<String, T> parser) {
        if (text(key).isEmpty()) {
            return null;
        }
        try {
            return parser.apply(text(key));
        } catch (IllegalArgumentException wrong) {
            wrong(key, wrong.getMessage());
            return null;
        }
    }

    <E extends Enum<E>> E choice(String key, Class<E> type, String whenWrong) {
        Optional<E> found = find(text(key), type);
        if (found.isEmpty() && !text(key).isEmpty()) {
            wrong(key, whenWrong);
        }
        return found.orElse(null);
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type, String whenWrong) {
        Set<E> chosen = EnumSet.noneOf(type);
        for (String value : values.getOrDefault(key, List.of())) {
            Optional<E> found = find(value, type);
            if (found.isEmpty()) {
                wrong(key, whenWrong);
                return chosen;
            }
            chosen.add(found.get());
        }
        return chosen;
    }

    private static <E extends Enum<E>> Optional<E> find(String name, Class<E> type) {
        return java.util.Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(name)).findFirst();
    }

    /**
     * A day typed as day, month (a number or a name) and year.
     *
     * @param what the date's name at the start of a sentence: 'Date of birth'
     * @return null when nothing or something wrong was typed
     */
    LocalDate date(String key, String what) {
        String day = text(key + "-day");
        String month = text(key + "-month");
        String year = text(key + "-year");
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return null;
        }
        if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
            String missing = day.isEmpty() ? "day" : month.isEmpty() ? "month" : "year";
            wrong(key, what + " must include a " + missing);
            return null;
        }
        return realDate(key, what, day, month, year);
    }

    private LocalDate realDate(String key, String what, String day, String month, String year) {
        if (!year.matches("[0-9]{4}")) {
            wrong(key, what + " must have a year of 4 numbers, like 1987");
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(year), monthOf(month), number(day));
        } catch (DateTimeException notADay) {
            wrong(key, what + " must be a real date, like 27 3 2007");
            return null;
        }
    }

    private static int monthOf(String typed) {
        String letters = typed.toLowerCase(Locale.ROOT);
        if (letters.matches("[a-z]{3,9}")) {
            return MONTHS.indexOf(letters.substring(0, 3)) + 1;
        }
        return number(typed);
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,2}") ? Integer.parseInt(typed) : 0;
    }
}
