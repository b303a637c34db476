package org.threshold.oversight;

import static org.threshold.casefile.SpreadsheetText.safe;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.threshold.audit.AuditRecord;

/** The audit as CSV in which nothing that was typed by anybody can act as a formula. */
final class AuditFile {

    static final int ROWS_AT_ONCE = 1_000;
    /** So that a spreadsheet knows that it is UTF-8. */
    private static final String MARK = "\uFEFF";

    private final CSVPrinter csv;
    private long rows;

    AuditFile(OutputStream out) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(MARK);
        csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord("at_utc", "case", "number", "who", "via", "address", "action", "subject", "details", "reason",
                "provision");
    }

    void add(List<AuditRecord> entries) throws IOException {
        for (AuditRecord entry : entries) {
            csv.printRecord(entry.at(), entry.caseReference(), entry.sequence(), safe(entry.who()), entry.via(),
                    entry.address(), safe(entry.action()), safe(entry.subject()), safe(entry.details()),
                    safe(entry.reason()), safe(entry.provision()));
            rows++;
        }
    }

    void end() throws IOException {
        csv.flush();
    }

    long rows() {
        return rows;
    }
}
