package org.threshold.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threshold.scenario.YearPlan.Move;

/** What is planned of a year has the published figures, whoever the seed draws. */
class YearPlanTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 18);
    private static final Tables TABLES = Tables.of(Scenario.PEER_REVIEW_2023);
    private static final PlayedYear WHOLE = year(7, 1);

    private static PlayedYear year(long seed, int scale) {
        return new PlayedYear(Scenario.PEER_REVIEW_2023, seed, scale, FIRST, FIRST.plusYears(1).minusDays(1), FIRST);
    }

    @Test
    void fourHundredAndFiftyComeInEachMonthOnWorkingDays() {
        YearPlan plan = YearPlan.of(TABLES, WHOLE);
        List<LocalDate> days = FIRST.datesUntil(FIRST.plusYears(1)).toList();
        Map<YearMonth, Integer> byMonth = days.stream().collect(Collectors.groupingBy(YearMonth::from,
                Collectors.summingInt(day -> plan.comingOn(day).size())));
        YearMonth begun = YearMonth.from(FIRST);
        assertThat(byMonth.remove(begun) + byMonth.remove(begun.plusYears(1))).isEqualTo(450);
        assertThat(byMonth).hasSize(11).allSatisfy((month, count) -> assertThat(count).isEqualTo(450));
        assertThat(days.stream().filter(day -> day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()))
                .allSatisfy(day -> assertThat(plan.comingOn(day)).isEmpty());
        assertThat(plan.comingOn(FIRST.plusDays(5))).allSatisfy(number -> assertThat(Arrivals.dayOf(number))
                .isEqualTo(FIRST.plusDays(5)));
    }

    @Test
    void ninetyThreeAreMadeOutsideTheBoroughOverTheWholeYear() {
        List<Move> outside = YearPlan.of(TABLES, WHOLE).moves().stream().filter(move -> move.host() != null).toList();
        assertThat(outside).hasSize(93);
        assertThat(outside.stream().filter(move -> move.lodging() == Lodging.NIGHTLY)).hasSize(63);
        Map<Integer, Long> byQuarter = outside.stream().collect(Collectors.groupingBy(move ->
                Arrivals.dayOf(move.number()).get(IsoFields.QUARTER_OF_YEAR), Collectors.counting()));
        assertThat(byQuarter).hasSize(4).allSatisfy((quarter, count) -> assertThat(count).isBetween(12L, 36L));
        Fate fate = new Fate(TABLES, 7);
        assertThat(outside.stream().filter(move -> fate.household(move.number(), true, Arrivals.dayOf(move.number()))
                .withChildren()).count()).isGreaterThan(80);
    }

    /** Stock divided by mean stay; at 122 places and 160 nights each, bed and breakfast turns over more than twice. */
    @Test
    void asManyMoveInAsLeaveByTheLengthsOfTheirStays() {
        Map<Lodging, Long> moves = YearPlan.of(TABLES, WHOLE).moves().stream()
                .collect(Collectors.groupingBy(Move::lodging, Collectors.counting()));
        assertThat(Stays.mean(TABLES, Lodging.BED_AND_BREAKFAST)).isBetween(155.0, 165.0);
        assertThat(moves).containsEntry(Lodging.BED_AND_BREAKFAST, 278L).containsEntry(Lodging.NIGHTLY, 73L);
        assertThat(moves.get(Lodging.COUNCIL)).isBetween(40L, 50L);
    }

    @ParameterizedTest
    @CsvSource({"1, 93", "2, 47", "20, 5", "50, 2"})
    void aSmallerCouncilPlacesInProportion(int scale, int outside) {
        assertThat(YearPlan.of(TABLES, year(7, scale)).placedOutside()).isEqualTo(outside);
        assertThat(YearPlan.of(TABLES, year(8, scale)).placedOutside()).isEqualTo(outside);
    }

    @Test
    void beyondAFiftiethNobodyIsPlaced() {
        assertThat(YearPlan.of(TABLES, year(7, 51)).moves()).isEmpty();
    }

    @Test
    void evenAFewDaysOfASmallCouncilShowOneOutside() {
        PlayedYear days = new PlayedYear(Scenario.PEER_REVIEW_2023, 7, 50, FIRST, FIRST.plusDays(9), FIRST);
        assertThat(YearPlan.of(TABLES, days).moves()).singleElement()
                .satisfies(move -> assertThat(move.host()).isNotNull());
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void theSameSeedPlansTheSame(Scenario scenario) {
        Tables tables = Tables.of(scenario);
        assertThat(YearPlan.of(tables, year(7, 20)).moves()).isNotEmpty()
                .isEqualTo(YearPlan.of(tables, year(7, 20)).moves())
                .isNotEqualTo(YearPlan.of(tables, year(8, 20)).moves());
    }

    @Test
    void theOpeningStockAndThatOfTheLastDayAreTheSame() {
        assertThat(StockPlan.counts(TABLES, 1).values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_069);
        assertThat(StockPlan.of(TABLES, 7, 20, FIRST).counts()).isEqualTo(StockPlan.counts(TABLES, 20));
    }
}
