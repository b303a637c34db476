package org.threshold.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.Acting;
import org.threshold.accommodation.Facilities;
import org.threshold.accommodation.Providers;
import org.threshold.accommodation.Rate;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.UnitDetails;
import org.threshold.accommodation.UnitRegister;
import org.threshold.casefile.CaseReferences;
import org.threshold.casefile.Household;

/** From 'needs accommodation tonight' to keys, in one sitting at the desk. */
class SignUpJourneyTest extends JourneyTest {

    private static final String OWN_DISTRICT = "E07999001";

    @Autowired
    private UnitRegister units;
    @Autowired
    private Providers providers;
    @Autowired
    private Household household;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fromNeedTonightToKeysInTheBorough(boolean scripts) {
        atTheDesk(scripts ? desktop() : withoutScript(), desktop());
        String reference = offered(scripts);
        officer.open(reference, "Sign up in person");
        pictured("sign-up-desk", scripts);
        officer.complete(signedUp().with("claimMade", "yes", "claimKind", "NEW_CLAIM", "claimReference",
                "HB" + UUID.randomUUID().toString().substring(0, 8)));
        officer.open(reference, "Give the keys");
        pictured("give-keys", scripts);
        officer.complete(Answers.of("keysOutcome", "KEYS_GIVEN", "firstNight", today().toString()));

        officer.page().navigate(url("/cases/" + reference + "/accommodation"));
        assertThat(officer.page().locator("main").innerText()).contains("In occupation", "s188(1)");
        pictured("accommodation", scripts);
        officer.page().locator("main a:has-text('Offers, suitability and history')").first().click();
        officer.page().waitForURL(address -> address.contains("/placements/"));
        assertThat(officer.page().locator("main").innerText()).contains("Accepted", "suits everybody",
                "1 Example Street");
        pictured("placement", scripts);
        assertLetters(reference, "A place to stay that we offer you");
    }

    @Test
    void whereTheClaimIsRefusedAtTheDeskSomebodyElseReleasesTheKeys() {
        atTheDesk(desktop(), desktop());
        String reference = offered(true);
        officer.open(reference, "Sign up in person");
        officer.complete(signedUp().with("claimMade", "no", "releaseReason", "OTHER", "releaseWords",
                "The benefit office would not take the claim today"));
        assertThat(officer.isOpen(reference, "Give the keys")).isFalse();

        Desk leader = onSite(phone(), "leader");
        leader.open(reference, "Release the keys");
        look(leader.page(), "phone-release-the-keys");
        leader.complete(Answers.of("keysReleased", "yes"));
        officer.open(reference, "Give the keys").complete(Answers.of("keysOutcome", "KEYS_GIVEN", "firstNight",
                today().toString()));

        officer.page().navigate(url("/cases/" + reference + "/accommodation"));
        assertThat(officer.page().locator("main").innerText()).contains("In occupation");
    }

    /** A case that is offered a flat and whose household sits at the desk. */
    private String offered(boolean pictures) {
        String name = "Example Court " + UUID.randomUUID().toString().substring(0, 8);
        long unit = flat(name);
        String reference = officer.takeApproach("Jordan", "Example" + UUID.randomUUID().toString().substring(0, 6)
                .replaceAll("[0-9-]", "x"), "Locked out by the landlord this afternoon");
        officer.open(reference, "Triage the approach").complete(Answers.homelessTonight());
        officer.open(reference, "Find a unit");
        pictured("find-a-unit", pictures);
        officer.complete(Answers.of("unitSearch", "FOUND", "unit", String.valueOf(unit), "whyNotOthers",
                "Further from where she works nights"));
        officer.open(reference, "Record why it suits");
        pictured("record-why-it-suits", pictures);
        officer.complete(Answers.of("space", "One bedroom, self-contained, no stairs", "location",
                "Ten minutes on foot from her work", "affordable", "Housing Benefit covers all but the heating",
                "members[0].person", String.valueOf(applicant(reference)), "members[0].suits", "yes", "members[0].why",
                "Asked about health, work and family; she feels safe there"));
        officer.open(reference, "Make the offer");
        pictured("make-the-offer", pictures);
        officer.complete(Answers.of("addressTold", "yes", "toldHow", "IN_PERSON", "replyWithin", "AT_ONCE",
                "offerAnswer", "ACCEPTED", "signUpNow", "yes"));
        return reference;
    }

    private void pictured(String name, boolean wanted) {
        if (wanted) {
            look(officer.page(), "desktop-" + name);
        }
    }

    private static Answers signedUp() {
        return Answers.of("deskAnswer", "SIGNED_UP", "place", "HOME", "placeName", "The kitchen of her sister",
                "identitySeen", "known", "ninoKnown", "yes", "livesOn", "UNIVERSAL_CREDIT", "licenceExplained", "true",
                "licenceSigned", "true", "costsTold", "true", "belongingsAtRisk", "no", "pets", "no",
                "safetyExplained", "true", "schoolConsent", "none", "gpConsent", "none", "visitorConsent", "none",
                "childrensServices", "none", "rightsTold", "true");
    }

    private long flat(String name) {
        Acting.as("senior");
        long unit = units.add(new UnitDetails(name, "1 Example Street", "AA1 1AA", OWN_DISTRICT,
                providers.add(name, null, null), Unit.Kind.COUNCIL_OR_HOUSING_ASSOCIATION, 1, 3, true, null, null),
                new Facilities(Facilities.RunBy.COUNCIL, false, true, Facilities.Share.OWN, Facilities.Share.OWN,
                        Facilities.Share.OWN), new Rate(Rate.Per.NIGHT, 4500, 500));
        mayRunTimers();
        return unit;
    }

    private long applicant(String reference) {
        Acting.as("senior");
        long id = household.of(CaseReferences.parse(reference)).get(0).id();
        mayRunTimers();
        return id;
    }
}
