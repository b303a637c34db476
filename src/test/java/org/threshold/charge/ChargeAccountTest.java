package org.threshold.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.Acting;
import org.threshold.IntegrationTest;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NotPermitted;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementEnd;
import org.threshold.accommodation.PlacementStatus;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.UnitRegister;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.charge.store.ArrearsStore;
import org.threshold.clock.ServiceClock;

/** The account of a placement on a real database, from the keys until nothing is owed. */
class ChargeAccountTest extends IntegrationTest {

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private CaseRegister register;
    @Autowired
    private UnitRegister units;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private CurrentOfficer officer;
    @Autowired
    private TransactionTemplate transactions;
    @Autowired
    private ChargesFollow follow;
    @Autowired
    private Charging charging;
    @Autowired
    private Accounts ledger;
    @Autowired
    private ChargeAccounts accounts;
    @Autowired
    private ChargeRequests requests;
    @Autowired
    private ArrearsStore arrears;
    @Autowired
    private Arrears report;
    @Autowired
    private ArrearsWatch watch;
    @Autowired
    private ArrearsProposals proposals;

    private CaseReference reference;
    private LocalDate today;
    private Placement placement;

    @BeforeEach
    void moveIn() {
        Acting.as("officer");
        today = LocalDate.now(clock);
        reference = register.open(NewCase.atTheDesk("north", Person.applicant("Jordan", "Example",
                LocalDate.of(1990, 3, 12)), "Asked to leave"));
        placement = placement(today.minusDays(20));
        told(() -> follow.movedIn(placement));
        charge();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void eachNightIsChargedOnceWhenItHasBeenSpent() {
        assertThat(accounts.balance(reference, placement.id())).isEqualTo(20 * 5_500);
        charge();
        assertThat(accounts.balance(reference, placement.id())).isEqualTo(20 * 5_500);
        assertThat(statement(today.minusDays(20)).balance()).isZero();
        assertThat(statement(today.minusDays(19)).balance()).isEqualTo(5_500);
    }

    @Test
    void aCorrectedFirstNightTakesBackWhatWasTooMuchAndSaysSo() {
        correct(today.minusDays(17), null);

        Statement now = statement(today);
        assertThat(now.balance()).isEqualTo(17 * 5_500);
        assertThat(now.rows()).filteredOn(Statement.Row::reversal).allSatisfy(row -> assertThat(row.detail())
                .isEqualTo("The dates of the placement were corrected"));
        assertThat(now.rows().stream().mapToLong(Statement.Row::pence).sum()).isEqualTo(now.balance());
        assertThat(now.totals()).containsExactly(Map.entry(LineKind.CHARGE, 17L * 5_500));
        correct(today.minusDays(20), null);
        assertThat(statement(today).balance()).isEqualTo(20 * 5_500);
    }

    @Test
    void aPastDayIsShownAsKnownThenAndAsKnownNow() {
        LocalDate then = today;
        threeDaysLater(() -> {
            charge();
            correct(then.minusDays(17), null);

            assertThat(accounts.statement(reference, placement.id(), then, true, null).balance()).isEqualTo(20 * 5_500);
            assertThat(accounts.statement(reference, placement.id(), then, false, null).balance())
                    .isEqualTo(17 * 5_500);
            assertThat(accounts.balance(reference, placement.id())).isEqualTo(20 * 5_500);
        });
    }

    @Test
    void theAccountLivesOnUntilItIsSettled() {
        end(today.minusDays(10), PlacementEnd.CEASED_TO_OCCUPY);
        assertThat(accounts.balance(reference, placement.id())).isEqualTo(10 * 5_500);
        assertThat(accounts.state(reference, placement.id())).isEqualTo(AccountState.OPEN);
        accounts.arrange(reference, placement.id(), 1_000, Arrangement.Every.WEEK, today.plusDays(7), "From wages");
        assertThat(accounts.state(reference, placement.id())).isEqualTo(AccountState.ARRANGED);
        accounts.receive(reference, placement.id(), 50_000, today, "R" + UUID.randomUUID());
        requests.ask(reference, placement.id(), LineKind.WRITE_OFF, -5_000, "Written off", "Too small to recover");
        long request = requests.of(reference, placement.id()).get(0).id();
        assertThatThrownBy(() -> requests.answer(reference, placement.id(), request, true, "Agreed"))
                .isInstanceOf(NotPermitted.class);
        Acting.as("leader", () -> requests.answer(reference, placement.id(), request, true, "Agreed"));
        assertThat(accounts.balance(reference, placement.id())).isZero();
        assertThat(accounts.state(reference, placement.id())).isEqualTo(AccountState.WRITTEN_OFF);
    }

    @Test
    void aRateChangedForThePastIsChargedAnewByTheNextMorning() {
        asService(() -> {
            units.changeRate(placement.unitId(), today.minusDays(5), new Rate(Rate.Per.NIGHT, 4_000, 500), "Agreed less");
            return null;
        });
        asService(charging::agreeAll);
        assertThat(statement(today).balance()).isEqualTo(15 * 5_500 + 5 * 4_500);
        assertThat(statement(today).rows()).filteredOn(Statement.Row::reversal).isNotEmpty().allSatisfy(row ->
                assertThat(row.detail()).startsWith("The rate of the unit was changed"));
    }

    @Test
    void nobodyAgreesToWhatTheyAskedForThemselvesAndMuchTakesAManager() {
        Acting.as("leader", () -> requests.ask(reference, placement.id(), LineKind.ADJUSTMENT, -2_000, "Heating failed",
                "No heating for two days"));
        long own = requests.of(reference, placement.id()).get(0).id();
        assertThatThrownBy(() -> Acting.as("leader", () -> requests.answer(reference, placement.id(), own, true, "Yes")))
                .isInstanceOf(NotPermitted.class);
        requests.ask(reference, placement.id(), LineKind.WRITE_OFF, -100_001, "Written off", "Unsuitable");
        long large = requests.of(reference, placement.id()).get(0).id();
        assertThatThrownBy(() -> Acting.as("leader", () -> requests.answer(reference, placement.id(), large, true, "Yes")))
                .isInstanceOf(NotPermitted.class);
        Acting.as("manager", () -> requests.answer(reference, placement.id(), large, true, "Unsuitable from day 1"));
        assertThat(accounts.balance(reference, placement.id())).isEqualTo(110_000 - 100_001);
        assertThatThrownBy(() -> Acting.as("manager", () -> requests.answer(reference, placement.id(), large, false, "No")))
                .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> requests.ask(reference, placement.id(), LineKind.WRITE_OFF, -20_000, "Off", "More"))
                .isInstanceOf(NotPossible.class).hasMessageContaining("£99.99");
    }

    @Test
    void aTakenBackPaymentRestoresTheBalanceAndCannotBeTakenBackTwice() {
        accounts.receive(reference, placement.id(), 30_000, today, "R" + UUID.randomUUID());
        long line = statement(today).rows().stream().filter(row -> row.kind() == LineKind.PAYMENT).findFirst()
                .orElseThrow().lineId();
        assertThatThrownBy(() -> accounts.takeBack(reference, placement.id(), line, "Bounced"))
                .isInstanceOf(NotPermitted.class);
        Acting.as("leader", () -> accounts.takeBack(reference, placement.id(), line, "Bounced"));
        assertThat(accounts.balance(reference, placement.id())).isEqualTo(110_000);
        assertThatThrownBy(() -> Acting.as("leader", () -> accounts.takeBack(reference, placement.id(), line, "Again")))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void theSameReceiptIsPostedOnce() {
        String receipt = "R" + UUID.randomUUID();
        accounts.receive(reference, placement.id(), 30_000, today, receipt);
        assertThatThrownBy(() -> accounts.receive(reference, placement.id(), 30_000, today, receipt))
                .isInstanceOf(NotPossible.class);
        assertThat(accounts.balance(reference, placement.id())).isEqualTo(80_000);
    }

    @Test
    void benefitIsCreditedOnceForItsKey() {
        Accounts.Benefit week = new Accounts.Benefit(placement.id(), "d" + UUID.randomUUID(), today.minusDays(20),
                today.minusDays(13), 35_000, today, "Housing Benefit");
        assertThat(asService(() -> ledger.creditBenefit(List.of(week, week)))).isEqualTo(1);
        assertThat(asService(() -> ledger.creditBenefit(List.of(week)))).isZero();
        assertThat(accounts.balance(reference, placement.id())).isEqualTo(110_000 - 35_000);
        assertThat(arrears.unpaid(List.of(nights(20, 0), nights(13, 10)), today, clock.instant().plusSeconds(1)))
                .containsExactly(13L * 5_000, 3L * 5_000);
        assertThat(arrears.unpaid(List.of(new ArrearsStore.Nights(accounts.get(reference, placement.id()).id(),
                today.minusDays(7), today, 20_001)), today, clock.instant().plusSeconds(1))).containsExactly(20_001L);
        assertThat(asService(() -> ledger.takeBackBenefit(week.key(), "Award changed"))).isTrue();
        assertThat(asService(() -> ledger.takeBackBenefit(week.key(), "Award changed"))).isFalse();
        assertThat(accounts.balance(reference, placement.id())).isEqualTo(110_000);
        Accounts.Benefit other = new Accounts.Benefit(placement.id(), week.key(), week.from(), week.until(), 1,
                today, "Housing Benefit");
        assertThatThrownBy(() -> asService(() -> ledger.creditBenefit(List.of(other))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBalanceBroughtOverTakesThePlaceOfTheNightsBeforeIt() {
        Placement brought = placement(today.minusDays(400));
        told(() -> follow.movedIn(brought));
        asService(() -> {
            ledger.open(List.of(new Accounts.Opening(brought.id(), today.minusDays(3), 123_456)));
            return null;
        });
        charge();
        assertThat(accounts.balance(reference, brought.id())).isEqualTo(123_456 + 3 * 5_500);
        assertThatThrownBy(() -> asService(() -> {
            ledger.open(List.of(new Accounts.Opening(brought.id(), today, 1)));
            return null;
        })).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsOwedIsOwedSinceTheLastTimeNothingWas() {
        long account = accounts.get(reference, placement.id()).id();
        assertThat(arrears.owedSince(List.of(account), today, clock.instant().plusSeconds(1)))
                .containsEntry(account, today.minusDays(19));
        accounts.receive(reference, placement.id(), 5_500 * 15, today.minusDays(5), "R" + UUID.randomUUID());
        assertThat(arrears.owedSince(List.of(account), today, clock.instant().plusSeconds(1)))
                .containsEntry(account, today.minusDays(4));
    }

    @Test
    void arrearsAreProposedOnceForAPointAndARejectionStaysWithItsReason() {
        asService(watch::propose);
        asService(watch::propose);
        List<ArrearsProposal> made = proposals.of(reference, placement.id());
        assertThat(made).singleElement().satisfies(each -> {
            assertThat(each.open()).isTrue();
            assertThat(each.pence()).isEqualTo(110_000);
            assertThat(each.owedSince()).isEqualTo(today.minusDays(19));
        });
        long id = made.get(0).id();
        assertThat(proposals.open("north")).extracting(ArrearsProposal::id).contains(id);
        assertThatThrownBy(() -> proposals.answer(reference, placement.id(), id, false, null))
                .isInstanceOf(NotPossible.class);
        proposals.answer(reference, placement.id(), id, false, "They pay on Friday");
        assertThatThrownBy(() -> proposals.answer(reference, placement.id(), id, true, null))
                .isInstanceOf(NotPossible.class);
        asService(watch::propose);
        assertThat(proposals.of(reference, placement.id())).singleElement().satisfies(each ->
                assertThat(each.words()).isEqualTo("They pay on Friday"));
        assertThat(proposals.open(null)).extracting(ArrearsProposal::id).doesNotContain(id);
    }

    @Test
    void theReportOfADaySumsToItsAccounts() {
        Arrears.Report found = Acting.as("leader", () -> report.on(today, false));
        assertThat(found.rows()).filteredOn(row -> row.account().placementId() == placement.id()).singleElement()
                .satisfies(row -> assertThat(row.split().total()).isEqualTo(row.owed()).isEqualTo(110_000))
                // Nobody has made a claim; breakfast is theirs to pay.
                .satisfies(row -> assertThat(row.split().of(ArrearsCause.NO_CLAIM)).isEqualTo(20 * 5_000))
                .satisfies(row -> assertThat(row.split().of(ArrearsCause.OWN_SHARE)).isEqualTo(20 * 500));
        assertThat(found.all().total()).isEqualTo(found.rows().stream().mapToLong(ArrearsRow::owed).sum());
        assertThat(found.byType()).containsKey(AccommodationType.BB_SHARED_ANNEXE);
    }

    /** From the months and from all lines: the same, on any day, whatever was taken back in which month. */
    @Test
    void whatIsOwedIsTheSameFromTheMonthsAsFromTheLines() {
        Placement earlier = placement(today.minusDays(100));
        told(() -> follow.movedIn(earlier));
        charge();
        Accounts.Benefit credit = new Accounts.Benefit(earlier.id(), "m" + UUID.randomUUID(), today.minusDays(100),
                today.minusDays(50), 250_000, today.minusDays(45), "Housing Benefit");
        asService(() -> ledger.creditBenefit(List.of(credit)));
        accounts.receive(reference, earlier.id(), 400_000, today.minusDays(40), "R" + UUID.randomUUID());
        asService(() -> ledger.takeBackBenefit(credit.key(), "Award changed"));
        accounts.receive(reference, placement.id(), 10_000, today.minusDays(2), "R" + UUID.randomUUID());

        List<LocalDate> days = List.of(today.minusDays(80), YearMonth.from(today).minusMonths(1).atEndOfMonth(),
                today.minusDays(3), today).stream().sorted().toList();
        // Other tests have posted on days to come.
        Instant known = clock.instant().plus(Duration.ofDays(3_650));
        for (LocalDate day : days) {
            assertThat(Acting.as("leader", () -> arrears.owed(day))).as(day.toString()).isNotEmpty()
                    .isEqualTo(Acting.as("leader", () -> arrears.owed(day, known)));
        }
        assertThat(Acting.as("leader", () -> arrears.totals(days))).isEqualTo(days.stream().map(day ->
                Acting.as("leader", () -> arrears.owed(day, known)).stream().mapToLong(ArrearsStore.Owed::pence).sum())
                .toList());
        assertThat(jdbc.sql("""
                select count(*) from (
                    select account_id, month, pence from charge_month
                    except select account_id, date_trunc('month', on_day)::date, sum(pence) from charge_line group by 1, 2)
                odd""").query(Long.class).single()).isZero();
    }

    @Test
    void anAccountOfAnotherCaseIsNotThere() {
        CaseReference other = register.open(NewCase.atTheDesk("north", Person.applicant("Sam", "Sample",
                LocalDate.of(1991, 3, 12)), "Asked to leave"));
        assertThatThrownBy(() -> accounts.balance(other, placement.id())).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update charge_line set pence = 0", "delete from charge_line", "truncate charge_line cascade",
        "update charge_account set opened_by = 'x'", "delete from arrears_answer", "delete from charge_request_answer",
        "update charge_request set pence = 1", "delete from payment_arrangement", "delete from payment_file",
        "set session_replication_role = replica; delete from charge_line"})
    void noLineIsEverChangedOrDeleted(String statement) {
        assertThatThrownBy(() -> transactions.executeWithoutResult(one -> {
            one.setRollbackOnly();
            jdbc.sql(statement.replace("session_replication_role", "local session_replication_role")).update();
        })).isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("only added to");
    }

    @Test
    void aReversalThatFitsNoLineIsRefusedByTheDatabase() {
        long account = accounts.get(reference, placement.id()).id();
        long line = jdbc.sql("select min(id) from charge_line where account_id = ?").param(account).query(Long.class)
                .single();
        assertThatThrownBy(() -> jdbc.sql("""
                insert into charge_line (account_id, kind, on_day, pence, reverses, words, recorded_at, recorded_by)
                select account_id, 'REVERSAL', on_day, -1, id, 'x', now(), 'x' from charge_line where id = ?""")
                .param(line).update()).isInstanceOf(DataAccessException.class).rootCause()
                .hasMessageContaining("takes back one line, whole");
    }

    @Test
    void twoRoundsAtOnceChargeANightOnce() {
        threeDaysLater(() -> {
            Thread other = new Thread(this::charge);
            other.start();
            charge();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(accounts.balance(reference, placement.id())).isEqualTo(23 * 5_500);
        });
    }

    @Test
    void theRowsOfAStatementSayWhatTheyAre() {
        accounts.receive(reference, placement.id(), 1_000, today, "R-1-" + UUID.randomUUID());
        assertThat(statement(today).rows()).last().extracting(Statement.Row::kind, Statement.Row::mayTakeBack,
                Statement.Row::pence).isEqualTo(List.of(LineKind.PAYMENT, true, -1_000L));
        Statement later = accounts.statement(reference, placement.id(), today, false, today.minusDays(2));
        assertThat(later.broughtForward() + later.rows().stream().mapToLong(Statement.Row::pence).sum())
                .isEqualTo(later.balance());
    }

    private Statement statement(LocalDate onDay) {
        return accounts.statement(reference, placement.id(), onDay, false, null);
    }

    private ArrearsStore.Nights nights(int fromDaysAgo, int untilDaysAgo) {
        return new ArrearsStore.Nights(accounts.get(reference, placement.id()).id(), today.minusDays(fromDaysAgo),
                today.minusDays(untilDaysAgo), null);
    }

    private void charge() {
        asService(() -> {
            while (charging.chargeNewNights(50) > 0) {
                // Until no account has a night that is not charged.
            }
            return null;
        });
    }

    private void correct(LocalDate first, LocalDate left) {
        jdbc.sql("update placement set starts_on = ? where id = ?").param(first).param(placement.id()).update();
        told(() -> follow.corrected(placement, placement));
    }

    private void end(LocalDate left, PlacementEnd why) {
        jdbc.sql("update placement set ended_on = ?, end_reason = ?, status = 'ENDED' where id = ?").param(left)
                .param(why.name()).param(placement.id()).update();
        told(() -> follow.ended(new Placement(placement.id(), reference, AccommodationFunction.INTERIM,
                PlacementStatus.ENDED, placement.unitId(), placement.startsOn(), null, left, why, null, 1)));
    }

    private void threeDaysLater(Runnable what) {
        Duration before = clock.offset();
        clock.setOffset(before.plusDays(3));
        try {
            what.run();
        } finally {
            clock.setOffset(before);
        }
    }

    private void told(Runnable what) {
        transactions.executeWithoutResult(one -> what.run());
    }

    private <T> T asService(Supplier<T> work) {
        return officer.asService(work);
    }

    private Placement placement(LocalDate first) {
        long id = new ChargeFixture(jdbc, units, officer).placement(reference, first);
        long unit = jdbc.sql("select unit_id from placement where id = ?").param(id).query(Long.class).single();
        return new Placement(id, reference, AccommodationFunction.INTERIM, PlacementStatus.IN_OCCUPATION, unit, first,
                null, null, null, null, 0);
    }
}
