package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.threshold.accommodation.Homes;

/** A final offer is refused, the main duty ends on it, and a review finds that it should not have. */
class OverturnedJourneyTest extends MainDutyJourneyTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final String HOME = "4 Example Rise, AA1 1AA";
    private static final String STAIRS = "I cannot climb the stairs to it";
    private static final String FINAL_REFUSED = "They refused a final offer through the housing register";
    private static final String OFFER_LETTER = "Our final offer of a home through the housing register";
    private static final String END_LETTER = "Our main housing duty to you has ended";
    private static final int TIME_TO_CONSIDER = 10;
    private static final int REVIEW_PERIOD = 21;
    private static final int REPRESENTATIONS = 16;

    private Desk leader;
    private LocalDate offeredOn;
    private LocalDate endedOn;
    private LocalDate askedOn;

    @Test
    void theMainDutyGoesOnAndTheNoticeToLeaveIsCalledOff() {
        atTheDesk(desktop(), desktop());
        leader = onSite(desktop(), "leader");
        mainDutyInTemporaryAccommodation("Jo");
        offered();
        agreedAndGiven();
        refused();
        refusalStands();
        endProposed();
        endAuthorised();
        leavingHasBegun();
        showsWhyItEnded();
        reviewAsked();
        mayStayUntilThen();
        overturned();
        goesOn();
        showsThatItDoesNotStand();
        spokenWith();
        putRightInstead();
        theSameOfferEndsNothingAgain();
        noConsoleErrors();
    }

    private void offered() {
        Page page = at("/home-offers");
        page.locator("button:has-text('Offer a settled home')").click();
        page.waitForLoadState();
        open("Draft the offer").complete(Answers.of("homeOffered", "yes", "offerKind", "FINAL_PART6", "address", HOME,
                "landlord", "Example Homes", "landlordKind", "HOUSING_ASSOCIATION", "tenancy", "ASSURED", "rentWeekly",
                "118.40", "availableFrom", today().plusDays(14).toString(), "lastsMonths", "24", "obligations", "NONE",
                "restrictedCase", "no"));
        open("Record why it suits them").complete(Answers.of("condition", "Two rooms on the second floor, dry and warm",
                "location", "Near the school", "affordable", "Universal Credit covers it", "incomeWeekly", "300",
                "essentialsWeekly", "150.50", "members[0].suits", "yes", "members[0].why", "Two flights of stairs"));
    }

    private void agreedAndGiven() {
        offeredOn = today();
        assertThat(open("Look at the final offer").page().locator("button:has-text('Complete this step')").count())
                .as("for a second officer").isZero();
        senior.open(reference, "Look at the final offer").complete(Answers.of("offerAgreed", "yes"));
        open("Give them the offer").complete(Answers.of("giveOffer", "yes", "considerUntil",
                today().plusDays(TIME_TO_CONSIDER).toString(), "closedDayWhy", "Leave a message on our telephone"));
        handOver(OFFER_LETTER);
    }

    private void refused() {
        moveOn(1);
        open("Record their answer").complete(Answers.of("homeAnswer", "REFUSED", "answeredOn", today().toString(),
                "answerHow", "PHONE", "answerFrom", "The applicant", "answerWords", STAIRS));
    }

    private void refusalStands() {
        runJobs();
        assertThat(open("Look at the home again").page().locator("button:has-text('Complete this step')").count())
                .as("for somebody who did not offer it").isZero();
        senior.open(reference, "Look at the home again");
        assertThat(main(senior.page())).contains(STAIRS);
        look(senior.page(), "desktop-refusal-again");
        senior.complete(Answers.of("homeSuitable", "yes", "consideredWords", "She has climbed such stairs so far"));
        runJobs();
        Page page = at("/home-offers");
        assertThat(main(page)).contains("Refused although it is suitable, so the duty can end", STAIRS,
                "Looked at again", "She has climbed such stairs so far");
        look(page, "desktop-home-offer-refused");
        phone("/home-offers", "phone-home-offer-refused");
    }

    /** Not while their time to consider runs: they may still change their mind. */
    private void endProposed() {
        propose("The home was suitable, and she refused it");
        assertThat(officer.page().locator(".govuk-error-summary").innerText()).contains("They have until "
                + offeredOn.plusDays(TIME_TO_CONSIDER).format(DAY) + " to consider the offer");
        moveOn(TIME_TO_CONSIDER);
        propose("The home was suitable, and she refused it");
        officer.page().getByText("It waits for a second officer, and the work goes on until then").waitFor();
        assertThat(open("Authorise the end of duty").page().locator("button:has-text('Complete this step')").count())
                .as("who proposed it").isZero();
    }

    private void propose(String reasons) {
        Page page = at("");
        page.locator("main a:has-text('End the main duty')").first().click();
        page.locator("main a:has-text('" + FINAL_REFUSED + "')").click();
        page.waitForURL(address -> address.contains("ground=PART6_REFUSED"));
        page.locator("#offer").selectOption(page.locator("#offer option:has-text('" + HOME + "')").getAttribute("value"));
        assertThat(page.locator("#theirWords").count()).as("asked of a withdrawal alone").isZero();
        fill(page, "endedOn", today());
        page.locator("#reasons").fill(reasons);
        look(page, "desktop-propose-end-on-refusal");
        page.locator("main button.govuk-button:has-text('Propose this end')").click();
        page.waitForLoadState();
    }

    private void endAuthorised() {
        endedOn = today();
        senior.open(reference, "Authorise the end of duty");
        assertThat(main(senior.page())).as("what it rests on").contains(HOME, STAIRS, "Told that the offer was final",
                "Suitable. Sandra Demo");
        look(senior.page(), "desktop-authorise-end");
        senior.complete(Answers.of("authorised", "yes"));
        runJobs();
        assertCase(reference, "Main duty discharged");
        assertLetters(reference, END_LETTER);
        handOver(END_LETTER);
    }

    private void leavingHasBegun() {
        Page page = at("/placements/" + placement + "/leaving");
        assertThat(main(page)).contains("They may stay until", "They still live there", "Told in writing");
        look(page, "desktop-leaving-after-duty");
        assertThat(officer.isOpen(reference, "Plan the leaving")).as("the leaving began by itself").isTrue();
    }

    private void showsWhyItEnded() {
        Page page = at("/duties");
        page.locator("main a:has-text('Why duties ended')").click();
        page.waitForURL(address -> address.endsWith("/duties/ended"));
        assertWhyItEnded(page);
        assertThat(main(page)).contains("Ask for a review until "
                + endedOn.plusDays(REVIEW_PERIOD - 1).format(DAY) + " (s202(1)(b))", "They have not asked for one.")
                .doesNotContain("Set aside on review");
        look(page, "desktop-why-duty-ended");
        phone("/duties/ended", "phone-why-duty-ended");
    }

    /** Ground, facts, by whom, who checked, and what was sent when. */
    private void assertWhyItEnded(Page page) {
        assertThat(main(page)).contains("Main housing duty, ended on " + endedOn.format(DAY),
                FINAL_REFUSED + " s193(7)",
                "Offered in writing, " + offeredOn.format(DAY), HOME, "Told that the offer was final",
                "Told what refusing could mean", "Told of the right to a review of suitability",
                "Time to consider until, " + offeredOn.plusDays(TIME_TO_CONSIDER).format(DAY),
                "Refused, " + offeredOn.plusDays(1).format(DAY) + ": " + STAIRS,
                "Suitability looked at again and found, " + offeredOn.plusDays(1).format(DAY) + ": Suitable by Sandra Demo",
                "The home was suitable, and she refused it", "Olive Demo", "Sandra Demo",
                OFFER_LETTER + " (PDF), issued on " + offeredOn.format(DAY) + ". Handed over on " + offeredOn.format(DAY),
                END_LETTER + " (PDF), issued on " + endedOn.format(DAY) + ". Handed over on "
                + endedOn.format(DAY));
    }

    private void reviewAsked() {
        moveOn(2);
        askedOn = today();
        Page page = at("/reviews");
        page.locator("input[name=decision][value^='ending-']").last().check();
        fill(page, "requestedOn", askedOn);
        page.locator("#form").selectOption("PHONE");
        page.locator("#what").fill("The home has stairs, and I cannot climb them");
        page.locator("#save button").last().click();
        page.waitForLoadState();
        assertThat(page.locator(".govuk-error-summary").count()).isZero();
        assertThat(main(at("/duties/ended"))).contains("They asked on " + askedOn.format(DAY) + ".",
                "It is not decided yet.");
    }

    private void mayStayUntilThen() {
        open("Consider accommodation until then").complete(Answers.of("reviewMerits", "The stairs are a new point",
                "reviewNewMaterial", "The letter of the hospital", "reviewCircumstances", "She has nowhere else",
                "reviewAccommodation", "yes", "accommodationReasons", "You have nowhere else to stay."));
        runJobs();
        assertLetters(reference, "Somewhere to stay until your case is decided");
    }

    private void overturned() {
        leader.open(reference, "Choose the reviewer").complete(Answers.of("reviewer", "leader"));
        runJobs();
        moveOn(REPRESENTATIONS);
        leader.open(reference, "Look at everything again").complete(Answers.of("decisionDeficient", "no"));
        runJobs();
        leader.open(reference, "Decide the review").complete(Answers.of("reviewOutcome", "OVERTURNED", "reviewFacts",
                "The letter of the hospital", "reviewReasons", "The home had stairs that she cannot climb."));
        runJobs();
    }

    private void goesOn() {
        assertCase(reference, "Main housing duty", "Speak with the household");
        assertLetters(reference, "What we put right after your review");
        assertThat(main(at("/placements/" + placement + "/leaving"))).contains(
                "Accommodation until the review is decided").doesNotContain("They may stay until");
        assertThat(officer.isOpen(reference, "Plan the leaving")).as("nobody asks them to leave").isFalse();
        Page page = at("/put-right");
        assertThat(main(page)).contains("Overturned on review", "No longer counts", "The notice that ended the duty",
                "The duty goes on", "Speak with the household", "Nobody yet");
        look(page, "desktop-put-right");
        phone("/put-right", "phone-put-right");
    }

    /** What was done stays as it was done, and says that it does not stand. */
    private void showsThatItDoesNotStand() {
        Page page = at("/duties/ended");
        assertWhyItEnded(page);
        assertThat(main(page)).contains("Set aside on review", "They asked on " + askedOn.format(DAY) + ".",
                "The decision is overturned.").doesNotContain("It is not decided yet.");
        look(page, "desktop-why-duty-ended-set-aside");
        phone("/duties/ended", "phone-why-duty-ended-set-aside");
        assertThat(main(at("/duties"))).contains("Set aside on review", "still owed");
    }

    private void spokenWith() {
        officer.open(reference, "Speak with the household");
        assertThat(officer.page().locator("input[name=homeNeededNow][value=no]").isChecked()).isTrue();
        look(officer.page(), "desktop-speak-with-household");
        officer.complete(Answers.of("spokenWords", "She is glad, and stays where she is", "homeNeededNow", "no",
                "toldOthers", "The housing register", "anythingLeft", "yes", "leftWords", "The home was let to others",
                "reviewFound", "no"));
        runJobs();
    }

    private void putRightInstead() {
        leader.open(reference, "Put right what cannot be undone");
        look(leader.page(), "desktop-put-right-what-remains");
        leader.complete(Answers.of("doneByHand", "Nothing", "remedyKind", "OTHER", "remedyWords",
                "She gets the next home without stairs"));
        assertThat(main(at("/put-right"))).contains("Put right instead", "She gets the next home without stairs",
                "The home was let to others");
    }

    private void theSameOfferEndsNothingAgain() {
        propose("The home was suitable all the same");
        assertThat(officer.page().locator(".govuk-error-summary").innerText()).contains(
                "The end that rested on that offer was set aside on review, so the offer cannot found another end");
        look(officer.page(), "desktop-offer-cannot-end-again");
    }

    /** Records that the last letter whose title has these words was handed to the applicant today. */
    private void handOver(String title) {
        Page page = at("/letters");
        page.locator("tr:has-text(\"" + title + "\") a[href$='/send']").first().click();
        page.waitForURL(address -> address.endsWith("/send"));
        page.locator("input[name=way][value=HANDED_OVER]").check();
        page.locator("#to").fill("The applicant");
        page.locator("#save button").click();
        page.waitForURL(address -> address.endsWith("/letters"));
    }

    private static void fill(Page page, String date, LocalDate day) {
        page.locator("#" + date + "-day").fill(String.valueOf(day.getDayOfMonth()));
        page.locator("#" + date + "-month").fill(String.valueOf(day.getMonthValue()));
        page.locator("#" + date + "-year").fill(String.valueOf(day.getYear()));
    }

    private void phone(String path, String picture) {
        Page phone = signIn(phone(), "officer");
        phone.navigate(url("/cases/" + reference + path));
        look(phone, picture);
    }
}
