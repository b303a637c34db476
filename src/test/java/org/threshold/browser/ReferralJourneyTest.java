package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.clock.ServiceClock;
import org.threshold.message.Postman;
import org.threshold.referral.SampleReferrals;

/** A hospital worker refers someone; an officer speaks to them and opens the approach; the hospital is told. */
class ReferralJourneyTest extends BrowserTest {

    @Autowired
    private ServiceClock clock;
    @Autowired
    private Postman postman;

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromTheWardToTheAnswer(boolean scripts) throws Exception {
        String family = SampleReferrals.family();
        String ward = "ward-" + family.toLowerCase() + "@hospital.nhs.uk";
        Page hospital = scripts ? phone() : withoutScript();
        Receipt receipt = refer(hospital, family, ward);
        assertThat(status(hospital, receipt)).contains("Received.");

        Page officer = signIn(scripts ? desktop() : withoutScript(), "officer");
        officer.navigate(url("/referrals"));
        String row = officer.locator("tr:has-text('" + family + "')").innerText();
        assertThat(row).contains("Waits for triage", "Nobody yet");
        officer.locator("tr:has-text('" + family + "') th a").click();
        Desk desk = new Desk(officer, this::url);
        String reference = desk.referenceOnPage();
        desk.open(reference, "Triage the referral");
        assertThat(officer.locator("aside").innerText()).contains("Ring the ward until they are discharged",
                "Spoken, and noted in our record", "Alex Ward");
        lookIf(scripts, officer, "triage-referral");
        desk.complete(Answers.of("referralOutcome", "CONTACT_MADE", "contactOn", today().toString(), "referralNotes",
                "Rang the ward and spoke to them"));
        assertThat(desk.isOpen(reference, "Triage the approach")).isTrue();
        assertThat(officer.locator("main").innerText()).contains("See the referral");
        lookIf(scripts, officer, "referral-overview");

        postman.deliverDue();
        assertAnswered(receipt, ward, family);
        assertThat(status(hospital, receipt)).contains("Answered: Contact made.").doesNotContain(family);
        officer.navigate(url("/referrals?show=IN_TARGET"));
        assertThat(officer.locator("tr:has-text('" + family + "')").innerText())
                .contains("Contact made, approach opened", "Answered on");
        officer.navigate(url("/cases/" + reference + "/referral"));
        lookIf(scripts, officer, "case-referral");
    }

    /** What looks for barriers is a script itself. */
    private void lookIf(boolean scripts, Page page, String name) {
        if (scripts) {
            look(page, name);
        }
    }

    private record Receipt(String reference, String code) {
    }

    private Receipt refer(Page page, String family, String ward) {
        Referrer referrer = new Referrer(page, this::url);
        referrer.open();
        referrer.press("Continue");
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("only if they agreed to it");
        referrer.fillIn(family, ward, "HOMELESS");
        referrer.press("Continue");
        assertThat(page.locator("main").innerText()).contains("Check your answers", family, ward);
        referrer.press("Change my answers");
        assertThat(page.locator("#familyName").inputValue()).isEqualTo(family);
        referrer.press("Continue");
        clock.setOffset(Duration.ofMinutes(1));
        referrer.press("Send the referral");
        return new Receipt(page.locator("#receipt-reference").innerText(), page.locator("#access-code").innerText());
    }

    private String status(Page page, Receipt receipt) {
        page.navigate(url("/refer/status"));
        page.fill("#reference", receipt.reference);
        page.fill("#code", receipt.code);
        page.locator("main button").click();
        page.waitForLoadState();
        return page.locator("main").innerText();
    }

    private void assertAnswered(Receipt receipt, String ward, String family) throws Exception {
        List<MimeMessage> mails = Stream.of(MAIL.getReceivedMessagesForDomain(ward))
                .sorted(Comparator.comparing(mail -> text(mail).contains("We have made contact"))).toList();
        assertThat(mails).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Your referral " + receipt.reference);
            assertThat(text(mail)).doesNotContain(family, "Jordan", receipt.code, "room that they rented");
        });
        assertThat(text(mails.get(0))).contains("We have your referral");
        assertThat(text(mails.get(1))).contains("We have made contact with the person whom you referred");
    }

    private static String text(MimeMessage mail) {
        try {
            return String.valueOf(mail.getContent());
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
