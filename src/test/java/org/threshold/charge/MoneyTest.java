package org.threshold.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.Rate;
import org.threshold.casefile.CaseReference;

/** What must hold for all money, tried with many made-up accounts; each is told by its seed. */
class MoneyTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @CsvSource({"38500, 0", "38499, 1501", "1, 0", "6, 6", "99999, 12345", "0, 0"})
    void theNightsOfAWeekSumToItsRate(int eligible, int ineligible) {
        Rate rate = new Rate(Rate.Per.WEEK, eligible, ineligible);
        List<NightlyCharge> week = MONDAY.datesUntil(MONDAY.plusWeeks(1)).map(day -> NightlyCharge.of(rate, day)).toList();

        assertThat(week.stream().mapToLong(NightlyCharge::pence).sum()).isEqualTo(rate.total());
        assertThat(week.stream().mapToLong(NightlyCharge::ineligible).sum()).isEqualTo(ineligible);
        assertThat(week).allSatisfy(night -> assertThat(night.pence()).isBetween(night.ineligible(),
                (eligible + ineligible) / 7 + 2L));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStatementIsTheSumOfItsLines(long seed) {
        Random random = new Random(seed);
        List<Line> lines = account(random);
        long forward = random.nextInt(200_000) - 100_000;

        List<Statement.Row> rows = StatementRows.of(lines, forward);

        long sum = lines.stream().mapToLong(Line::pence).sum();
        assertThat(rows.stream().mapToLong(Statement.Row::pence).sum()).isEqualTo(sum);
        if (!rows.isEmpty()) {
            assertThat(rows.get(rows.size() - 1).balance()).isEqualTo(forward + sum);
        }
        long running = forward;
        for (Statement.Row row : rows) {
            running += row.pence();
            assertThat(row.balance()).isEqualTo(running);
        }
        assertThat(rows).isSortedAccordingTo((one, other) -> one.onDay().compareTo(other.onDay()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aReversalRestores(long seed) {
        Random random = new Random(seed);
        List<Line> lines = account(random);
        long before = lines.stream().mapToLong(Line::pence).sum();
        Line taken = lines.get(random.nextInt(lines.size()));

        NewLine reversal = NewLine.reversal(1, taken, "Wrong account");

        assertThat(before + taken.pence() + reversal.pence()).isEqualTo(before);
        assertThat(reversal.onDay()).isEqualTo(taken.onDay());
        assertThat(reversal.ineligible()).isEqualTo(-taken.ineligible());
    }

    /** Whatever was charged before, the differences bring the account to what the facts say, and then there are none. */
    @ParameterizedTest
    @MethodSource("seeds")
    void chargesComeToAgreeWithThePlacement(long seed) {
        Random random = new Random(seed);
        LocalDate today = MONDAY.plusDays(60 + random.nextInt(30));
        List<Line> lines = new ArrayList<>();
        WantedNights wanted = null;
        for (int change = 0; change < 4; change++) {
            wanted = new WantedNights(placement(random), rates(random), today);
            post(lines, wanted.differences(charges(lines), "Dates were corrected"));
        }

        Map<LocalDate, Long> net = new TreeMap<>();
        lines.forEach(line -> net.merge(line.nightsFrom(), line.pence(), Long::sum));
        net.values().removeIf(pence -> pence == 0);
        Map<LocalDate, Long> should = new TreeMap<>();
        wanted.from(LocalDate.MIN).forEach(night -> should.put(night.nightsFrom(), night.pence()));
        should.values().removeIf(pence -> pence == 0);
        assertThat(net).isEqualTo(should);
        assertThat(wanted.differences(charges(lines), "Again")).isEmpty();
        assertThat(lines.stream().filter(line -> !line.reversal()).map(line -> line.nightsFrom() + " " + line.words()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePartsOfArrearsSumToWhatIsOwed(long seed) {
        Random random = new Random(seed);
        long eligible = random.nextInt(300_000);
        List<ArrearsSplit.Gap> gaps = new ArrayList<>();
        long left = eligible;
        for (ClaimCover.Cause cause : ClaimCover.Cause.values()) {
            long some = random.nextBoolean() ? 0 : random.nextInt((int) left + 1);
            gaps.add(new ArrearsSplit.Gap(ArrearsCause.of(cause), some));
            left -= some;
        }
        long charged = eligible + random.nextInt(50_000) - random.nextInt(80_000);
        long opening = random.nextInt(100_000) - 30_000;
        long owed = charged + opening - random.nextInt(200_000) + random.nextInt(20_000);

        ArrearsSplit split = ArrearsSplit.of(owed, charged, opening, gaps);

        assertThat(split.total()).isEqualTo(Math.max(0, owed));
        assertThat(split.parts().values()).allSatisfy(part -> assertThat(part).isPositive());
        gaps.forEach(gap -> assertThat(split.of(gap.cause())).isLessThanOrEqualTo(gap.pence()));
    }

    @Test
    void whatTheyPaidCountsAgainstTheirOwnShareFirst() {
        List<ArrearsSplit.Gap> gaps = List.of(new ArrearsSplit.Gap(ArrearsCause.LATE_CLAIM, 93_500),
                new ArrearsSplit.Gap(ArrearsCause.NOT_DECIDED, 20_000));

        assertThat(ArrearsSplit.of(124_000, 127_000, 0, gaps).parts()).containsExactlyInAnyOrderEntriesOf(Map.of(
                ArrearsCause.LATE_CLAIM, 93_500L, ArrearsCause.NOT_DECIDED, 20_000L, ArrearsCause.OWN_SHARE, 10_500L));
        assertThat(ArrearsSplit.of(100_000, 127_000, 0, gaps).parts()).containsExactlyInAnyOrderEntriesOf(Map.of(
                ArrearsCause.LATE_CLAIM, 80_000L, ArrearsCause.NOT_DECIDED, 20_000L));
    }

    @Test
    void aWeeksNightsAreReadTogether() {
        List<Line> lines = new ArrayList<>();
        post(lines, new WantedNights(account(MONDAY.plusDays(4), null, null), rates(5_000, 500),
                MONDAY.plusDays(16)).from(MONDAY));

        assertThat(StatementRows.of(lines, 0)).extracting(Statement.Row::words, Statement.Row::detail,
                Statement.Row::pence, Statement.Row::balance).containsExactly(
                tuple("Charge for 3 nights from 5 June 2026 to 7 June 2026",
                        "at £55.00 a night, of it £15.00 that Housing Benefit cannot cover", 16_500L, 16_500L),
                tuple("Charge for 7 nights from 8 June 2026 to 14 June 2026",
                        "at £55.00 a night, of it £35.00 that Housing Benefit cannot cover", 38_500L, 55_000L),
                tuple("Charge for 2 nights from 15 June 2026 to 16 June 2026",
                        "at £55.00 a night, of it £10.00 that Housing Benefit cannot cover", 11_000L, 66_000L));
    }

    @Test
    void nobodyIsChargedForAHomeInWhichTheyNeverLived() {
        assertThat(new WantedNights(account(MONDAY, MONDAY.plusDays(9), PlacementEnd.NOT_OCCUPIED), rates(5_000, 0),
                MONDAY.plusDays(30)).from(MONDAY)).isEmpty();
    }

    @Test
    void aMistypedAccountNumberIsNone() {
        for (long id : new long[] {1, 96, 97, 98, 123_456, 999_999, 1_000_000}) {
            String number = AccountNumber.of(id);
            assertThat(AccountNumber.parse(number)).contains(id);
            assertThat(AccountNumber.parse(" " + number.toLowerCase().replace("-", " "))).contains(id);
            char[] digits = number.toCharArray();
            for (int at = 3; at < 9; at++) {
                char right = digits[at];
                digits[at] = right == '9' ? '0' : (char) (right + 1);
                assertThat(AccountNumber.parse(new String(digits))).as(new String(digits)).isEmpty();
                digits[at] = right;
            }
        }
        assertThat(Stream.of("", "TA-1", "TB-000001-04", null)).allSatisfy(typed ->
                assertThat(AccountNumber.parse(typed)).isEmpty());
    }

    /** An account with charges, benefit, payments and reversals, in its order. */
    private static List<Line> account(Random random) {
        List<Line> lines = new ArrayList<>();
        post(lines, new WantedNights(placement(random), rates(random), MONDAY.plusDays(90)).differences(lines, ""));
        for (int more = random.nextInt(20) + 1; more > 0; more--) {
            LocalDate on = MONDAY.plusDays(random.nextInt(90));
            post(lines, List.of(random.nextBoolean() ? NewLine.payment(1, on, 1 + random.nextInt(30_000), "s" + more,
                    "Payment") : NewLine.benefit(1, new Accounts.Benefit(1, "k" + more, on, on.plusDays(7),
                    1 + random.nextInt(30_000), on.plusDays(8), "Housing Benefit"))));
        }
        for (Line line : List.copyOf(lines)) {
            if (random.nextInt(10) == 0) {
                post(lines, List.of(NewLine.reversal(1, line, "Wrong")));
            }
        }
        lines.sort((one, other) -> Arrays.compare(new long[] {one.onDay().toEpochDay(), one.id()},
                new long[] {other.onDay().toEpochDay(), other.id()}));
        return lines;
    }

    /** What the account reads to compare: charges, with those taken back marked. */
    private static List<Line> charges(List<Line> lines) {
        return lines.stream().filter(line -> !line.reversal()).toList();
    }

    /** As the table keeps them: a line that is taken back is marked when it is read. */
    private static void post(List<Line> lines, List<NewLine> more) {
        for (NewLine line : more) {
            LineKind of = line.kind();
            for (int at = 0; at < lines.size(); at++) {
                Line before = lines.get(at);
                if (line.reverses() != null && before.id() == line.reverses()) {
                    assertThat(before.takenBack()).as("taken back twice").isFalse();
                    of = before.of();
                    lines.set(at, line(before.id(), before.of(), before.reversal(), before, true));
                }
            }
            lines.add(new Line(lines.size() + 1L, line.onDay(), of, line.kind() == LineKind.REVERSAL, line.pence(),
                    line.ineligible(), line.nightsFrom(), line.nightsUntil(), line.rate() == null ? null
                    : line.rate().per(), line.rate() == null ? 0 : line.rate().total(), false, line.source(),
                    line.turn() == null ? line.words() : "turn " + line.turn(), line.reason(), NOW, "officer"));
        }
    }

    private static Line line(long id, LineKind of, boolean reversal, Line line, boolean takenBack) {
        return new Line(id, line.onDay(), of, reversal, line.pence(), line.ineligible(), line.nightsFrom(),
                line.nightsUntil(), line.per(), line.ratePence(), takenBack, line.source(), line.words(),
                line.reason(), line.recordedAt(), line.recordedBy());
    }

    private static Account placement(Random random) {
        LocalDate first = MONDAY.plusDays(random.nextInt(30));
        LocalDate left = random.nextBoolean() ? null : first.plusDays(random.nextInt(40));
        return account(first, left, left == null ? null : random.nextInt(8) == 0 ? PlacementEnd.NOT_OCCUPIED
                : PlacementEnd.OTHER);
    }

    private static Account account(LocalDate first, LocalDate left, PlacementEnd end) {
        return new Account(1, 1, new CaseReference("TH-100001-E"), 1L, first, left, end, null);
    }

    private static NavigableMap<LocalDate, Rate> rates(Random random) {
        NavigableMap<LocalDate, Rate> rates = new TreeMap<>();
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            rates.put(MONDAY.plusDays(random.nextInt(40)).with(DayOfWeek.MONDAY), new Rate(random.nextBoolean()
                    ? Rate.Per.NIGHT : Rate.Per.WEEK, random.nextInt(40_000), random.nextInt(3_000)));
        }
        return rates;
    }

    private static NavigableMap<LocalDate, Rate> rates(int eligible, int ineligible) {
        return new TreeMap<>(Map.of(MONDAY, new Rate(Rate.Per.NIGHT, eligible, ineligible)));
    }
}
