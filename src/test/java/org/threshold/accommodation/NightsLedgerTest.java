package org.threshold.accommodation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.threshold.casefile.Relationship;

/** The count of nights in bed and breakfast against tables of cases. */
class NightsLedgerTest {

    private static final FamilyCommitment CHILD = FamilyCommitment.of(child(LocalDate.of(2020, 5, 5))).orElseThrow();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nightsOfAFamily(String what, List<Span> stays, String tonight, int counted, String unlawfulSince) {
        NightsLedger ledger = family(stays, tonight);

        assertThat(ledger.counted()).isEqualTo(counted);
        assertThat(ledger.unlawfulSince()).isEqualTo(java.util.Optional.ofNullable(day(unlawfulSince)));
    }

    static Stream<Arguments> nightsOfAFamily() {
        return Stream.of(
                Arguments.of("the first night", List.of(stay("2027-01-04", null)), "2027-01-04", 1, null),
                Arguments.of("the last lawful night", List.of(stay("2027-01-04", null)), "2027-02-14", 42, null),
                Arguments.of("the 43rd", List.of(stay("2027-01-04", null)), "2027-02-15", 43, "2027-02-15"),
                Arguments.of("three hotels on end", List.of(stay("2027-01-04", "2027-01-20"),
                        stay("2027-01-20", "2027-02-10"), stay("2027-02-10", null)), "2027-02-15", 43, "2027-02-15"),
                Arguments.of("a gap of ten nights with a friend", List.of(stay("2027-01-04", "2027-01-24"),
                        stay("2027-02-03", null)), "2027-02-25", 43, "2027-02-25"),
                Arguments.of("the day of leaving is no night", List.of(stay("2027-01-04", "2027-01-05")),
                        "2027-01-20", 1, null),
                Arguments.of("left before the limit", List.of(stay("2027-01-04", "2027-02-15")), "2027-03-31", 42, null),
                Arguments.of("left after it: no longer unlawful tonight", List.of(stay("2027-01-04", "2027-02-20")),
                        "2027-03-31", 47, null),
                Arguments.of("over the end of February", List.of(stay("2027-02-26", null)), "2027-03-02", 5, null),
                Arguments.of("over the end of February in a leap year", List.of(stay("2028-02-26", null)),
                        "2028-03-02", 6, null),
                Arguments.of("over the end of the year", List.of(stay("2026-12-30", "2027-01-02"),
                        stay("2027-01-02", null)), "2027-01-03", 5, null),
                Arguments.of("over the night when clocks go forward", List.of(stay("2027-03-27", null)),
                        "2027-03-29", 3, null),
                Arguments.of("over the night when clocks go back", List.of(stay("2027-10-30", null)),
                        "2027-11-01", 3, null),
                Arguments.of("two rooms in the night of a move are one night", List.of(stay("2027-01-04", "2027-01-10"),
                        stay("2027-01-08", null)), "2027-01-12", 9, null),
                Arguments.of("a stay that begins tomorrow", List.of(stay("2027-01-05", null)), "2027-01-04", 0, null),
                Arguments.of("came and left on one day", List.of(stay("2027-01-05", "2027-01-05")), "2027-01-09", 0, null),
                Arguments.of("no stay", List.of(), "2027-01-04", 0, null),
                Arguments.of("sixteen weeks over", List.of(stay("2026-10-01", null)), "2027-03-03", 154, "2026-11-12"));
    }

    @ParameterizedTest(name = "born {0}, nights before count: {1}")
    @CsvSource({
        // In the hotel since 4 January; tonight is 1 March, the 57th night.
        "2027-02-08, true,  57, 2027-02-15",
        "2027-02-08, false, 57, 2027-02-15",
        "2027-10-20, true,  57, 2027-02-15",
        // 280 days before 20 October is 13 January: the nine nights before are those of a couple without a child.
        "2027-10-20, false, 48, 2027-02-24",
    })
    void aChildOrAPregnancyCountsFromWhenItWas(String born, boolean before, int counted, String unlawfulSince) {
        FamilyCommitment family = FamilyCommitment.of(new FamilyCommitment.Member(1, day(born).isAfter(day("2027-03-01"))
                ? Relationship.EXPECTED_CHILD : Relationship.CHILD, day(born), false, null, null)).orElseThrow();

        NightsLedger ledger = NightsLedger.of(facts(List.of(stay("2027-01-04", null)), family), before,
                day("2027-03-01"));

        assertThat(ledger.counted()).isEqualTo(counted);
        assertThat(ledger.unlawfulSince()).contains(day(unlawfulSince));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // 30 nights elsewhere before 4 January; tonight is 16 January, the 13th night here.
        "they go on from there,                2027-01-04, 30, 43, 2027-01-16",
        "one less: not yet,                    2027-01-04, 29, 42,",
        "over before they came here,           2027-01-04, 50, 63, 2027-01-03",
        "the last lawful one before they came, 2027-01-04, 42, 55, 2027-01-04",
        // The first night here was found to be 4 January though the count was made up to 7 January.
        "nights known here are among them,     2027-01-07, 30, 40,",
        "fewer than are known here,            2027-01-14,  5, 13,",
    })
    void nightsBroughtOverAreTheFirstOfThem(String what, String until, int nights, int counted, String unlawfulSince) {
        NightsLedger ledger = NightsLedger.of(new NightsFacts(List.of(of(1, stay("2027-01-04", null))), List.of(CHILD),
                List.of(), new NightsFacts.BroughtOver(nights, day(until))), false, day("2027-01-16"));

        assertThat(ledger.counted()).isEqualTo(counted);
        assertThat(ledger.unlawfulSince()).isEqualTo(java.util.Optional.ofNullable(day(unlawfulSince)));
        assertThat(ledger.dayOf(ledger.pointReached()).isPresent()).isEqualTo(ledger.pointReached() > 0);
    }

    @Test
    void nightsBroughtOverCountThoughTheyLiveElsewhereNowAndNotWithoutAFamily() {
        NightsFacts.BroughtOver before = new NightsFacts.BroughtOver(45, day("2027-01-04"));
        NightsLedger family = NightsLedger.of(new NightsFacts(List.of(), List.of(CHILD), List.of(), before), false,
                day("2027-01-16"));

        assertThat(family.counted()).isEqualTo(45);
        assertThat(family.everUnlawful()).isTrue();
        assertThat(family.unlawfulSince()).isEmpty();
        assertThat(family.unsuitable()).isEqualTo(3);
        assertThat(NightsLedger.of(new NightsFacts(List.of(), List.of(), List.of(), before), true, day("2027-01-16"))
                .counted()).isZero();
    }

    @Test
    void aChildWhoJoinsLaterCountsFromThenWhereNightsBeforeDoNot() {
        FamilyCommitment joined = FamilyCommitment.of(new FamilyCommitment.Member(1, Relationship.CHILD,
                day("2020-05-05"), false, day("2027-01-20"), null)).orElseThrow();
        NightsFacts facts = facts(List.of(stay("2027-01-04", null)), joined);

        assertThat(NightsLedger.of(facts, false, day("2027-01-25")).counted()).isEqualTo(6);
        assertThat(NightsLedger.of(facts, true, day("2027-01-25")).counted()).isEqualTo(22);
        assertThat(NightsLedger.of(facts, true, day("2027-01-19")).counted()).as("nobody knew yet").isZero();
    }

    @Test
    void nightsAfterTheLastChildHasGoneDoNotCount() {
        FamilyCommitment gone = FamilyCommitment.of(new FamilyCommitment.Member(1, Relationship.CHILD,
                day("2020-05-05"), false, null, day("2027-01-14"))).orElseThrow();
        NightsLedger ledger = NightsLedger.of(facts(List.of(stay("2027-01-04", null)), gone), true, day("2027-03-31"));

        assertThat(ledger.counted()).isEqualTo(10);
        assertThat(ledger.watched()).isFalse();
        assertThat(ledger.nights()).hasSize(87);
    }

    @Test
    void aHouseholdWithoutAChildIsNotCounted() {
        NightsLedger ledger = NightsLedger.of(facts(List.of(stay("2027-01-04", null))), true, day("2027-05-01"));

        assertThat(ledger.counted()).isZero();
        assertThat(ledger.unlawfulSince()).isEmpty();
        assertThat(ledger.nights()).hasSize(118);
    }

    @Test
    void someoneOf17IsUnlawfulFromTheFirstNight() {
        NightsFacts facts = new NightsFacts(List.of(of(1, stay("2027-01-04", null))), List.of(),
                List.of(new Span(FamilyCommitment.ALWAYS, day("2027-01-09"))), null);

        assertThat(NightsLedger.of(facts, true, day("2027-01-04")).unlawfulSince()).contains(day("2027-01-04"));
        assertThat(NightsLedger.of(facts, true, day("2027-01-08")).nightsUnder18()).isEqualTo(5);
        assertThat(NightsLedger.of(facts, true, day("2027-01-09")).unlawfulSince()).as("18 now").isEmpty();
        assertThat(NightsLedger.of(facts, true, day("2027-01-09")).everUnlawful()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"20, 0, 21", "21, 21, 35", "34, 21, 35", "35, 35, 40", "40, 40, 42", "41, 40, 42", "42, 42, 43",
        "43, 43, 50", "49, 43, 50", "50, 50, 57", "154, 148, 155"})
    void pointsAreReachedAndTheNextOneIsKnown(int nights, int reached, int next) {
        LocalDate first = day("2027-01-04");
        NightsLedger ledger = family(List.of(stay("2027-01-04", null)), first.plusDays(nights - 1L).toString());

        assertThat(ledger.counted()).isEqualTo(nights);
        assertThat(ledger.pointReached()).isEqualTo(reached);
        assertThat(ledger.nextPoint()).isEqualTo(next);
        assertThat(ledger.nextLook()).contains(first.plusDays(next - 1L));
    }

    @Test
    void itIsUnsuitableFromTheFirstNightUnlessNothingElseWasAvailableAndFromThe43rdWhateverIsRecorded() {
        Span whole = stay("2027-01-04", null);
        NightsFacts recorded = new NightsFacts(List.of(new NightsFacts.Stay(1, 1, whole, true)), List.of(CHILD), List.of(), null);
        NightsFacts silent = new NightsFacts(List.of(new NightsFacts.Stay(1, 1, whole, false)), List.of(CHILD), List.of(), null);

        assertThat(NightsLedger.of(recorded, true, day("2027-02-14")).unsuitable()).isZero();
        assertThat(NightsLedger.of(recorded, true, day("2027-02-20")).unsuitable()).isEqualTo(6);
        assertThat(NightsLedger.of(silent, true, day("2027-02-20")).unsuitable()).isEqualTo(48);
    }

    @Test
    void countedDaysGoOnUntilSomethingIsRecorded() {
        NightsLedger ledger = family(List.of(stay("2027-01-04", "2027-01-10"), stay("2027-01-10", "2027-01-15"),
                stay("2027-01-20", null)), "2027-01-22");

        assertThat(ledger.countedDays()).containsExactly(stay("2027-01-04", "2027-01-15"), stay("2027-01-20", null));
        assertThat(NightsLedger.before(day("2027-01-23"), ledger.countedDays())).isEqualTo(ledger.counted());
        assertThat(NightsLedger.before(day("2027-01-30"), ledger.countedDays())).isEqualTo(21);
        assertThat(ledger.byStay()).extracting(NightsLedger.OfStay::counted).containsExactly(6, 5, 3);
    }

    @ParameterizedTest
    @CsvSource({
        "CHILD,          2020-05-05, false, 2019-07-30, 2036-05-05",
        "CHILD,          2020-05-05, true,  2019-07-30, 2039-05-05",
        "CHILD,          ,           false, 1900-01-01,",
        "OTHER_RELATIVE, 2020-05-05, false, 2020-05-05, 2036-05-05",
        "EXPECTED_CHILD, 2027-06-01, false, 2026-08-25,",
        "EXPECTED_CHILD, ,           false, 1900-01-01,",
    })
    void whoMakesAFamily(Relationship relationship, LocalDate born, boolean learning, LocalDate from, LocalDate until) {
        assertThat(FamilyCommitment.of(new FamilyCommitment.Member(1, relationship, born, learning, null, null))
                .orElseThrow().days()).isEqualTo(new Span(from, until));
    }

    @ParameterizedTest
    @CsvSource({"MAIN_APPLICANT, 1990-01-01", "PARTNER, 1990-01-01", "PARENT, ", "OTHER, "})
    void whoDoesNot(Relationship relationship, LocalDate born) {
        assertThat(FamilyCommitment.of(new FamilyCommitment.Member(1, relationship, born, false, null, null))).isEmpty();
    }

    private static NightsLedger family(List<Span> stays, String tonight) {
        return NightsLedger.of(facts(stays, CHILD), true, day(tonight));
    }

    private static NightsFacts facts(List<Span> stays, FamilyCommitment... commitments) {
        return new NightsFacts(java.util.stream.IntStream.range(0, stays.size())
                .mapToObj(at -> of(at + 1, stays.get(at))).toList(), List.of(commitments), List.of(), null);
    }

    private static NightsFacts.Stay of(long placement, Span nights) {
        return new NightsFacts.Stay(placement, placement, nights, true);
    }

    private static FamilyCommitment.Member child(LocalDate born) {
        return new FamilyCommitment.Member(1, Relationship.CHILD, born, false, null, null);
    }

    private static Span stay(String from, String until) {
        return new Span(day(from), day(until));
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
