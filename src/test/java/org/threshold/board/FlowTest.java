package org.threshold.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.charge.AccommodationType;
import org.threshold.homelessness.DutyKind;
import org.threshold.homelessness.EndReason;
import org.threshold.statistics.Signal;

/** The arithmetic of the flow, without a database. */
class FlowTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 26);

    @Test
    void aBandIsWhatIsInItAndNoEdgeEverFalls() {
        FlowBands bands = FlowBands.of(List.of(new FlowReached(0, FROM.minusYears(1), 4),
                new FlowReached(0, FROM, 3), new FlowReached(0, TODAY, 2), new FlowReached(1, FROM.minusDays(3), 1),
                new FlowReached(1, LocalDate.of(2026, 2, 1), 5), new FlowReached(2, LocalDate.of(2026, 2, 1), 2),
                new FlowReached(2, TODAY, 1)), 3, FROM, TODAY);
        int last = bands.days().size() - 1;
        assertThat(bands.days()).startsWith(FROM).endsWith(TODAY).hasSize(13);
        assertThat(bands.came()).as("since the first day, not before it").isEqualTo(5);
        assertThat(bands.at(0, 0)).isEqualTo(6);
        assertThat(bands.at(1, 0)).isEqualTo(1);
        assertThat(bands.at(0, last)).isEqualTo(3);
        assertThat(bands.at(1, last)).isEqualTo(3);
        assertThat(bands.at(2, last)).isEqualTo(3);
        assertThat(bands.openNow()).isEqualTo(6);
        assertThat(bands.gone()).isEqualTo(3);
        for (int stage = 0; stage < 3; stage++) {
            for (int day = 1; day <= last; day++) {
                assertThat(bands.reached().get(stage)[day]).isGreaterThanOrEqualTo(bands.reached().get(stage)[day - 1]);
            }
        }
    }

    @Test
    void aSteadyFlowAgreesWithItself() {
        List<FlowReached> reached = new ArrayList<>();
        List<FlowEnd> ended = new ArrayList<>();
        for (LocalDate day = FROM.minusDays(20); !day.isAfter(TODAY); day = day.plusDays(1)) {
            reached.add(new FlowReached(0, day, 3));
            if (!day.plusDays(20).isAfter(TODAY)) {
                reached.add(new FlowReached(2, day.plusDays(20), 3));
                ended.add(new FlowEnd(day.plusDays(20), 20));
            }
        }
        FlowBands bands = FlowBands.of(reached, 3, FROM, TODAY);
        FlowAnswer answer = new FlowAnswer(FlowFilter.ALL, FROM, TODAY, bands,
                FlowTimes.of(ended, FROM, bands.days()), null, null, null, null, null, null);
        assertThat(answer.consistency()).isCloseTo(1, within(0.02));
    }

    @Test
    void theRollingPercentileLooksBackThirteenWeeksAndNeedsTen() {
        List<FlowEnd> ended = new ArrayList<>();
        IntStream.range(0, 9).forEach(i -> ended.add(new FlowEnd(FROM.plusDays(1), 5)));
        IntStream.rangeClosed(1, 21).forEach(i -> ended.add(new FlowEnd(FROM.plusDays(60), i)));
        List<LocalDate> weeks = List.of(FROM.plusDays(7), FROM.plusDays(60), FROM.plusDays(92), FROM.plusDays(160));
        FlowTimes times = FlowTimes.of(ended, FROM.plusDays(10), weeks);
        assertThat(times.rolling()).extracting(FlowEnd::day).containsExactly(weeks.get(1), weeks.get(2));
        assertThat(times.rolling().get(1).days()).as("the nine have left the window").isEqualTo(18);
        assertThat(times.summary().n()).isEqualTo(21);
        assertThat(times.summary().p50()).isEqualTo(11);
        assertThat(times.sample(5)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void onlyFullMonthsCountAndNoneBeforeTheFirst() {
        List<FlowReached> reached = new ArrayList<>(List.of(new FlowReached(0, TODAY, 500),
                new FlowReached(1, LocalDate.of(2025, 3, 3), 9)));
        IntStream.range(0, 11).forEach(i -> reached.add(
                new FlowReached(0, LocalDate.of(2025, 4, 30).plusMonths(i).minusDays(3), 10 + i % 2)));
        reached.add(new FlowReached(0, LocalDate.of(2025, 8, 1), 60));
        FlowMonths months = FlowMonths.of(reached, 0, LocalDate.of(2025, 3, 1), TODAY, true);
        assertThat(months.months()).hasSize(11).startsWith(YearMonth.of(2025, 4)).endsWith(YearMonth.of(2026, 2));
        assertThat(months.counts()[4]).isEqualTo(70);
        assertThat(months.xmr().signals().get(4)).isEqualTo(Signal.OUTSIDE_LIMITS);
        assertThat(months.xmr().trial()).isTrue();
        assertThat(FlowMonths.of(List.of(), 0, FROM, TODAY, true).xmr()).isNull();
    }

    @Test
    void staysThatGoOnAreCountedForWhatTheyHaveLasted() {
        List<FlowStay> stays = new ArrayList<>();
        IntStream.rangeClosed(1, 6).forEach(i -> stays.add(stay(AccommodationType.BB_SHARED_ANNEXE, 60, 60 - i * 5)));
        IntStream.rangeClosed(1, 2).forEach(i -> stays.add(stay(AccommodationType.PSL_LEASED, 60, 50)));
        IntStream.rangeClosed(1, 4).forEach(i -> stays.add(stay(AccommodationType.PSL_LEASED, 80, -1)));
        FlowStays answer = FlowStays.of(stays, TODAY);
        assertThat(answer.all().n()).isEqualTo(12);
        FlowStays.Group leased = answer.groups().stream()
                .filter(group -> group.type() == AccommodationType.PSL_LEASED).findFirst().orElseThrow();
        assertThat(leased.finished()).hasValue(10);
        assertThat(leased.curve().median()).as("four of six go on").isEmpty();
        assertThat(leased.curve().medianInWords()).isEqualTo("more than half are still open at day 80");
        assertThat(answer.test().degrees()).isEqualTo(1);
    }

    @Test
    void whoLeavesTomorrowIsStillThereToday() {
        FlowStays answer = FlowStays.of(List.of(new FlowStay(AccommodationType.OTHER, TODAY.minusDays(9),
                TODAY.plusDays(1), PlacementEnd.EVICTED, false)), TODAY);
        assertThat(answer.all().ended()).isZero();
        assertThat(answer.all().longest()).isEqualTo(9);
    }

    /** @param endAgo days before today, negative for a stay that goes on */
    private static FlowStay stay(AccommodationType type, int beganAgo, int endAgo) {
        return new FlowStay(type, TODAY.minusDays(beganAgo), endAgo < 0 ? null : TODAY.minusDays(endAgo),
                endAgo < 0 ? null : PlacementEnd.OTHER, false);
    }

    /**
     * Ten stays; by hand. Day 10: of ten, one housed, 1/10; nine tenths go on. Day 20: of nine, one evicted, 0.9/9 = 1/10,
     * and one last seen. Day 30: of seven, two housed: 0.8 * 2/7. The rest are last seen on day 40.
     */
    @Test
    void endsThatExcludeEachOtherAddUpWithWhatGoesOn() {
        List<FlowStay> stays = new ArrayList<>(List.of(ended(10, PlacementEnd.PART6_ACCEPTED),
                ended(20, PlacementEnd.EVICTED), stay(AccommodationType.OTHER, 20, -1),
                ended(30, PlacementEnd.PRSO_ACCEPTED), ended(30, PlacementEnd.PART6_ACCEPTED)));
        IntStream.range(0, 5).forEach(i -> stays.add(stay(AccommodationType.OTHER, 40, -1)));
        FlowEnds ends = FlowEnds.ofStays(stays, TODAY);
        FlowEnds.Way settled = ends.ways().get(0);
        assertThat(settled).isEqualTo(new FlowEnds.Way("A settled home", 3));
        assertThat(ends.share(settled, 9)).isZero();
        assertThat(ends.share(settled, 10)).isCloseTo(0.1, within(1e-12));
        assertThat(ends.share(settled, 40)).isCloseTo(0.1 + 0.8 * 2 / 7, within(1e-12));
        assertThat(ends.share(ends.ways().get(3), 40)).as("evicted").isCloseTo(0.1, within(1e-12));
        assertThat(ends.incidence().openAt(40)).isCloseTo(0.8 * 5 / 7, within(1e-12));
        assertThat(ends.open()).isEqualTo(6);
        assertThat(ends.until()).as("five were watched for so long").isEqualTo(40);
        assertThat(ends.knows(41)).isFalse();
    }

    /** The end of a placement has no word for a home in supported housing or with family: the keys tell. */
    @Test
    void aDutyThatEndedWithTheKeysOfAHomeIsNoEndWithoutOne() {
        for (PlacementEnd end : PlacementEnd.values()) {
            assertThat(FlowStayEnd.of(end, true)).as(end.name()).isEqualTo(end == PlacementEnd.DUTY_ENDED
                    ? FlowStayEnd.SETTLED : FlowStayEnd.of(end, false));
        }
        assertThat(FlowStayEnd.of(PlacementEnd.DUTY_ENDED, false).words()).isEqualTo("The duty ended in another way");
    }

    @Test
    void ofFewNothingIsSaidAndOfWhatHasAllEndedWhatHoldsForAll() {
        List<FlowStay> four = IntStream.range(0, 4).mapToObj(i -> stay(AccommodationType.OTHER, 90, 10)).toList();
        assertThat(FlowEnds.ofStays(four, TODAY).knows(1)).isFalse();
        List<FlowStay> six = new ArrayList<>(four);
        six.add(stay(AccommodationType.OTHER, 90, 60));
        six.add(stay(AccommodationType.OTHER, 90, 70));
        FlowEnds ends = FlowEnds.ofStays(six, TODAY);
        assertThat(ends.until()).as("only one had ended before then").isEqualTo(30);
        assertThat(ends.knows(30)).isTrue();
        assertThat(ends.knows(79)).as("the days of few").isFalse();
        assertThat(ends.knows(80)).isTrue();
        assertThat(ends.incidence().openAt(365)).isZero();
    }

    @Test
    void aDutyEndsAsTheReturnCountsIt() {
        FlowEnds ends = FlowEnds.ofDuties(List.of(duty(DutyKind.PREVENTION, EndReason.IH_FROM_ACCOMMODATION),
                duty(DutyKind.PREVENTION, EndReason.HOMELESS), duty(DutyKind.PREVENTION, EndReason.CONTACT_LOST),
                duty(DutyKind.PREVENTION, EndReason.SECURED_EXISTING_6M), duty(DutyKind.PREVENTION, null),
                duty(DutyKind.RELIEF, EndReason.ELAPSED_56)), DutyKind.PREVENTION, TODAY);
        assertThat(ends.ways()).extracting(FlowEnds.Way::words, FlowEnds.Way::n).containsExactly(
                tuple("A home for at least 6 months", 1L), tuple("Became homeless", 2L), tuple("The 56 days ran out", 0L),
                tuple("Withdrew, or contact was lost", 1L), tuple("Refused, not eligible or another end", 0L));
        assertThat(ends.open()).isOne();
        assertThat(FlowEnds.ofDuties(List.of(), DutyKind.RELIEF, TODAY).ways()).extracting(FlowEnds.Way::words)
                .as("the relief duty cannot end so").doesNotContain("Became homeless").hasSize(4);
    }

    private static FlowStay ended(int after, PlacementEnd end) {
        return new FlowStay(AccommodationType.OTHER, TODAY.minusDays(60), TODAY.minusDays(60 - after), end, false);
    }

    private static FlowDuty duty(DutyKind kind, EndReason reason) {
        return new FlowDuty(kind, TODAY.minusDays(30), reason == null ? null : TODAY, reason);
    }
}
