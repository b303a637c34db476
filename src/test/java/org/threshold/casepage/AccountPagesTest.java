package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.Acting;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.UnitRegister;
import org.threshold.casefile.CaseReference;
import org.threshold.charge.Accounts;
import org.threshold.charge.ChargeFixture;
import org.threshold.charge.PaymentFiles;
import org.threshold.homelessness.NewApproach;

/** The charge account over real HTTP, without JavaScript: read, explained, changed with authority. */
class AccountPagesTest extends CasePageTest {

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private UnitRegister units;
    @Autowired
    private CurrentOfficer officer;
    @Autowired
    private Accounts ledger;
    @Autowired
    private PaymentFiles files;

    private LocalDate today;
    private long placement;
    private String path;

    @BeforeEach
    void account() {
        today = LocalDate.now(clock);
        placement = new ChargeFixture(jdbc, units, officer).placement(reference, today);
        officer.asService(() -> {
            ledger.open(List.of(new Accounts.Opening(placement, today, 124_000)));
            return null;
        });
        path = "/cases/" + reference + "/placements/" + placement + "/account";
    }

    @Test
    void theAccountSaysWhatIsOwedAndWhy() {
        Desk.Answer page = desk.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("£1,240.00 is owed", "Where it comes from", "Brought over, cause not known",
                "No night has been charged yet", "Runs while they live there");
        assertThat(desk.get("/cases/" + reference + "/accommodation").body()).contains(path);
        Desk.Answer printed = desk.get(path + "/statement?on-day=1&on-month=2&on-year=2020&known=then");
        assertThat(printed.text()).contains("At the end of 1 February 2020, as it was known on that day",
                "Nothing is owed");
        assertThat(printed.body()).doesNotContain("Record a payment");
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndWhatWasTypedIsKept() {
        Desk.Answer wrong = desk.post(path + "/payment", "payAmount", "ten pounds", "payReceipt", "R77");
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.text()).contains("There is a problem", "Enter an amount in pounds, like 45.50",
                "Enter the day on which it was paid");
        assertThat(wrong.body()).contains("value=\"ten pounds\"", "value=\"R77\"");
        assertThat(desk.post(path + "/change", "x", "y").status()).isEqualTo(400);
        Desk.Answer future = desk.get(path + "?on-day=1&on-month=2&on-year=2999");
        assertThat(future.text()).contains("The day cannot be in the future");
    }

    @Test
    void aPaymentAndAnArrangementAreRecorded() {
        Desk.Answer paid = desk.follow(desk.post(path + "/payment", "payAmount", "£240", "payOn-day",
                String.valueOf(today.getDayOfMonth()), "payOn-month", String.valueOf(today.getMonthValue()),
                "payOn-year", String.valueOf(today.getYear()), "payReceipt", "R" + UUID.randomUUID()));
        assertThat(paid.text()).contains("The payment is on the account.", "£1,000.00 is owed");
        Desk.Answer arranged = desk.follow(desk.post(path + "/arrangement", "arrangeAmount", "5", "every", "WEEK",
                "first-day", "1", "first-month", "1", "first-year", "2030", "arrangeWords", "Went through income"));
        assertThat(arranged.text()).contains("Arrangement: £5.00 a week from 1 January 2030");
        assertThat(desk.follow(desk.post(path + "/arrangement/end", "endWhy", "Income changed")).text())
                .doesNotContain("Arrangement: £5.00");
    }

    @Test
    void aWriteOffIsAskedByOneAndAgreedByAnother() {
        Desk.Answer asked = desk.follow(desk.post(path + "/change", "change", "WRITE_OFF", "changeAmount", "240.00",
                "changeWords", "Written off", "changeReason", "The room was unsuitable"));
        assertThat(asked.text()).contains("Asked for: written off of £240.00", "A team leader or the service manager answers it");
        String request = first(asked.body() + desk.get(path).body(), path);
        assertThat(request).isNull();
        Desk leader = Desk.signedIn(port, "leader");
        Desk.Answer waiting = leader.get(path);
        String answer = first(waiting.body(), path);
        assertThat(desk.post(answer, "agreed", "YES", "answerWords", "Yes").status()).isEqualTo(403);
        assertThat(leader.follow(leader.post(answer, "agreed", "YES", "answerWords", "Unsuitable from the first night"))
                .text()).contains("£1,000.00 is owed", "Agreed by");
    }

    private static String first(String body, String path) {
        Matcher form = Pattern.compile("action=\"(" + Pattern.quote(path) + "/changes/[0-9]+)\"").matcher(body);
        return form.find() ? form.group(1) : null;
    }

    @Test
    void anAccountBelowAnotherCaseIsNotThere() {
        CaseReference other = approaches.take(new NewApproach(household()));
        assertThat(desk.get("/cases/" + other + "/placements/" + placement + "/account").status()).isEqualTo(404);
        assertThat(desk.post("/cases/" + other + "/placements/" + placement + "/account/payment", "payAmount", "1")
                .status()).isEqualTo(404);
    }

    @Test
    void supervisorsSeeTheArrearsByTypeAndCause() {
        Desk leader = Desk.signedIn(port, "leader");
        Desk.Answer page = leader.get("/arrears");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("By type of accommodation and cause", "Bed and breakfast");
        assertThat(leader.get("/arrears?on=2020-01-01&known=then").text()).contains("Nothing is owed.");
        assertThat(leader.get("/arrears?type=BB_SHARED_ANNEXE&cause=BROUGHT_OVER&left=&team=north").text())
                .contains("Bed and breakfast, Brought over, cause not known");
        assertThat(desk.get("/arrears").status()).isEqualTo(403);
        assertThat(desk.get("/arrears/proposals").status()).isEqualTo(200);
    }

    @Test
    void aFileOfPaymentsIsBroughtInByWhoMay() {
        Desk leader = Desk.signedIn(port, "leader");
        assertThat(leader.get("/payments").text()).contains("Payments for temporary accommodation");
        assertThat(desk.get("/payments").status()).isEqualTo(403);
        long file = Acting.as("leader", () -> files.take("p.csv", ("payment_id,paid_on,account,amount\n,"
                + today + ",=1+1,7.50\n").getBytes(StandardCharsets.UTF_8),
                new PaymentFiles.Control(1, 750L)));
        assertThat(leader.get("/payments/" + file).text()).contains("Posted now 0 £0.00", "Not matched 1 £7.50",
                "In the file 1 £7.50", "It has no payment_id");
        assertThat(leader.get("/payments/" + file + "/refused.csv").body()).contains(",'=1+1,7.50,");
        assertThat(leader.get("/payments/999999").status()).isEqualTo(404);
    }
}
