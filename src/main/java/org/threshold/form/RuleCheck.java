package org.threshold.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.threshold.form.Component.Field;

/** Holds one readable answer against its question's rules. */
final class RuleCheck {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]{1,63}(?:\\.[^@\\s.]{1,63}){1,5}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9()\\s-]{7,20}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Map<String, Object> facts;
    private final LocalDate today;

    RuleCheck(Map<String, Object> facts, LocalDate today) {
        this.facts = facts;
        this.today = today;
    }

    /** @param malformed whether a page could not have sent it */
    record Fault(String sentence, boolean malformed) {
    }

    Optional<Fault> check(Field field, Object value) {
        return switch (field.kind()) {
            case TEXT, TEXT_AREA -> text(field, (String) value);
            case NUMBER -> number(field, (BigDecimal) value);
            case DATE -> day(field, (LocalDate) value);
            case DATE_TIME -> day(field, ((LocalDateTime) value).toLocalDate());
            case RADIO, SELECT -> offered(field, List.of(value));
            case CHECKBOXES -> offered(field, (List<?>) value);
            default -> Optional.empty();
        };
    }

    private Optional<Fault> text(Field field, String text) {
        Rules rules = field.rules();
        if (field.kind() == FieldKind.TEXT && text.indexOf('\n') >= 0) {
            return fault(field, null, Wording.named(field) + " must be on one line");
        }
        if (rules.maxLength() != null && text.length() > rules.maxLength()) {
            return fault(field, "maxLengthMessage", Wording.named(field) + " must be "
                    + count(rules.maxLength()) + " or fewer");
        }
        if (rules.minLength() != null && text.length() < rules.minLength()) {
            return fault(field, "minLengthMessage", Wording.named(field) + " must be "
                    + count(rules.minLength()) + " or more");
        }
        if (rules.pattern() != null && !SafePattern.isFoundIn(rules.pattern(), text)) {
            return fault(field, "patternMessage", Wording.named(field) + " is not in the right format");
        }
        return format(field, text);
    }

    private Optional<Fault> format(Field field, String text) {
        if ("email".equals(field.rules().format()) && !EMAIL.matcher(text).matches()) {
            return fault(field, "formatMessage",
                    "Enter an email address in the right format, like name@example.com");
        }
        if ("phone".equals(field.rules().format()) && !PHONE.matcher(text).matches()) {
            return fault(field, "formatMessage", "Enter a phone number, like 01632 960 001 or 07700 900 982");
        }
        return Optional.empty();
    }

    private Optional<Fault> number(Field field, BigDecimal number) {
        Rules rules = field.rules();
        if (rules.decimalDigits() != null && number.stripTrailingZeros().scale() > rules.decimalDigits()) {
            return fault(field, "decimalDigitsMessage", Wording.named(field) + (rules.decimalDigits() == 0
                    ? " must be a whole number"
                    : " must have " + rules.decimalDigits() + " decimal places or fewer"));
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            return fault(field, "minMessage", Wording.named(field) + " must be " + rules.min().toPlainString()
                    + " or more");
        }
        if (rules.max() != null && number.compareTo(rules.max()) > 0) {
            return fault(field, "maxMessage", Wording.named(field) + " must be " + rules.max().toPlainString()
                    + " or less");
        }
        return Optional.empty();
    }

    private Optional<Fault> day(Field field, LocalDate day) {
        DayLimit earliest = field.rules().earliest();
        DayLimit latest = field.rules().latest();
        if (earliest != null && day.isBefore(earliest.on(today))) {
            return fault(field, "earliestMessage", Wording.named(field) + (earliest.isToday()
                    ? " must be today or in the future" : " must be " + DAY.format(earliest.on(today)) + " or later"));
        }
        if (latest != null && day.isAfter(latest.on(today))) {
            return fault(field, "latestMessage", Wording.named(field) + (latest.isToday()
                    ? " must be today or in the past" : " must be " + DAY.format(latest.on(today)) + " or earlier"));
        }
        return Optional.empty();
    }

    private Optional<Fault> offered(Field field, List<?> chosen) {
        List<String> offered = FactLookup.options(field, facts).stream().map(Option::value).toList();
        if (offered.containsAll(chosen)) {
            return Optional.empty();
        }
        return Optional.of(new Fault(Wording.of(field, "optionMessage",
                "Select one of the choices of ‘" + field.label() + "’"), true));
    }

    private static Optional<Fault> fault(Field field, String property, String otherwise) {
        return Optional.of(new Fault(Wording.of(field, property, otherwise), false));
    }

    private static String count(int characters) {
        return String.format(Locale.UK, "%,d", characters) + (characters == 1 ? " character" : " characters");
    }
}
