package org.threshold.charge;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of payments: UTF-8, commas, a line of headings. What it does not understand it says, and never guesses. */
final class PaymentSheet {

    static final int LARGEST = 5 * 1024 * 1024;
    static final int MOST_LINES = 20_000;
    /** The headings, in any order; others are left aside. */
    static final List<String> HEADINGS = List.of("payment_id", "paid_on", "account", "amount");

    private static final int LONGEST = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true).setTrim(true).setIgnoreEmptyLines(true).get();

    private final LocalDate today;

    private PaymentSheet(LocalDate today) {
        this.today = today;
    }

    /** @throws NotPossible where the file as a whole cannot be read */
    static List<PaymentRow> read(byte[] bytes, LocalDate today) {
        if (bytes.length == 0) {
            throw new NotPossible("The file is empty.");
        }
        if (bytes.length > LARGEST) {
            throw new NotPossible("The file is larger than 5 MB. Split it.");
        }
        return new PaymentSheet(today).rows(text(bytes));
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            // The bytes of UTF-16 without a mark read as UTF-8 with a nought after each letter.
            if (text.indexOf('\0') >= 0) {
                throw new CharacterCodingException();
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw new NotPossible("The file is not a CSV file in UTF-8. Save it as ‘CSV UTF-8 (comma delimited)’.");
        }
    }

    private List<PaymentRow> rows(String text) {
        List<PaymentRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            List<String> headings = parser.getHeaderNames().stream().map(String::toLowerCase).toList();
            for (String heading : HEADINGS) {
                if (!headings.contains(heading)) {
                    throw new NotPossible("The file has no column ‘" + heading + "’. Its first line must have: "
                            + String.join(", ", HEADINGS) + ".");
                }
            }
            for (CSVRecord each : parser) {
                if (rows.size() == MOST_LINES) {
                    throw new NotPossible("The file has more than 20,000 payments. Split it.");
                }
                rows.add(row(each, (int) each.getRecordNumber() + 1));
            }
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException broken) {
            throw new NotPossible("The file cannot be read near payment " + (rows.size() + 1)
                    + ": its columns or quotation marks do not match.");
        }
        if (rows.isEmpty()) {
            throw new NotPossible("The file has no payments, only headings.");
        }
        return rows;
    }

    private PaymentRow row(CSVRecord each, int line) {
        String id = value(each, "payment_id");
        String account = value(each, "account");
        String amount = value(each, "amount");
        LocalDate day = day(value(each, "paid_on")).orElse(null);
        Long accountId = AccountNumber.parse(account).orElse(null);
        long pence = pence(amount);
        return new PaymentRow(line, id, day, account, accountId, amount, pence, wrong(id, day, accountId, pence));
    }

    private String wrong(String id, LocalDate day, Long accountId, long pence) {
        if (id.isEmpty()) {
            return "It has no payment_id, so it could be posted twice";
        }
        if (day == null) {
            return "paid_on is not a day like 2027-06-01 or 1/6/2027";
        }
        if (day.isAfter(today)) {
            return "paid_on is in the future";
        }
        if (pence <= 0) {
            return "The amount is not more than nothing, like 45.50";
        }
        return accountId == null ? "There is no account of this number; it may be mistyped" : null;
    }

    private static String value(CSVRecord each, String heading) {
        String value = each.isSet(heading) ? each.get(heading).strip() : "";
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text.contains("/") ? LocalDate.parse(text, DAY) : LocalDate.parse(text));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static long pence(String text) {
        try {
            return Money.pence(text);
        } catch (IllegalArgumentException none) {
            return 0;
        }
    }
}
