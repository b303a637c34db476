package org.threshold.caseload.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.threshold.caseload.Remark;
import org.threshold.caseload.Sheet;

/** The file of remarks is opened in a spreadsheet: nothing in it that came from outside may act there. */
class RemarksFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://evil.example\")", "+1+1", "-2", "@SUM(A1)", "\t=1+1"})
    void whatBeginsLikeAFormulaIsText(String reference) throws IOException {
        CSVRecord row = read(reference);

        assertThat(row.get(3)).isEqualTo("'" + reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OLD-1", "1,5 \"quoted\"", "two\nlines", "<b>bold</b>"})
    void allElseIsAsItWas(String reference) throws IOException {
        CSVRecord row = read(reference);

        assertThat(row.stream()).containsExactly("notes.csv", "7", "text", reference, "yes", "Wrong.", "Mend it.");
    }

    private static CSVRecord read(String reference) throws IOException {
        byte[] file = RemarksFile.of(List.of(new Remark(Sheet.NOTES, 7, "text", reference, true, "Wrong.",
                "Mend it.")));
        List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(new String(file, StandardCharsets.UTF_8)))
                .getRecords();
        assertThat(rows).hasSize(2);
        return rows.get(1);
    }
}
