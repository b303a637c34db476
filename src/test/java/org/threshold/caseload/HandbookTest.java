package org.threshold.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;

/** What the handbook says of the files is so, and its example can be brought over. */
class HandbookTest extends CaseloadTest {

    @Test
    void everyColumnStandsInTheHandbookAndNoOther() throws IOException {
        String page = Files.readString(Path.of("src/docs/import.md"));
        for (Sheet sheet : Sheet.values()) {
            String table = page.substring(page.indexOf("### " + sheet.fileName()));
            table = table.substring(0, table.indexOf("\n### ", 4));
            assertThat(table.lines().filter(line -> line.startsWith("| ")).skip(1)
                    .map(line -> line.split("\\|")[1].strip())).as(sheet.fileName())
                    .containsExactlyElementsOf(sheet.columns().stream()
                            .map(column -> column.required() ? "**" + column.heading() + "**" : column.heading())
                            .toList());
        }
    }

    @Test
    void theReasonsOfEachDutyStandThere() throws IOException {
        String page = Files.readString(Path.of("src/docs/import.md"));
        for (DutyKind kind : DutyKind.values()) {
            assertThat(page).contains("| `" + kind + "` | " + Arrays.stream(EndReason.values())
                    .filter(reason -> reason.ends(kind)).map(reason -> "`" + reason + "`")
                    .collect(Collectors.joining(", ")) + " |");
        }
    }

    @Test
    void theExampleIsBroughtOver() throws IOException {
        Map<Sheet, byte[]> files = new EnumMap<>(Sheet.class);
        for (Sheet sheet : Sheet.values()) {
            files.put(sheet, Files.readAllBytes(Path.of("src/docs/import-example", sheet.fileName())));
        }
        signIn("admin");
        long id = caseloads.check(DateOrder.DAY_FIRST, files);

        assertThat(caseloads.allRemarks(id)).isEmpty();
        finish(id);

        assertThat(caseloads.report(id).households().imported()).isEqualTo(5);
        assertThat(caseloads.report(id).balances().imported()).isEqualTo(31240);
        assertThat(caseloads.report(id).totals()).allMatch(total -> total.read() == total.imported());
        assertThat(jdbc.sql("select string_agg(status, ' ' order by previous_reference) from case_file"
                + " where previous_reference like 'EX-100_'").query(String.class).single())
                .isEqualTo("TRIAGE PREVENTION MAIN_DUTY_PENDING MAIN_DUTY_PENDING MAIN_DUTY");
        assertThat(jdbc.sql("select f.previous_reference || ' ' || r.manager || ': ' || (select string_agg(a.username, ' '"
                + " order by a.username) from case_access a where a.case_reference = r.case_reference)"
                + " from case_restriction r join case_file f on f.reference = r.case_reference"
                + " where f.previous_reference like 'EX-100_'").query(String.class).list())
                .as("domestic abuse on its record").containsExactly("EX-1003 leader: leader officer");
    }
}
