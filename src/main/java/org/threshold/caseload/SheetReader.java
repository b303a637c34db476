package org.threshold.caseload;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads one file: UTF-8 with or without its mark, commas, values in double quotes where they need them, lines ended as
 * on any system. Anything else is refused with a sentence, never guessed at.
 */
final class SheetReader {

    static final int LARGEST_FILE = 20 * 1024 * 1024;
    static final int MOST_ROWS = 100_000;
    private static final int LONGEST_VALUE = 20_000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final Sheet sheet;
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private List<String> headings;

    private SheetReader(Sheet sheet) {
        this.sheet = sheet;
    }

    static SheetContent read(Sheet sheet, byte[] bytes) {
        return new SheetReader(sheet).read(bytes);
    }

    private SheetContent read(byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            return refused("The file is larger than " + LARGEST_FILE / 1024 / 1024 + " MB.",
                    "Bring the caseload over in several parts.");
        }
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3) {
            return refused("This is an Excel workbook or a zip file, not a CSV file.",
                    "Save the sheet as ‘CSV UTF-8 (comma delimited)’.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return refused("The file is not written in UTF-8, so names with accents would be wrong.",
                    "Save it as ‘CSV UTF-8 (comma delimited)’.");
        }
        return parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private SheetContent parse(String text) {
        if (text.isBlank()) {
            return refused("The file is empty.", "Leave it out if there is nothing to bring over.");
        }
        String first = text.lines().findFirst().orElse("");
        if (!first.contains(",") && (first.contains(";") || first.contains("\t"))) {
            return refused("The values are separated by " + (first.contains(";") ? "semicolons" : "tabs")
                    + ", not by commas.", "Save the file as ‘CSV UTF-8 (comma delimited)’.");
        }
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            return records(parser);
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException broken) {
            return refused("The quotation marks do not match, near line " + (lastLine() + 1) + ".",
                    "Put a value with a comma, a quotation mark or a line break in double quotes, and write a"
                            + " quotation mark inside it twice.");
        }
    }

    private int lastLine() {
        return rows.isEmpty() ? 1 : rows.get(rows.size() - 1).line();
    }

    private SheetContent records(CSVParser parser) {
        Iterator<CSVRecord> records = parser.iterator();
        headings = records.next().stream().map(String::strip).toList();
        List<Remark> wrong = Headings.check(sheet, headings);
        if (!wrong.isEmpty()) {
            return SheetContent.unreadable(sheet, wrong);
        }
        while (true) {
            int line = (int) parser.getCurrentLineNumber() + 1;
            if (!records.hasNext()) {
                return new SheetContent(sheet, rows, remarks, true);
            }
            CSVRecord next = records.next();
            if (rows.size() >= MOST_ROWS) {
                return refused("The file has more than " + MOST_ROWS + " rows.",
                        "Bring the caseload over in several parts.");
            }
            if (next.stream().anyMatch(value -> !value.isBlank())) {
                add(next, line);
            }
        }
    }

    private void add(CSVRecord values, int line) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(values.size(), headings.size()); i++) {
            if (!values.get(i).isBlank()) {
                row.put(headings.get(i), values.get(i).strip());
            }
        }
        Row read = new Row(sheet, line, row);
        rows.add(read);
        if (values.size() != headings.size()) {
            remark(read, null, "The row has " + values.size() + (values.size() == 1 ? " value" : " values")
                    + ", but there are " + headings.size() + " headings.",
                    "Put a value that contains a comma in double quotes, and leave no value out: an empty one is two"
                            + " commas with nothing between them.");
        }
        if (sheet.ofHouseholds() && read.reference() == null) {
            remark(read, Sheet.REFERENCE, "The row does not say which household it belongs to.",
                    "Enter the household’s reference in the previous system.");
        }
        row.forEach((heading, value) -> {
            if (value.length() > LONGEST_VALUE || value.indexOf('\u0000') >= 0) {
                remark(read, heading, value.length() > LONGEST_VALUE ? "The value is longer than " + LONGEST_VALUE
                        + " characters." : "The value contains a character that is not text.",
                        "Shorten it, or check whether a quotation mark is missing.");
            }
        });
    }

    private void remark(Row row, String heading, String problem, String remedy) {
        remarks.add(new Remark(sheet, row.line(), heading, row.reference(), true, problem, remedy));
    }

    private SheetContent refused(String problem, String remedy) {
        return SheetContent.unreadable(sheet, List.of(new Remark(sheet, 1, null, null, true, problem, remedy)));
    }
}
