package org.threshold.board.web;

import static org.threshold.casefile.SpreadsheetText.safe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV: numbers with a point, days as in ISO 8601, nothing where there is no number. */
final class FlowFile {

    /** So that a spreadsheet knows that it is UTF-8. */
    private static final String MARK = "\uFEFF";

    private FlowFile() {
    }

    static byte[] of(FlowTable table) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(table.headings());
            for (List<Object> row : table.rows()) {
                printer.printRecord(row.stream().map(FlowFile::cell).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Object cell(Object cell) {
        if (cell instanceof Double number) {
            return number.isNaN() ? "" : String.format(Locale.ROOT, "%.4f", number);
        }
        return cell instanceof String words ? safe(words) : cell;
    }
}
