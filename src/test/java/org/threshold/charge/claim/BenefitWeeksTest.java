package org.threshold.charge.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threshold.accommodation.ClaimsForKeys.Kind;
import org.threshold.accommodation.DatedRate;
import org.threshold.accommodation.Rate;

/** The days of a claim: week edges, month ends, changes of address, backdating. */
class BenefitWeeksTest {

    @Test
    @DisplayName("keys on Friday 5 June, claim on Tuesday 16 June: 17 nights and 935 pounds are lost")
    void theWorkedExample() {
        LocalDate keys = LocalDate.of(2026, 6, 5);
        LocalDate claim = LocalDate.of(2026, 6, 16);
        assertThat(BenefitWeeks.firstNightPaid(Kind.NEW_CLAIM, keys, claim)).isEqualTo("2026-06-22");
        assertThat(BenefitWeeks.nightsLost(Kind.NEW_CLAIM, keys, claim)).isEqualTo(17);
        assertThat(cost(Rate.Per.NIGHT, 5500, keys, 17).words()).isEqualTo("17 nights, £935.00");
    }

    @ParameterizedTest(name = "{0}: first night {1}, claim {2}, paid from {3}, {4} nights lost")
    @CsvSource({
        "same day,              2026-06-05, 2026-06-05, 2026-06-05, 0",
        "Sunday of that week,   2026-06-05, 2026-06-07, 2026-06-05, 0",
        "Monday after,          2026-06-05, 2026-06-08, 2026-06-15, 10",
        "Sunday after,          2026-06-05, 2026-06-14, 2026-06-15, 10",
        "keys on a Monday,      2026-06-01, 2026-06-07, 2026-06-01, 0",
        "keys on a Sunday,      2026-06-07, 2026-06-07, 2026-06-07, 0",
        "keys Sunday and late,  2026-06-07, 2026-06-08, 2026-06-15, 8",
        "claim before the keys, 2026-06-08, 2026-06-05, 2026-06-08, 0",
        "over the new year,     2025-12-31, 2026-01-04, 2025-12-31, 0",
        "into the new year,     2025-12-28, 2026-01-01, 2026-01-05, 8",
        "clocks go forward,     2026-03-28, 2026-03-30, 2026-04-06, 9",
        "clocks go back,        2026-10-24, 2026-10-26, 2026-11-02, 9",
        "29 February,           2028-02-29, 2028-03-06, 2028-03-13, 13"})
    void aNewClaim(String what, LocalDate liable, LocalDate made, LocalDate paid, int lost) {
        assertThat(BenefitWeeks.firstNightPaid(Kind.NEW_CLAIM, liable, made)).isEqualTo(paid);
        assertThat(BenefitWeeks.nightsLost(Kind.NEW_CLAIM, liable, made)).isEqualTo(lost);
    }

    @ParameterizedTest(name = "moved on {0}, told on {1}, paid from {2}")
    @CsvSource({"2026-06-05, 2026-06-05, 2026-06-05", "2026-06-05, 2026-07-05, 2026-06-05",
        "2026-06-05, 2026-07-06, 2026-07-06", "2026-01-31, 2026-02-28, 2026-01-31",
        "2026-01-31, 2026-03-01, 2026-03-01"})
    void aChangeOfAddressHasAMonth(LocalDate moved, LocalDate told, LocalDate paid) {
        assertThat(BenefitWeeks.firstNightPaid(Kind.CHANGE_OF_ADDRESS, moved, told)).isEqualTo(paid);
    }

    @ParameterizedTest(name = "asked on {0}, last day {1}")
    @CsvSource({"2026-06-05, 2026-07-05", "2026-01-31, 2026-02-28", "2028-01-31, 2028-02-29", "2026-03-31, 2026-04-30",
        "2026-12-31, 2027-01-31", "2026-02-28, 2026-03-28"})
    void evidenceHasAMonth(LocalDate asked, LocalDate due) {
        assertThat(BenefitWeeks.monthAfter(asked)).isEqualTo(due);
    }

    @ParameterizedTest(name = "claim {1}, asked {2}, pension age {0}: back to {3} at most")
    @CsvSource({"false, 2026-06-16, 2026-06-16, 2026-05-16", "false, 2026-06-16, 2026-06-30, 2026-05-30",
        "false, 2026-03-31, 2026-03-31, 2026-02-28", "true, 2026-06-16, 2026-09-01, 2026-03-16"})
    void howFarBack(boolean pensionAge, LocalDate made, LocalDate asked, LocalDate earliest) {
        assertThat(BenefitWeeks.earliestBackdate(pensionAge, made, asked)).isEqualTo(earliest);
    }

    @ParameterizedTest(name = "born {0}, pension age on {1}")
    @CsvSource({"1960-04-05, 2026-04-05", "1960-04-06, 2026-05-06", "1960-05-05, 2026-06-05", "1960-05-06, 2026-07-06",
        "1961-03-05, 2028-02-05", "1961-03-06, 2028-03-06", "1975-01-01, 2042-01-01"})
    void pensionAge(LocalDate born, LocalDate reached) {
        assertThat(PensionAge.reachedOn(born)).isEqualTo(reached);
    }

    @ParameterizedTest(name = "{1} pence a {0}, {2} nights from {3}: {4} pence")
    @CsvSource({"NIGHT, 5500, 17, 2026-06-05, 93500", "WEEK, 28000, 7, 2026-06-03, 28000",
        "WEEK, 10000, 1, 2026-06-01, 1428", "WEEK, 10000, 14, 2026-06-05, 20000", "WEEK, 28000, 0, 2026-06-01, 0"})
    void nightsInPence(Rate.Per per, int pence, int nights, LocalDate from, long cost) {
        assertThat(cost(per, pence, from, nights)).isEqualTo(new LateClaimCost(nights, cost));
    }

    @Test
    @DisplayName("a rate that rises costs more from its first night, and only the eligible part counts")
    void aRateThatRises() {
        LocalDate from = LocalDate.of(2026, 6, 5);
        List<DatedRate> rates = List.of(rate(from.minusYears(1), Rate.Per.NIGHT, 5000),
                rate(from.plusDays(2), Rate.Per.NIGHT, 6000));
        assertThat(LateClaimCost.of(rates, from, from.plusDays(3)).pence()).isEqualTo(16_000);
    }

    private static LateClaimCost cost(Rate.Per per, int pence, LocalDate from, int nights) {
        return LateClaimCost.of(List.of(rate(from, per, pence)), from, from.plusDays(nights));
    }

    private static DatedRate rate(LocalDate from, Rate.Per per, int pence) {
        return new DatedRate(from, new Rate(per, pence, 700), "as agreed", Instant.EPOCH, "officer");
    }
}
