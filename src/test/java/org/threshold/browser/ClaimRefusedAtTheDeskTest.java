package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.Acting;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.casefile.CaseReference;

/**
 * The benefit system takes no claim while a family sits at the desk: its keys are released by a leader from a phone, and
 * the claim is made on the next working day.
 */
class ClaimRefusedAtTheDeskTest extends JourneyTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    private Placements placements;
    @Autowired
    private UnitRegister register;
    @Autowired
    private Providers providers;

    /** On a Tuesday morning, so that the next day is a working day of the same benefit week. */
    @BeforeEach
    void onATuesday() {
        LocalDate tuesday = today();
        while (tuesday.getDayOfWeek() != DayOfWeek.TUESDAY) {
            tuesday = tuesday.plusDays(1);
        }
        clock.runAt(tuesday.atTime(LocalTime.of(9, 30)).atZone(LONDON).toInstant());
    }

    @Test
    void releasedFromAPhoneThenKeysAndTheClaimTheNextWorkingDay() {
        atTheDesk(desktop(), desktop());
        String reference = officer.takeApproach("Jordan", "Example " + UUID.randomUUID().toString().substring(0, 6),
                "Asked to leave tonight, two children");
        long placement = accepted(reference);
        String keys = "/cases/" + reference + "/placements/" + placement + "/keys";

        officer.open(reference, "Sign up in person");
        officer.page().locator("input[name=deskAnswer][value=SIGNED_UP]").check(
                new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        look(officer.page(), "desk-open");
        officer.page().setViewportSize(390, 844);
        look(officer.page(), "desk-open-phone");
        officer.page().setViewportSize(1280, 900);
        officer.complete(signUp());
        assertThat(officer.isOpen(reference, "Give the keys")).as("no keys yet").isFalse();
        assertLetters(reference, "Your temporary accommodation: what we agreed");
        officer.page().navigate(url(keys));
        look(officer.page(), "keys-asked");
        assertThat(officer.page().locator("main").innerText()).contains("waits for an answer", "The benefit system is down")
                .doesNotContain("Release the keys");

        Page phone = signIn(phone(), "leader");
        phone.navigate(url("/keys"));
        look(phone, "keys-that-wait-phone");
        phone.locator("main a:has-text('" + reference + "')").click();
        phone.waitForURL(address -> address.endsWith("/keys") && address.contains(reference));
        look(phone, "keys-release-phone");
        phone.locator("button:has-text('Release the keys')").click();
        phone.waitForLoadState();
        assertThat(phone.locator("main").innerText()).contains("The keys may be given");

        officer.open(reference, "Give the keys");
        look(officer.page(), "keys-give");
        officer.complete(Answers.of("keysOutcome", "KEYS_GIVEN", "firstNight", today().toString()));
        runJobs();
        assertThat(officer.isOpen(reference, "Complete the sign-up")).as("they were signed up").isFalse();
        Acting.as("officer", () -> assertThat(placements.get(placement).livedIn()).isTrue());

        officer.open(reference, "Make the claim");
        assertThat(officer.page().locator("main").innerText()).contains("tomorrow");
        moveOn(1);
        officer.open(reference, "Make the claim").complete(Answers.of("claimNow", "yes", "claimKind", "NEW_CLAIM",
                "claimReference", claim(), "claimMadeOn", today().toString()));
        runJobs();
        assertThat(officer.isOpen(reference, "Make the claim")).isFalse();

        Page leader = signIn(desktop(), "leader");
        leader.navigate(url("/keys/releases"));
        look(leader, "keys-released");
        assertThat(leader.locator("main").innerText()).contains(reference);
    }

    private static Answers signUp() {
        return Answers.of("deskAnswer", "SIGNED_UP", "place", "OFFICE", "office", "North Office", "identitySeen", "yes",
                "ninoKnown", "yes", "livesOn", "UNIVERSAL_CREDIT", "licenceExplained", "true", "licenceSigned", "true",
                "costsTold", "true", "claimMade", "no", "releaseReason", "SYSTEM_DOWN", "belongingsAtRisk", "no", "pets",
                "no", "safetyExplained", "true", "schoolConsent", "yes", "schoolConsentNames", "Example Primary",
                "gpConsent", "no", "visitorConsent", "none", "childrensServices", "none", "rightsTold", "true");
    }

    /** From needing somewhere tonight to an accepted offer: a flat of ours is found, and it suits them. */
    private long accepted(String reference) {
        String unit = String.valueOf(Acting.as("senior", this::unit));
        officer.open(reference, "Triage the approach").complete(Answers.homelessTonight());
        officer.open(reference, "Find a unit").complete(Answers.of("unitSearch", "FOUND", "unit", unit, "whyNotOthers",
                "Each is kept for a household that comes this afternoon"));
        officer.open(reference, "Record why it suits").complete(Answers.of("space", "Two rooms, in order", "location",
                "Near the school", "affordable", "Housing Benefit covers most of it", "members[0].suits", "yes",
                "members[0].why", "Work and family are near"));
        officer.open(reference, "Make the offer").complete(Answers.of("addressTold", "yes", "availableOn",
                today().toString(), "availableFrom", "14:00", "toldHow", "IN_PERSON", "replyWithin", "AT_ONCE",
                "offerAnswer", "ACCEPTED", "signUpNow", "yes"));
        runJobs();
        return Acting.as("officer", () -> placements.onTheWay(new CaseReference(reference)).orElseThrow().id());
    }

    private long unit() {
        String name = "Example Court " + UUID.randomUUID().toString().substring(0, 8);
        Facilities own = new Facilities(Facilities.RunBy.PRIVATE, false, true, Facilities.Share.OWN,
                Facilities.Share.OWN, Facilities.Share.OWN);
        return register.add(new UnitDetails(name, "1 Example Street", "AA1 1AA", "E07999001",
                providers.add(name, null, null), Unit.Kind.NIGHTLY_PAID, 2, 4, false, null, null), own,
                new Rate(Rate.Per.NIGHT, 4500, 500));
    }

    private static String claim() {
        return "HB" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
