package org.threshold.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WhereWordsTest {

    /** The same on every page: a list must not say the 17th where another says the 18th at nought. */
    @Test
    void whatIsDueWhenADayHasEndedIsDueOnThatDay() {
        assertThat(WhereWords.due(Instant.parse("2026-11-18T00:00:00Z"))).isEqualTo("17 Nov 2026");
        assertThat(WhereWords.due(Instant.parse("2026-11-18T23:59:00Z"))).isEqualTo("18 Nov 2026");
        assertThat(WhereWords.due(Instant.parse("2026-07-17T23:00:00Z"))).as("midnight in summer")
                .isEqualTo("17 Jul 2026");
        assertThat(WhereWords.due(Instant.parse("2026-11-18T14:30:00Z"))).isEqualTo("18 Nov 2026 at 14:30");
    }
}
