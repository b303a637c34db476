package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.Acting;
import org.threshold.accommodation.OutsideHomes;
import org.threshold.accommodation.Placements;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Household;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;
import org.threshold.message.Postman;

/** From 'needs accommodation tonight' to a home outside the borough, and to the notice that its council gets. */
class OutsideBoroughJourneyTest extends JourneyTest {

    @Autowired
    private OutsideHomes homes;
    @Autowired
    private Placements placements;
    @Autowired
    private Household household;
    @Autowired
    private Postman postman;

    private String reference;
    private String size;
    private String notices;
    private Page managers;

    @Test
    void atADesktop() {
        size = "outside-desktop-";
        fromNeedToNotice(desktop(), desktop());
    }

    @Test
    void onAPhone() {
        size = "outside-phone-";
        fromNeedToNotice(phone(), phone());
    }

    private void fromNeedToNotice(Page officers, Page deciding) {
        officer = onSite(officers, "officer");
        managers = onSite(deciding, "manager").page();
        notices = "section208-" + UUID.randomUUID() + "@farborough.example";
        reference = officer.takeApproach("Jordan", "Outside" + letters(), "Nowhere to sleep tonight");
        long home = aFamilyAndAHome();
        officer.open(reference, "Triage the approach").complete(Answers.homelessTonight());
        runJobs();

        officer.open(reference, "Find a unit").complete(Answers.of("unitSearch", "FOUND", "unit",
                String.valueOf(home), "whyNotOthers", "Taken by larger families today"));
        runJobs();
        whyOutside();
        approved();
        toTheKeys();
        theNotice();
    }

    /** A child in year 11 at a school here, and a home that is far from it. */
    private long aFamilyAndAHome() {
        Acting.as("senior");
        household.add(new CaseReference(reference), Person.member(Relationship.CHILD, "Sam", "Example",
                today().minusYears(15)));
        long home = homes.home(homes.district(notices));
        mayRunTimers();
        return home;
    }

    private void whyOutside() {
        officer.open(reference, "Record why nothing nearer");
        look(officer.page(), size + "record");
        Answers form = Answers.of("proposed", "yes", "miles", "60", "minutes", "125", "nothingNearer",
                "Two homes were free in the borough, neither with two bedrooms", "priority", "IN_BOROUGH",
                "policyReasons", "Part 4: priority could not be met today", "welfare", "The exams were weighed most",
                "affordable", "Yes, with the fares paid", "told", "yes", "said", "They would rather stay near the school",
                "wayBack", "Two bedrooms within an hour of the school").with(person(0)).with(person(1))
                .with("members[1].schoolYear", "YEAR_11", "members[1].schoolMinutes", "110", "members[1].school",
                        "Exampleton Academy");
        officer.answer(form);
        assertThat(officer.page().locator(".govuk-error-summary").innerText()).contains("year of exams");
        look(officer.page(), size + "record-exam-year");
        officer.answer(Answers.of("members[1].schoolPlan", "Fares are paid until the last exam"));
        officer.page().waitForURL(address -> !address.contains("/steps/"));
    }

    private static String[] person(int row) {
        String at = "members[" + row + "].";
        return new String[] {at + "work", "None", at + "workSource", "ASKED", at + "care", "None", at + "careSource",
            "ASKED", at + "schoolYear", "NONE", at + "school", "None", at + "schoolSource", "BODY", at + "health",
            "Surgery in Market Street", at + "healthSource", "BODY", at + "services", "A bus each hour", at
            + "servicesSource", "DOCUMENT"};
    }

    private void approved() {
        Desk manager = new Desk(managers, this::url);
        manager.open(reference, "Decide on the home outside");
        look(managers, size + "approve");
        manager.complete(Answers.of("approved", "yes", "comments", "The fares make it bearable until June"));
        runJobs();
        String base = "/cases/" + reference + "/placements/" + placement();
        managers.navigate(url(base + "/outside"));
        assertThat(managers.locator("main").innerText()).contains("Approved", "Must not suffer from the move",
                "110 minutes to school", "Taken by larger families today", "only the court can be asked");
        look(managers, size + "decision-record");
    }

    private long placement() {
        Acting.as("officer");
        long id = placements.of(new CaseReference(reference)).get(0).id();
        mayRunTimers();
        return id;
    }

    private void toTheKeys() {
        officer.open(reference, "Record why it suits");
        Answers suits = Answers.of("space", "Two bedrooms, self-contained", "location", "As in the record of the place",
                "affordable", "Housing Benefit covers all but the heating");
        for (int row = 0; row < 2; row++) {
            suits = suits.with("members[" + row + "].suits", "yes", "members[" + row + "].why", "Asked about it");
        }
        officer.complete(suits);
        runJobs();
        officer.open(reference, "Make the offer").complete(Answers.of("addressTold", "yes", "availableOn",
                today().toString(), "availableFrom", "16:30", "toldHow", "IN_PERSON", "replyWithin", "TWO_HOURS",
                "offerAnswer", "ACCEPTED", "signUpNow", "yes"));
        runJobs();
        officer.open(reference, "Sign up in person");
        String office = officer.page().locator("a[href='/presence']").innerText().replace(" today", "");
        officer.complete(Answers.of("deskAnswer", "SIGNED_UP", "place", "OFFICE",
                "office", office, "identitySeen", "yes", "ninoKnown", "yes", "livesOn", "UNIVERSAL_CREDIT",
                "licenceExplained", "true", "licenceSigned", "true", "costsTold", "true", "claimMade", "yes",
                "claimKind", "NEW_CLAIM", "claimReference", "HB" + reference, "evidence", "BANK", "belongingsAtRisk",
                "no", "pets", "no", "safetyExplained", "true", "toldOfArea", "They know where it is", "schoolConsent",
                "yes", "schoolConsentNames", "Exampleton Academy", "gpConsent", "no", "visitorConsent", "none",
                "childrensServices", "no", "rightsTold", "true"));
        runJobs();
        officer.open(reference, "Give the keys").complete(Answers.of("keysOutcome", "KEYS_GIVEN", "firstNight",
                today().toString()));
        runJobs();
    }

    private void theNotice() {
        postman.deliverDue();
        assertThat(MAIL.getReceivedMessagesForDomain(notices)).hasSize(1);
        String page = "/cases/" + reference + "/placements/" + placement() + "/notices";
        officer.page().navigate(url(page));
        assertThat(officer.page().locator("main").innerText()).contains("Sent", notices, "Taken by the mail server",
                "The notice (PDF)");
        look(officer.page(), size + "notices");
        officer.page().locator("#save").click();
        look(officer.page(), size + "notices-mistakes");
        officer.page().locator("input[name='kind']").first().check();
        officer.page().locator("#words").fill("Their reply by e-mail");
        officer.page().locator("[name='on-day']").fill(String.valueOf(today().getDayOfMonth()));
        officer.page().locator("[name='on-month']").fill(String.valueOf(today().getMonthValue()));
        officer.page().locator("[name='on-year']").fill(String.valueOf(today().getYear()));
        officer.page().locator("#save").click();
        assertThat(officer.page().locator("main").innerText()).contains("Acknowledged");
        assertThat(officer.isOpen(reference, "Make the welfare call")).isTrue();
        assertThat(officer.isOpen(reference, "Tell school, doctor and health visitor")).isTrue();
        managers.navigate(url("/notices"));
        look(managers, size + "notices-list");
        managers.navigate(url("/placement-policies"));
        look(managers, size + "policies");
    }

    private String letters() {
        return Integer.toString(System.identityHashCode(this), 26).replaceAll("[0-9]", "x");
    }
}
