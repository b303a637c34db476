package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.process.TimerWalk;

/** What happens to a case outside its steps, worked in a browser: death, merge, a night on the phone, and the rest. */
class EndsJourneyTest extends BrowserTest {

    private static final List<String> PAGES = List.of("/attempts", "/lost-contact", "/death", "/created-in-error",
            "/merge", "/belongings");

    @Autowired
    private TimerWalk timers;
    @Autowired
    private JdbcClient jdbc;

    private Page page;
    private Desk desk;

    private void sit(Page at, String username) {
        page = at;
        desk = onSite(at, username);
    }

    private void send() {
        page.locator("#save").click();
        page.waitForLoadState();
    }

    private String main() {
        return page.locator("body").innerText();
    }

    private static String family(String what) {
        return what + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "x");
    }

    @Test
    void whenAnApplicantDiesNothingGoesOutAndTheFamilyAppliesItself() {
        sit(desktop(), "officer");
        String reference = desk.takeApproach("Morgan", family("Late"), "Lost their home");
        desk.open(reference, "Triage the approach").complete(Answers.homelessTonight());
        String base = "/cases/" + reference;
        page.navigate(url(base + "/people/new"));
        page.locator("#relationship").selectOption("PARTNER");
        page.locator("#givenName").fill("Robin");
        page.locator("#familyName").fill("Example");
        page.locator("main form button.govuk-button").last().click();
        page.navigate(url(base));
        page.locator("a:has-text('The applicant has died')").click();
        send();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter who told us", "made sure");
        page.locator("#toldBy").fill("Their sister");
        page.locator("#how").fill("Death certificate seen");
        page.locator("#kin").fill("The sister takes the furniture");
        page.locator("#sure").check();
        look(page, "desktop-death-filled");
        send();

        assertThat(main()).contains("has died: do not write, ring or visit in their name",
                "The sister takes the furniture", "Applicant has died");
        assertThat(page.locator("a[href^='/steps/']").count()).as("open steps").isZero();
        look(page, "desktop-case-of-the-dead");
        page.locator("a:has-text('Take an application of someone of the household')").click();
        look(page, "desktop-survivor-applies");
        page.locator("#applicant").selectOption(page.locator("#applicant option").last().getAttribute("value"));
        page.locator("#reasons").fill("Must leave the flat");
        send();

        assertThat(main()).contains("Robin", "Follows case " + reference);
        assertThat(desk.isOpen(desk.referenceOnPage(), "Triage the approach")).isTrue();
        page.navigate(url(base + "/letters"));
        assertThat(main()).doesNotContain("Our duty", "We have closed");
        noConsoleErrors();
    }

    @Test
    void twoCasesOfOneHouseholdAreComparedAndMerged() {
        sit(desktop(), "senior");
        String name = family("Twice");
        String kept = desk.takeApproach("Sasha", name, "Came to the desk");
        String merged = desk.takeApproach("Sasha", family("Other"), "Rang the next day");
        page.navigate(url("/cases/" + merged + "/contact"));
        page.locator("#phone").fill("07700 900123");
        page.locator("main form button.govuk-button").last().click();
        page.navigate(url("/cases/" + kept + "/merge"));
        page.locator("#other").fill("TH-1");
        send();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter a case reference in the form");
        page.locator("#other").fill(merged);
        send();
        assertThat(page.locator("table").innerText()).contains("Differs", "07700 900123", kept + ", stays");
        look(page, "desktop-merge-compared");
        send();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("same household");
        page.locator("#reason").fill("Same person: she said so on the phone");
        send();

        assertThat(main()).contains("was merged into this one", "07700 900123", "Merged into this case case " + merged);
        page.locator("a:has-text('case " + merged + "')").first().click();
        assertThat(main()).contains("Merged into another case", "Merged into case " + kept);
        assertThat(page.locator("a[href^='/steps/']").count()).isZero();
        look(page, "desktop-merged-case");
        noConsoleErrors();
    }

    @Test
    void aNightInTheStreetIsRecordedOnAPhoneAndCompletedByDay() {
        sit(phone(), "officer");
        page.navigate(url("/out-of-hours"));
        look(page, "phone-out-of-hours");
        send();
        assertThat(page.locator(".govuk-error-summary").innerText()).contains("Enter a last name",
                "Say where they sleep tonight", "Say whether they are safe tonight");
        look(page, "phone-out-of-hours-mistakes");
        page.locator("#familyName").fill(family("Night"));
        page.locator("#phone").fill("07700 900456");
        page.locator("#withThem").fill("Two children, 3 and 5");
        for (String key : List.of("safe", "abuse", "hate")) {
            page.locator("input[name=" + key + "][value=no]").check();
        }
        page.locator("#what").fill("Put out of the flat at ten in the evening");
        page.locator("input[name=where][value=PLACED]").check();
        page.locator("#address").fill("Harbour Lodge, room 4");
        page.locator("#kind").selectOption("HOSTEL_REFUGE");
        page.locator("input[name=inDistrict][value=yes]").check();
        look(page, "phone-out-of-hours-filled");
        send();
        String reference = desk.referenceOnPage();
        assertThat(main()).contains("The day team completes the record", "Complete the out-of-hours record");
        look(page, "phone-case-of-the-night");

        desk.open(reference, "Complete the out-of-hours record");
        assertThat(main()).contains("Put out of the flat at ten in the evening", "Harbour Lodge, room 4",
                "Two children, 3 and 5");
        look(page, "phone-complete-out-of-hours");
        page.locator("input[name=recordDone]").first().check();
        page.locator("input[name=arrangementHolds][value=yes]").check();
        page.locator("button.govuk-button:has-text('Complete this step')").click();
        page.waitForLoadState();
        desk.open(reference, "Triage the approach");
        assertThat(page.locator("input[name=homelessTonight][value=yes]").isChecked()).as("not asked again").isTrue();
        look(page, "phone-triage-after-the-night");
        desk.complete(Answers.homelessTonight());
        assertThat(desk.isOpen(reference, "Find a unit")).as("the place of the night is signed up for").isTrue();
        assertThat(desk.isOpen(reference, "Check identity and eligibility")).isTrue();
        noConsoleErrors();
    }

    @Test
    void lostContactIsRefusedWithWhatIsMissing() {
        sit(phone(), "officer");
        String reference = desk.takeApproach("Quinn", family("Gone"), "Asked to leave");
        page.navigate(url("/cases/" + reference + "/lost-contact"));
        assertThat(main()).contains("On record since they were last reached: 0 attempts in 0 ways over 0 days");
        page.locator("a:has-text('Record an attempt')").first().click();
        page.locator("input[name=way][value=PHONE]").check();
        page.locator("input[name=reached][value=no]").check();
        page.locator("#what").fill("Rang twice, no answer");
        send();
        assertThat(main()).contains("1 attempt in 1 way", "Rang twice, no answer");
        look(page, "phone-attempts");
        noConsoleErrors();
    }

    @Test
    void belongingsAreProtectedFromThePageToTheLetter() {
        sit(desktop(), "officer");
        String reference = desk.takeApproach("Riley", family("Box"), "Bailiff on Friday");
        page.navigate(url("/cases/" + reference + "/belongings"));
        look(page, "desktop-belongings");
        page.locator("#danger").fill("The flat is cleared on Friday");
        page.locator("#whyUnable").fill("No car and no money for a store");
        page.locator("#what").fill("Furniture of three rooms");
        send();
        assertThat(main()).contains("Protected since", "the power of section 211(3)");
        desk.open(reference, "Secure the belongings");
        look(page, "desktop-secure-belongings");
        for (String[] answer : new String[][] {{"storedAt", "Depot, bay 4"}, {"inventory", "A bed and two boxes"},
                {"charges", "None"}, {"access", "By appointment"}}) {
            page.locator("[name=" + answer[0] + "]").fill(answer[1]);
        }
        page.locator("[name='nextCheckOn.day']").fill("1");
        page.locator("[name='nextCheckOn.month']").fill("1");
        page.locator("[name='nextCheckOn.year']").fill("2099");
        page.locator("button.govuk-button:has-text('Complete this step')").click();
        page.waitForLoadState();
        timers.runDue();
        page.navigate(url("/cases/" + reference + "/belongings"));
        assertThat(main()).contains("Depot, bay 4", "It ends before the next check");
        look(page, "desktop-belongings-kept");
        page.locator("input[name=end][value=COLLECTED]").check();
        page.locator("#words").fill("Collected with a van");
        send();
        timers.runDue();
        page.navigate(url("/cases/" + reference + "/letters"));
        assertThat(main()).contains("We are keeping your belongings safe",
                "We have stopped keeping your belongings safe");
        noConsoleErrors();
    }

    @Test
    void aWithdrawnCaseIsTakenUpAgainOrFollowedByANewApplication() {
        sit(desktop(), "leader");
        String reference = desk.takeApproach("Ellis", family("Back"), "Asked to leave");
        String base = "/cases/" + reference;
        for (Page at : List.of(page, signIn(phone(), "leader"))) {
            for (String path : PAGES) {
                at.navigate(url(base + path));
                look(at, (at == page ? "desktop" : "phone") + "-ends" + path.replace('/', '-'));
            }
        }
        page.navigate(url(base + "/withdrawal"));
        page.locator("#reason").fill("Staying with a friend");
        page.locator("#sure").check();
        page.locator("main form button.govuk-button").last().click();
        page.waitForLoadState();
        page.navigate(url(base + "/new-application"));
        look(page, "desktop-new-application");
        page.navigate(url(base + "/reopen"));
        look(page, "desktop-reopen");
        page.locator("input[name=stage][value=TRIAGE]").check();
        page.locator("#reason").fill("Somebody else rang in their name");
        send();
        assertThat(main()).contains("The case goes on");
        assertThat(desk.isOpen(reference, "Triage the approach")).isTrue();
        assertThat(jdbc.sql("select stage from reopening where case_reference = ?").param(reference)
                .query(String.class).single()).isEqualTo("TRIAGE");
        noConsoleErrors();
    }
}
