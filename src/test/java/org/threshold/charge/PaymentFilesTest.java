package org.threshold.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.threshold.Acting;
import org.threshold.IntegrationTest;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.NotPermitted;
import org.threshold.accommodation.UnitRegister;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.charge.PaymentFile.Count;
import org.threshold.charge.PaymentFile.Refused;
import org.threshold.clock.ServiceClock;

/** Files of payments: matched, posted once, reconciled to the penny, and what could not be matched. */
class PaymentFilesTest extends IntegrationTest {

    private static final PaymentFiles.Control NOTHING_SAID = new PaymentFiles.Control(null, null);

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private UnitRegister units;
    @Autowired
    private CurrentOfficer officer;
    @Autowired
    private CaseRegister register;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private Charging charging;
    @Autowired
    private PaymentFiles files;
    @Autowired
    private ChargeAccounts accounts;
    @Autowired
    private TransactionTemplate transactions;

    private CaseReference reference;
    private long placement;
    private String account;
    private String id;
    private LocalDate today;

    @BeforeEach
    void openAccount() {
        Acting.as("officer");
        today = LocalDate.now(clock);
        id = UUID.randomUUID().toString();
        reference = register.open(NewCase.atTheDesk("north", Person.applicant("Jordan", "Example",
                LocalDate.of(1990, 3, 12)), "Asked to leave"));
        placement = new ChargeFixture(jdbc, units, officer).placement(reference, today.minusDays(3));
        transactions.executeWithoutResult(one -> charging.agree(List.of(placement), "Test"));
        account = accounts.get(reference, placement).number();
        Acting.as("leader");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void eachPaymentIsPostedOnceAndTheReportAddsUp() {
        String file = "Amount,account,paid_on,payment_id\n100.00," + account + "," + today + "," + id + "-1\n"
                + "\"£1,000.50\"," + account.toLowerCase() + "," + british(today) + "," + id + "-2\n"
                + "5,TA-999999-99," + today + "," + id + "-3\n5.999," + account + "," + today + "," + id + "-4\n"
                + "5," + account + "," + today.plusDays(1) + "," + id + "-5\n5," + account + "," + today + ",\n"
                + "100.00," + account + "," + today + "," + id + "-1\n99.00," + account + "," + today + "," + id + "-1\n";

        PaymentFile first = files.get(take(file, NOTHING_SAID));

        assertThat(first.posted()).isEqualTo(new Count(2, 110_050));
        assertThat(first.repeated()).isEqualTo(new Count(1, 10_000));
        assertThat(first.refused()).isEqualTo(new Count(5, 500 + 0 + 500 + 500 + 9_900));
        assertThat(first.lines()).isEqualTo(new Count(8, 110_050 + 10_000 + 11_400));
        assertThat(files.refused(first.id())).extracting(Refused::line, Refused::why).containsExactly(
                tuple(4, "There is no account of this number; it may be mistyped"),
                tuple(5, "The amount is not more than nothing, like 45.50"), tuple(6, "paid_on is in the future"),
                tuple(7, "It has no payment_id, so it could be posted twice"),
                tuple(9, "A payment with this payment_id is known with another amount, day or account"));
        assertThat(balance()).isEqualTo(3 * 5_500 - 110_050);

        PaymentFile again = files.get(take(file, NOTHING_SAID));
        assertThat(again.posted()).isEqualTo(new Count(0, 0));
        assertThat(again.repeated()).isEqualTo(new Count(3, 120_050));
        assertThat(balance()).isEqualTo(3 * 5_500 - 110_050);
    }

    @Test
    void aFileThatIsNotWhatWasSaidIsNotPosted() {
        String file = "payment_id,paid_on,account,amount\n" + id + "," + today + "," + account + ",10\n";
        assertThatThrownBy(() -> take(file, new PaymentFiles.Control(2, null))).isInstanceOf(NotPossible.class)
                .hasMessage("The file holds 1 payments, not 2. Nothing was posted.");
        assertThatThrownBy(() -> take(file, new PaymentFiles.Control(1, 1_001L))).isInstanceOf(NotPossible.class)
                .hasMessageContaining("sum to £10.00, not £10.01");
        assertThat(balance()).isEqualTo(3 * 5_500);
        take(file, new PaymentFiles.Control(1, 1_000L));
        assertThat(balance()).isEqualTo(3 * 5_500 - 1_000);
    }

    @Test
    void whatIsNoFileOfPaymentsIsRefusedInWords() {
        assertThatThrownBy(() -> take("", NOTHING_SAID)).hasMessage("The file is empty.");
        assertThatThrownBy(() -> take("payment_id,paid_on,account\n", NOTHING_SAID))
                .hasMessageStartingWith("The file has no column ‘amount’.");
        assertThatThrownBy(() -> take("payment_id,paid_on,account,amount\n", NOTHING_SAID))
                .hasMessageContaining("no payments");
        assertThatThrownBy(() -> files.take("x", new byte[] {(byte) 0xff, (byte) 0xfe, 0}, NOTHING_SAID))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> take("payment_id,paid_on,account,amount\nx\0,1,2,3\n", NOTHING_SAID))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> take("payment_id,paid_on,account,amount\n\"x,1,2,3\n", NOTHING_SAID))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void anOfficerDoesNotBringInPayments() {
        Acting.as("officer");
        assertThatThrownBy(() -> take("payment_id,paid_on,account,amount\n", NOTHING_SAID))
                .isInstanceOf(NotPermitted.class);
    }

    private long take(String file, PaymentFiles.Control control) {
        return files.take("payments.csv", file.getBytes(StandardCharsets.UTF_8), control);
    }

    private long balance() {
        return Acting.as("officer", () -> accounts.balance(reference, placement));
    }

    private static String british(LocalDate day) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
    }
}
