package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.Acting;
import org.threshold.access.CurrentOfficer;
import org.threshold.accommodation.UnitRegister;
import org.threshold.browser.BrowserTest;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.charge.Accounts;
import org.threshold.charge.ChargeAccounts;
import org.threshold.charge.ChargeFixture;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.Approaches;
import org.threshold.homelessness.NewApproach;

/** The charge account and the arrears in a real browser, on a desk and on a phone; axe finds nothing to mend. */
class AccountLookTest extends BrowserTest {

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private UnitRegister units;
    @Autowired
    private CurrentOfficer officer;
    @Autowired
    private Accounts ledger;
    @Autowired
    private ChargeAccounts accounts;
    @Autowired
    private Approaches approaches;
    @Autowired
    private ServiceClock clock;

    @Test
    void theAccountAndTheArrears() {
        String account = account();
        for (Page page : List.of(desktop(), phone())) {
            boolean wide = page.viewportSize().width > 600;
            signIn(page, "leader");
            page.navigate(url(account));
            look(page, "account" + (wide ? "" : "-phone"));
            assertNoSidewaysScroll(page);
            page.locator("summary", new Page.LocatorOptions().setHasText("Record a payment")).click();
            page.locator("button", new Page.LocatorOptions().setHasText("Record the payment")).click();
            look(page, "account-mistakes" + (wide ? "" : "-phone"));
            page.navigate(url(account + "/statement"));
            look(page, "account-statement" + (wide ? "" : "-phone"));
            page.navigate(url("/arrears"));
            look(page, "arrears" + (wide ? "" : "-phone"));
            assertNoSidewaysScroll(page);
            page.navigate(url("/arrears/proposals"));
            look(page, "arrears-proposals" + (wide ? "" : "-phone"));
            page.navigate(url("/payments"));
            look(page, "payments" + (wide ? "" : "-phone"));
        }
        noConsoleErrors();
    }

    private static void assertNoSidewaysScroll(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isTrue();
    }

    /** A household three weeks in a hotel, with something brought over, some benefit and a payment. */
    private String account() {
        LocalDate today = LocalDate.now(clock);
        return Acting.as("officer", () -> {
            CaseReference reference = approaches.take(new NewApproach(NewCase.atTheDesk("north",
                    Person.applicant("Jordan", "Looked", LocalDate.of(1990, 3, 12)), "Asked to leave")));
            long placement = new ChargeFixture(jdbc, units, officer).placement(reference, today.minusDays(40));
            officer.asService(() -> {
                ledger.open(List.of(new Accounts.Opening(placement, today.minusDays(21), 100_000)));
                return ledger.creditBenefit(List.of(new Accounts.Benefit(placement, "look:" + placement,
                        today.minusDays(21), today.minusDays(14), 35_000, today.minusDays(3),
                        "Housing Benefit")));
            });
            accounts.receive(reference, placement, 6_000, today.minusDays(1), "LOOK-" + placement);
            return "/cases/" + reference + "/placements/" + placement + "/account";
        });
    }
}
