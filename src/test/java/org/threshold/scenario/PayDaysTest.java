package org.threshold.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayDaysTest {

    /** From a Wednesday on. */
    private static final LocalDate FIRST = LocalDate.of(2027, 2, 24);
    private static final PlayedYear YEAR = new PlayedYear(Scenario.PEER_REVIEW_2023, 7, 1, FIRST, FIRST.plusDays(99),
            FIRST);

    @Test
    void everyFourthMonday() {
        List<LocalDate> days = FIRST.minusDays(30).datesUntil(FIRST.plusDays(100)).filter(day -> PayDays.is(YEAR, day))
                .toList();
        assertThat(days).containsExactly(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 29),
                LocalDate.of(2027, 4, 26), LocalDate.of(2027, 5, 24));
    }

    @Test
    void eachNightIsPaidOnce() {
        assertThat(PayDays.paidUntil(YEAR, LocalDate.of(2027, 3, 1))).isEqualTo(FIRST.minusDays(1));
        assertThat(PayDays.paidUntil(YEAR, LocalDate.of(2027, 3, 2))).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(PayDays.paidUntil(YEAR, LocalDate.of(2027, 3, 29))).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(PayDays.paidUntil(YEAR, LocalDate.of(2027, 4, 1))).isEqualTo(LocalDate.of(2027, 3, 29));
    }
}
