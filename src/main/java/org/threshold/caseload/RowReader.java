package org.threshold.caseload;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads the values of one row, and says of each that cannot be used what is wrong with it and what to do. */
final class RowReader {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int MOST_CODES_SHOWN = 12;

    private final Row row;
    private final DateOrder order;
    private final LocalDate today;
    private final List<Remark> remarks;

    RowReader(Row row, DateOrder order, LocalDate today, List<Remark> remarks) {
        this.row = row;
        this.order = order;
        this.today = today;
        this.remarks = remarks;
    }

    int line() {
        return row.line();
    }

    boolean has(String heading) {
        return row.values().containsKey(heading);
    }

    /** The text, or null when it is empty or too long; a missing value that must be there is remarked. */
    String text(String heading, int longest) {
        String value = row.values().get(heading);
        if (value == null) {
            if (row.sheet().column(heading).orElseThrow().required()) {
                refuse(heading, "The value is missing.", "Enter " + row.sheet().column(heading).orElseThrow().content()
                        + ".");
            }
            return null;
        }
        if (value.codePointCount(0, value.length()) > longest) {
            refuse(heading, "The value is longer than " + longest + " characters.", "Shorten it.");
            return null;
        }
        return value;
    }

    /** A day that is not in the future; null when empty or wrong. */
    LocalDate past(String heading) {
        LocalDate day = day(heading);
        if (day != null && day.isAfter(today)) {
            refuse(heading, "The day lies in the future.", "Enter the day on which it happened.");
            return null;
        }
        return day;
    }

    LocalDate day(String heading) {
        String value = text(heading, 40);
        if (value == null) {
            return null;
        }
        try {
            LocalDate day = order.parse(value);
            if (day.isBefore(EARLIEST) || day.getYear() > today.getYear() + 10) {
                refuse(heading, "The year cannot be right.", "Write the year with four digits, like "
                        + order.example() + ".");
                return null;
            }
            return day;
        } catch (DateTimeException notADay) {
            refuse(heading, Headings.quoted(value) + " is not a day in the order that you declared.",
                    "Write it like " + order.example() + ", or upload the files with the other order.");
            return null;
        }
    }

    <E extends Enum<E>> E code(String heading, Class<E> type) {
        String value = text(heading, 60);
        return value == null ? null : one(heading, value, type);
    }

    /** Codes with | between them. */
    <E extends Enum<E>> Set<E> codes(String heading, Class<E> type) {
        Set<E> found = EnumSet.noneOf(type);
        String value = text(heading, 1000);
        if (value != null) {
            for (String each : value.split("\\|")) {
                E code = each.isBlank() ? null : one(heading, each.strip(), type);
                if (code != null) {
                    found.add(code);
                }
            }
        }
        return found;
    }

    /** A value out of a list of ours that is no enum. */
    String oneOf(String heading, List<String> codes) {
        String value = text(heading, 60);
        if (value == null || codes.contains(value)) {
            return value;
        }
        unknown(heading, value, codes);
        return null;
    }

    private <E extends Enum<E>> E one(String heading, String value, Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        if (names.contains(value)) {
            return Enum.valueOf(type, value);
        }
        unknown(heading, value, names);
        return null;
    }

    private void unknown(String heading, String value, List<String> codes) {
        String plain = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        String nearest = codes.stream().min(Comparator.comparingInt(code -> Headings.distance(plain, code)))
                .orElseThrow();
        boolean near = Headings.distance(plain, nearest) <= Math.max(2, nearest.length() / 3);
        refuse(heading, Headings.quoted(value) + " is not one of the codes.", near
                ? "Did you mean ‘" + nearest + "’?" : "Use one of: " + String.join(", ", codes.stream()
                        .limit(MOST_CODES_SHOWN).toList()) + (codes.size() > MOST_CODES_SHOWN
                        ? " … The import page of the handbook has all of them." : "."));
    }

    /** Null when empty or wrong. */
    Boolean yesNo(String heading) {
        String value = text(heading, 20);
        if (value == null) {
            return null;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no" -> false;
            default -> {
                refuse(heading, Headings.quoted(value) + " is neither yes nor no.", "Write ‘yes’ or ‘no’.");
                yield null;
            }
        };
    }

    /** A value whose class says itself what is wrong with it. */
    <T> T parsed(String heading, Function<String, T> parser) {
        String value = text(heading, 200);
        if (value == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException wrong) {
            refuse(heading, "The value cannot be right.", wrong.getMessage() + ".");
            return null;
        }
    }

    void refuse(String heading, String problem, String remedy) {
        remarks.add(new Remark(row.sheet(), row.line(), heading, row.reference(), true, problem, remedy));
    }

    /** Said, but the household is brought over all the same. */
    void mention(String heading, String problem, String remedy) {
        remarks.add(new Remark(row.sheet(), row.line(), heading, row.reference(), false, problem, remedy));
    }

    /** The sentences that a constructor of the case file throws, as a remark on the row. */
    <T> T made(java.util.function.Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException wrong) {
            refuse(null, wrong.getMessage() + ".", "Put the row right.");
            return null;
        }
    }

    static List<Remark> remarks() {
        return new ArrayList<>();
    }
}
