package org.threshold.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimesTest {

    private final LogTimes london = new LogTimes(ZoneId.of("Europe/London"), DateOrder.DAY_FIRST);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-07-01T09:00:00.000+02:00      | 2026-07-01T07:00:00Z
            2026-07-01T09:00:00Z               | 2026-07-01T09:00:00Z
            2026-07-01T09:00:00.123456789+0200 | 2026-07-01T07:00:00.123456789Z
            2026-07-01T09:00                   | 2026-07-01T08:00:00Z
            2026-07-01 09:00:00                | 2026-07-01T08:00:00Z
            2026-07-01 09:00:00+00:00          | 2026-07-01T09:00:00Z
            2026-07-01 09:00:00 UTC            | 2026-07-01T09:00:00Z
            2026/07/01 09:00:00.500            | 2026-07-01T08:00:00.500Z
            1/7/2026 9:00                      | 2026-07-01T08:00:00Z
            01-07-2026 09:00:00                | 2026-07-01T08:00:00Z
            01.07.2026 09:00:00,5              | 2026-07-01T08:00:00.500Z
            2026-01-15                         | 2026-01-15T00:00:00Z
            2026-03-29 01:30                   | 2026-03-29T01:30:00Z
            2026-10-25 01:30                   | 2026-10-25T00:30:00Z
            """)
    void manyFormsAreRead(String text, Instant wanted) {
        assertThat(london.read(text)).contains(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "2026-13-01", "13/13/2026", "2026-07-01T25:00", "01/07/26",
        "2026-07/01", "2026-07-01T09:00+99:00", "1783000000", "20260701"})
    void nothingIsGuessed(String text) {
        assertThat(london.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7/1/2026, 2026-07-01T00:00:00Z", "12/31/2026 23:59, 2026-12-31T23:59:00Z"})
    void monthsMayComeFirst(String text, Instant wanted) {
        assertThat(new LogTimes(ZoneId.of("UTC"), DateOrder.MONTH_FIRST).read(text)).contains(wanted);
    }
}
