package org.threshold.caseload.web;

import static org.threshold.casefile.SpreadsheetText.safe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.threshold.caseload.Column;
import org.threshold.caseload.Remark;
import org.threshold.caseload.Sheet;

/** What the check says as a file for a spreadsheet, in which nothing that came from outside can act as a formula. */
final class RemarksFile {

    /** So that a spreadsheet knows that it is UTF-8. */
    private static final String MARK = "\uFEFF";

    private RemarksFile() {
    }

    static byte[] of(List<Remark> remarks) {
        StringBuilder text = new StringBuilder(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord("file", "line", "column", "previous_reference", "refused", "problem", "what_to_do");
            for (Remark each : remarks) {
                printer.printRecord(each.sheet().fileName(), each.line(), safe(each.heading()),
                        safe(each.reference()), each.refused() ? "yes" : "no", safe(each.problem()),
                        safe(each.remedy()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] headings(Sheet sheet) {
        return (MARK + String.join(",", sheet.columns().stream().map(Column::heading).toList()) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
