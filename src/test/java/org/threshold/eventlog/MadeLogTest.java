package org.threshold.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.threshold.Acting.as;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.IntegrationTest;

/** A made log of 20,000 events: each figure is what PostgreSQL reckons from the same rows, in each form. */
class MadeLogTest extends IntegrationTest {

    private static final int EVENTS = 20_000;

    @Autowired
    private EventLogs logs;
    @Autowired
    private DataSource database;

    @Test
    void theDatabaseReckonsTheSame() throws Exception {
        List<MadeLog.Row> rows = MadeLog.of(EVENTS, 7);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        MadeLog.writeCsv(rows, csv);
        ByteArrayOutputStream xes = new ByteArrayOutputStream();
        MadeLog.writeXes(rows, xes);

        LogAnalysis found = analyse(csv.toByteArray());

        assertThat(found.events()).isEqualTo(EVENTS);
        assertThat(analyse(xes.toByteArray())).isEqualTo(found);
        assertThat(analyse(SmallLogTest.zipped(xes.toByteArray()))).isEqualTo(found);
        SqlFigures.check(database, rows, found);
    }

    private LogAnalysis analyse(byte[] log) {
        return as("analyst", () -> {
            try {
                return logs.analyse(new ByteArrayInputStream(log), LogMapping.plain());
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        });
    }
}
