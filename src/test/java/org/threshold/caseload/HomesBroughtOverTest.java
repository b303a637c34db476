package org.threshold.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.BedAndBreakfastNights;
import org.threshold.accommodation.ClaimsForKeys;
import org.threshold.accommodation.Districts;
import org.threshold.accommodation.HostNotice;
import org.threshold.accommodation.HostNotices;
import org.threshold.accommodation.NightsLedger;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;
import org.threshold.caseload.CaseloadImport.Total;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.LineKind;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** Units, and with each household where it lives, its claim and what it owes: whole or not at all, with control totals. */
class HomesBroughtOverTest extends CaseloadTest {

    @Autowired
    private Placements placements;
    @Autowired
    private Units units;
    @Autowired
    private ClaimsForKeys claims;
    @Autowired
    private ChargeAccounts accounts;
    @Autowired
    private Districts districts;
    @Autowired
    private BedAndBreakfastNights nights;
    @Autowired
    private HostNotices notices;
    @Autowired
    private Worklist worklist;

    @Test
    void aHouseholdIsInItsUnitWithItsClaimAndItsBalance() {
        String old = unused();
        String unit = "Flat " + old;
        long id = broughtOver(living(old, unit).placement(old, unit, 20, "expected_until", today().plusDays(30).toString())
                .claim(old, "HB" + suffix(old), 18, "evidence", "Payslips|Bank statement").balance(old, "123.45", 2));

        assertThat(caseloads.allRemarks(id)).isEmpty();
        CaseReference reference = caseOf(old);
        signIn(OFFICER);
        Placement placement = placements.livedIn(reference).get(0);
        assertThat(placement.status()).isEqualTo(PlacementStatus.IN_OCCUPATION);
        assertThat(placement.function()).isEqualTo(AccommodationFunction.INTERIM);
        assertThat(placement.startsOn()).isEqualTo(today().minusDays(20));
        assertThat(placement.expectedUntil()).isEqualTo(today().plusDays(30));
        Unit kept = units.get(placement.unitId());
        assertThat(kept.name()).isEqualTo(unit);
        assertThat(kept.rate().eligible()).isEqualTo(4550);
        assertThat(kept.rate().ineligible()).isEqualTo(400);
        assertThat(claims.covering(placement.id())).hasValueSatisfying(claim -> {
            assertThat(claim.reference()).isEqualTo("HB" + suffix(old));
            assertThat(claim.madeOn()).isEqualTo(today().minusDays(18));
        });
        assertThat(accounts.statement(reference, placement.id(), today(), false, null).totals().get(LineKind.OPENING))
                .isEqualTo(12345);

        signIn("admin");
        CaseloadImport.Report report = caseloads.report(id);
        assertThat(report.totals()).filteredOn(total -> List.of("units.csv", "placements.csv", "claims.csv",
                "balances.csv").contains(total.name())).hasSize(4)
                .allMatch(total -> total.read() == 1 && total.imported() == 1);
        assertThat(report.balances().read()).isEqualTo(12345);
        assertThat(report.balances().imported()).isEqualTo(12345);
    }

    @Test
    void aClaimThatIsDecidedComesWithItsAward() {
        String old = unused();
        long id = broughtOver(living(old, "Flat " + old).placement(old, "Flat " + old, 20)
                .claim(old, "HB" + suffix(old), 18, "outcome", "AWARDED_PART", "decided_on", daysAgo(5), "paid_from",
                        daysAgo(15), "weekly", "241.15").balance(old, "0.00", 2));

        assertThat(caseloads.allRemarks(id)).isEmpty();
        assertThat(jdbc.sql("select status || ' ' || awarded_from || ' ' || awarded_weekly from benefit_claim"
                + " where case_reference = ?").param(caseOf(old).value()).query(String.class).single())
                .isEqualTo("AWARDED_PART " + daysAgo(15) + " 24115");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AWARDED_PART | 5  | 15 | ''     | An award needs how and when
            AWARDED_PART | 19 | 15 | 241.15 | The claim was decided before it was made.
            AWARDED_PART | 5  | 21 | 241.15 | Benefit is paid from before the first night there.
            AWARDED_PART | 5  | 15 | 0.00   | An award pays more than nothing.
            REFUSED      | 5  | 15 | 241.15 | ‘REFUSED’ is not one of the codes.
            """)
    void anAwardThatCannotBeIsRefused(String outcome, int decided, int from, String weekly, String problem) {
        String old = unused();
        long id = checked(living(old, "Flat " + old).placement(old, "Flat " + old, 20)
                .claim(old, "HB" + suffix(old), 18, "outcome", outcome, "decided_on", daysAgo(decided), "paid_from",
                        daysAgo(from), "weekly", weekly).balance(old, "0.00", 2));

        assertThat(caseloads.allRemarks(id)).filteredOn(Remark::refused).extracting(Remark::problem)
                .anyMatch(said -> said.startsWith(problem));
    }

    @Test
    void aFamilysNightsGoOnFromThoseBroughtOver() {
        String old = unused();
        CaseloadFiles files = files().unit("Room " + old, districts(), "self_contained", "no", "cooking", "SHARED", "toilet",
                "SHARED").household(old, 90).person(old, "CHILD", "Sam").duty(old, "RELIEF", 25)
                .placement(old, "Room " + old, 4, "nights_before", "38").balance(old, "0.00", 2);
        long id = broughtOver(files);

        assertThat(caseloads.allRemarks(id)).filteredOn(Remark::refused).isEmpty();
        CaseReference reference = caseOf(old);
        signIn(OFFICER);
        NightsLedger ledger = nights.of(reference);
        assertThat(ledger.counted()).isEqualTo(43);
        assertThat(ledger.broughtOver()).isEqualTo(38);
        assertThat(ledger.unlawfulSince()).contains(today());
        assertThat(worklist.openStepsOf(reference)).extracting(OpenStep::elementId).contains("task_answerForStay");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nights_before | 71  | There are not so many nights between
            nights_before | -1  | ‘-1’ is not a number of nights.
            nights_before | six | ‘six’ is not a number of nights.
            host_told_on  | 21  | The notice was given before the first night there.
            """)
    void whatCannotHaveBeenBeforeIsRefused(String column, String value, String problem) {
        String old = unused();
        long id = checked(files().unit("Flat " + old, districts()).household(old, 90).duty(old, "RELIEF", 25)
                .placement(old, "Flat " + old, 20, column, column.equals("host_told_on")
                        ? daysAgo(Integer.parseInt(value)) : value).balance(old, "0.00", 2));

        assertThat(caseloads.allRemarks(id)).filteredOn(Remark::refused).extracting(Remark::problem)
                .anyMatch(said -> said.startsWith(problem));
    }

    @Test
    void someoneOf17InBedAndBreakfastIsBroughtOverAndTold() {
        String old = unused();
        long id = broughtOver(files().unit("Room " + old, districts(), "self_contained", "no", "cooking", "SHARED", "toilet",
                "SHARED").household(old, 30, "date_of_birth", today().minusYears(17).toString()).duty(old, "RELIEF", 25)
                .placement(old, "Room " + old, 4).balance(old, "0.00", 2));

        assertThat(caseloads.allRemarks(id)).filteredOn(Remark::refused).isEmpty();
        signIn(OFFICER);
        assertThat(placements.livedIn(caseOf(old))).hasSize(1);
        assertThat(worklist.openStepsOf(caseOf(old))).extracting(OpenStep::elementId).contains("task_answerForStay");
    }

    @Test
    void aHostCouncilThatHasItsNoticeGetsNoSecondOne() {
        String old = unused();
        long id = broughtOver(files().unit("Flat " + old, "E07999002").household(old, 90).duty(old, "RELIEF", 25)
                .placement(old, "Flat " + old, 20, "host_told_on", daysAgo(12)).balance(old, "0.00", 2));

        assertThat(caseloads.allRemarks(id)).filteredOn(Remark::refused).isEmpty();
        CaseReference reference = caseOf(old);
        signIn(OFFICER);
        assertThat(notices.of(reference)).singleElement().satisfies(notice -> {
            assertThat(notice.status(today())).isEqualTo(HostNotice.Status.SENT);
            assertThat(notice.sentOn()).contains(today().minusDays(12));
            assertThat(notice.letterId()).isNull();
        });
        assertThat(worklist.openStepsOf(reference)).extracting(OpenStep::elementId)
                .contains("task_makeWelfareCall");
        assertThat(timers(reference, "service_sendHostNotice")).as("nothing is sent a second time").isEmpty();
    }

    @Test
    void theSameFilesASecondTimeChangeNothing() {
        String old = unused();
        CaseloadFiles files = living(old, "Flat " + old).placement(old, "Flat " + old, 20).balance(old, "-20.00", 2);
        broughtOver(files);
        long again = broughtOver(files);

        CaseloadImport.Report report = caseloads.report(again);
        assertThat(report.totals()).allMatch(Total::reconciles).allMatch(total -> total.read() == total.already());
        assertThat(report.balances().already()).isEqualTo(-2000);
        signIn(OFFICER);
        assertThat(placements.of(caseOf(old))).hasSize(1);
    }

    @Test
    void aUnitThatIsRefusedRefusesWhoeverLivesInItAndNobodyElse() {
        String good = unused();
        String bad = unused();
        CaseloadFiles files = living(good, "Flat " + good).placement(good, "Flat " + good, 9).balance(good, "10.00", 1);
        files.unit("Flat " + bad, "E99", "bedrooms", "two", "eligible", "£45");
        files.household(bad, 30).duty(bad, "RELIEF", 25).placement(bad, "Flat " + bad, 9).balance(bad, "7.50", 1);
        long id = broughtOver(files);

        assertThat(caseloads.allRemarks(id)).extracting(Remark::heading).contains("district", "bedrooms", "eligible",
                "unit");
        assertThat(caseloads.report(id).households().imported()).isEqualTo(1);
        assertThat(caseloads.report(id).households().refused()).isEqualTo(1);
        CaseloadImport.Money sum = caseloads.report(id).balances();
        assertThat(sum.reconciles()).isTrue();
        assertThat(List.of(sum.read(), sum.imported(), sum.refused())).containsExactly(1750L, 1000L, 750L);
        assertThat(caseloads.report(id).totals()).allMatch(Total::reconciles);
    }

    @Test
    void aUnitThatSomebodyLivesInIsNotGivenTwice() {
        String first = unused();
        String second = unused();
        broughtOver(living(first, "Flat " + first).placement(first, "Flat " + first, 9).balance(first, "0.00", 1));
        long id = broughtOver(files().household(second, 30).duty(second, "RELIEF", 25)
                .placement(second, "Flat " + first, 5).balance(second, "0.00", 1));

        assertThat(caseloads.report(id).households().refused()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from case_file where previous_reference = ?").param(second)
                .query(Integer.class).single()).as("nothing of it").isZero();
    }

    @Test
    void twoHouseholdsOfOneFileDoNotShareAUnitOrAClaim() {
        String first = unused();
        String second = unused();
        CaseloadFiles files = living(first, "Flat " + first).placement(first, "Flat " + first, 9)
                .claim(first, "HB" + suffix(first), 9).balance(first, "0.00", 1);
        files.household(second, 30).duty(second, "RELIEF", 25).placement(second, "Flat " + first, 5)
                .claim(second, "hb" + suffix(first), 9).balance(second, "0.00", 1);
        long id = checked(files);

        assertThat(caseloads.allRemarks(id)).extracting(Remark::problem).contains("The household " + first
                + " lives in this unit too.", "The household " + first + " has this reference too.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12,50     | Write pounds and pence without a sign of currency and without commas
            £12.50    | Write pounds and pence without a sign of currency and without commas
            12.5      | Write pounds and pence without a sign of currency and without commas
            1e3       | Write pounds and pence without a sign of currency and without commas
            """)
    void anAmountThatCouldBeMisreadIsRefused(String typed, String remedy) {
        String old = unused();
        long id = checked(living(old, "Flat " + old).placement(old, "Flat " + old, 9).balance(old, typed, 1));

        assertThat(caseloads.allRemarks(id)).filteredOn(remark -> "balance".equals(remark.heading())).singleElement()
                .satisfies(remark -> assertThat(remark.remedy()).startsWith(remedy));
    }

    @Test
    void whatDoesNotFitTogetherIsSaid() {
        String old = unused();
        CaseloadFiles files = files().unit("Flat " + old, districts()).household(old, 30, "interim_address",
                "2 Testing Road", "interim_kind", "OTHER", "interim_from", daysAgo(9)).duty(old, "RELIEF", 25)
                .placement(old, "Flat " + old, 40, "expected_until", daysAgo(50));
        String lone = unused();
        files.household(lone, 30).duty(lone, "RELIEF", 25).claim(lone, "HB" + suffix(lone), 9).balance(lone, "1.00", 1);
        long id = checked(files);

        assertThat(caseloads.allRemarks(id)).filteredOn(Remark::refused).extracting(Remark::problem).contains(
                "The first night there is before the household came to the council.",
                "This household stands in placements.csv too.",
                "This household has no row in placements.csv.");
        assertThat(caseloads.allRemarks(id)).extracting(Remark::problem).anyMatch(problem -> problem.startsWith(
                "This household has no row in balances.csv"));
    }

    private CaseloadFiles living(String old, String unit) {
        return files().unit(unit, districts()).household(old, 30).duty(old, "RELIEF", 25);
    }

    private String districts() {
        signIn(OFFICER);
        return districts.own().code();
    }

    private String daysAgo(int days) {
        return today().minusDays(days).toString();
    }

    /** Digits that no other reference of the tests ends with. */
    private static String suffix(String old) {
        return old.replaceAll("[^0-9]", "");
    }
}
