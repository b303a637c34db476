package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.threshold.document.SomeFiles;

/** From temporary accommodation to a private landlord's home that was checked, offered, accepted, and kept. */
class PrivateRentedJourneyTest extends MainDutyJourneyTest {

    private static final String HOME = "2 Sample Close, AA1 1AA";
    private static final int POINTS = 10;
    private static final int FIRST_CHECK = 28;

    @Test
    void toAPrivateHomeThatWasCheckedOfferedAndKept() {
        atTheDesk(desktop(), desktop());
        mainDutyInTemporaryAccommodation("Jordan");
        begun();
        readyButForTheDeposit();
        homeFound();
        offered();
        checked();
        agreedAndGiven();
        accepted();
        signedUp();
        LocalDate keys = today().plusDays(3);
        leavingPlanned(keys);
        moveOn(3);
        left();
        closed();
        keptAfterFourWeeks();
    }

    /** The main duty may have begun it by itself; then the same page shows that it is under way. */
    private void begun() {
        Page page = at("");
        page.locator("main a[href$='/move-on']").first().click();
        page.waitForURL(address -> address.endsWith("/move-on"));
        Locator start = page.locator("button:has-text('Start move-on')");
        if (start.count() > 0) {
            look(page, "desktop-move-on-start");
            start.click();
        }
        page.getByText("Under way since").waitFor();
        assertThat(main(page)).contains("Not chosen yet", "Nobody has looked yet");
    }

    private void readyButForTheDeposit() {
        open("Record readiness and barriers");
        look(officer.page(), "desktop-record-readiness");
        officer.complete(Answers.of("documents", "READY", "income", "READY", "arrears", "NOT_NEEDED", "support",
                "NOT_NEEDED", "areaAndSize", "READY", "school", "NOT_NEEDED", "medical", "NOT_NEEDED", "pets",
                "NOT_NEEDED", "register", "NOT_READY", "registerWords", "They apply next week", "incomeWeekly", "420",
                "outgoingsWeekly", "180", "mostRent", "210.50", "bedrooms", "1", "lha", "195.62", "anyBarrier", "yes",
                "barriers[0].barrierKind", "NO_DEPOSIT", "barriers[0].barrierWords", "Nothing saved for a deposit",
                "barriers[0].barrierOwner", firstOption("barriers[0].barrierOwner"), "barriers[0].barrierDueOn",
                today().plusDays(9).toString()));
        open("Choose the route").complete(Answers.of("route", "PRIVATE_RENTED", "routeWhy",
                "They want to stay near the school"));
        Page page = at("/move-on");
        assertThat(main(page)).contains("Nothing saved for a deposit", "£195.62", "They want to stay near the school");
        look(page, "desktop-move-on");
        page.locator("main a:has-text('It is gone')").click();
        page.waitForURL(address -> address.contains("/move-on/barriers/"));
        page.locator("#how").fill("The deposit scheme pays it");
        page.locator("#save").click();
        page.waitForURL(address -> address.endsWith("/move-on"));
        assertThat(main(page)).contains("The deposit scheme pays it");
    }

    private void homeFound() {
        open("Look for a private home");
        officer.page().locator("button[name=_add]:has-text('Landlords and agents')").click();
        officer.page().locator("[name='contacts[0].landlord']").waitFor();
        officer.complete(Answers.of("contacts[0].contactedOn", today().toString(), "contacts[0].landlord",
                "Example Lettings", "contacts[0].property", HOME, "contacts[0].rent", "190", "contacts[0].contactWords",
                "Free on Friday", "moveOnNext", "OFFER", "nextWords", "They have seen it and like it"));
    }

    private void offered() {
        open("Draft the offer").complete(Answers.of("homeOffered", "yes", "offerKind", "PRSO",
                "address", HOME, "landlord", "Example Lettings", "landlordKind", "PRIVATE", "tenancy", "ASSURED",
                "rentWeekly", "190", "availableFrom", today().plusDays(3).toString(), "lastsMonths", "24", "approvedBy",
                "Lena Leader", "approvedOn", today().toString(), "obligations", "NONE", "restrictedCase", "no"));
        open("Record why it suits them").complete(Answers.of("condition", "Two rooms, dry and warm",
                "location", "Near the school", "affordable", "Universal Credit covers it", "incomeWeekly", "420",
                "essentialsWeekly", "180", "members[0].suits", "yes", "members[0].why", "No stairs, and work is near"));
    }

    /** Not without the tenancy agreement, which is added beside the step. */
    private void checked() {
        open("Check the ten points");
        officer.answer(points());
        assertThat(officer.page().locator(".govuk-error-summary").innerText()).contains(
                "Add the document to the case and select it");
        look(officer.page(), "desktop-ten-points-mistakes");
        Page page = open("Check the ten points").page();
        page.getByText("Add a document for this step").click();
        page.getByLabel("What is it?").selectOption("TENANCY_AGREEMENT");
        page.locator("#file").setInputFiles(new FilePayload("agreement.pdf", "application/pdf", SomeFiles.pdf()));
        page.locator("main form button:has-text('Add the document')").click();
        page.waitForURL(address -> address.contains("/steps/"));
        String agreement = page.locator("select[name='points[9].document'] option:has-text('agreement.pdf')")
                .getAttribute("value");
        officer.complete(points().with("points[9].document", agreement));
    }

    private Answers points() {
        Answers all = Answers.of("gateNext", "SAVE");
        for (int i = 0; i < POINTS; i++) {
            String row = "points[" + i + "].";
            all = all.with(row + "state", "IN_ORDER", row + "lookedBy", "Ian Inspector", row + "lookedOn",
                    today().toString(), row + "pointWords", "Seen at the visit, or not needed for this home");
        }
        return all;
    }

    private void agreedAndGiven() {
        assertThat(open("Look at the final offer").page().locator("button:has-text('Complete this step')").count())
                .as("for a second officer").isZero();
        senior.open(reference, "Look at the final offer");
        look(senior.page(), "desktop-final-offer-look");
        senior.complete(Answers.of("offerAgreed", "yes"));
        open("Give them the offer");
        look(officer.page(), "desktop-give-the-offer");
        officer.complete(Answers.of("giveOffer", "yes"));
        assertThat(letter("A private rented home that we offer you")).contains(HOME,
                "This is a private rented sector offer", "it ends that duty whether you accept it or refuse it",
                "You may have to leave your temporary accommodation", "whether or not you accept the offer",
                "section 202(1)");
    }

    private void accepted() {
        open("Record their answer").complete(Answers.of("homeAnswer", "ACCEPTED", "answeredOn",
                today().toString(), "answerHow", "PHONE", "answerFrom", "The applicant"));
        Page page = at("/home-offers");
        assertThat(main(page)).contains("Accepted", "What it told them", "In order", "Agreed: ");
        look(page, "desktop-home-offers");
    }

    private void signedUp() {
        LocalDate keys = today().plusDays(3);
        open("Sign up for the new home");
        look(officer.page(), "desktop-sign-up-new-home");
        String who = officer.page().locator("input[name=whoMoves]").first().getAttribute("value");
        assertThat(officer.page().locator("[name=landlordName]").inputValue()).isEqualTo("Example Lettings");
        assertThat(officer.page().locator("[name=homeRent]").inputValue()).isEqualTo("190.00");
        assertThat(officer.page().locator("[name=letBy][value=PRIVATE]").isChecked()).isTrue();
        officer.complete(Answers.of("signedOn", today().toString(), "keysOn", keys.toString(), "whoMoves", who));
        open("Switch the benefit").complete(Answers.of("oldEndsOn", keys.toString(), "newKind",
                "UC_HOUSING_COSTS", "newBeginsOn", keys.toString(), "toldOn", today().toString(), "overlap", "NONE"));
        assertThat(officer.isOpen(reference, "Record the letting in CORE")).as("a private letting").isFalse();
        open("Arrange the move").complete(Answers.of("helpNeeded", "no", "moveWords",
                "A cousin brings the van"));
        runJobs();
        Page phone = signIn(phone(), "officer");
        phone.navigate(url("/cases/" + reference + "/move-on"));
        assertThat(main(phone)).contains(HOME, "Example Lettings", "Universal Credit housing costs",
                "If that home comes to nothing").doesNotContain("nobody has begun");
        look(phone, "phone-move-on-new-home");
    }

    private void leavingPlanned(LocalDate keys) {
        open("Plan the leaving");
        assertThat(officer.page().locator("[name='leaveBy.day']").inputValue()).isEqualTo(keys.getDayOfMonth() + "");
        look(officer.page(), "desktop-plan-leaving");
        officer.complete(Answers.of("words", "They go when they have the keys", "belongings", "no", "providerTold",
                "yes"));
        runJobs();
        assertThat(letter("When you leave your temporary accommodation")).contains("You may stay there until", "You have told us that you"
                + " are moving", "Housing Benefit for this address ends with your last night there");
        Page page = at("/placements/" + placement + "/leaving");
        assertThat(main(page)).contains("Told in writing", "They still live there");
        look(page, "desktop-leaving");
        Page phone = signIn(phone(), "officer");
        phone.navigate(url("/cases/" + reference + "/placements/" + placement + "/leaving"));
        look(phone, "phone-leaving");
    }

    private void left() {
        Page page = at("/placements/" + placement + "/stay");
        page.locator("#leftOn-day").fill(today().getDayOfMonth() + "");
        page.locator("#leftOn-month").fill(today().getMonthValue() + "");
        page.locator("#leftOn-year").fill(today().getYear() + "");
        page.locator("#reason").selectOption("PRSO_ACCEPTED");
        page.locator("#what").fill("They have the keys of the new home");
        look(page, "desktop-stay-left");
        page.locator("button:has-text('Record that they have left')").click();
        page.getByText("It is recorded that they have left").first().waitFor();
    }

    private void closed() {
        open("See to benefit and account");
        look(officer.page(), "desktop-close-home");
        officer.complete(Answers.of("benefitTold", "yes", "benefitToldOn", today().toString(), "statementGiven", "true",
                "balance", "TO_BE_AGREED", "words", "Statement handed over with the keys"));
        runJobs();
        assertThat(main(at("/placements/" + placement + "/leaving"))).contains("Statement handed over with the keys");
        assertThat(officer.isOpen(reference, "See to benefit and account")).isFalse();
    }

    private void keptAfterFourWeeks() {
        moveOn(FIRST_CHECK - 1);
        assertThat(officer.isOpen(reference, "Check on the new home")).as("the day before").isFalse();
        moveOn(1);
        open("Check on the new home");
        look(officer.page(), "desktop-check-on-the-new-home");
        officer.complete(Answers.of("sustainAnswer", "WELL", "words", "Rent is paid, and the school is near"));
        assertThat(officer.isOpen(reference, "Check on the new home")).isFalse();
        assertThat(main(at("/timeline"))).contains("Check of the new home", "Rent is paid, and the school is near");
    }

    private String firstOption(String select) {
        return officer.page().locator("select[name='" + select + "'] option").nth(1).getAttribute("value");
    }

    /** What the last letter whose title has these words says. */
    private String letter(String title) {
        String pdf = at("/letters").locator("main a[href$='.pdf']:has-text(\"" + title + "\")").first()
                .getAttribute("href");
        try (PDDocument document = Loader.loadPDF(officer.page().request().get(url(pdf)).body())) {
            PDFTextStripper lines = new PDFTextStripper();
            lines.setSortByPosition(true);
            return lines.getText(document).replaceAll("\\s+", " ");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
