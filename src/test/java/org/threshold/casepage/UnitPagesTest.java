package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Availability;
import org.threshold.accommodation.Placements;
import org.threshold.accommodation.Unit;
import org.threshold.accommodation.Units;

/** Units over HTTP as a senior officer keeps them and as an officer reads them. */
class UnitPagesTest extends CasePageTest {

    private static final Pattern ID = Pattern.compile("/units/([0-9]+)");

    @Autowired
    Units units;
    @Autowired
    Placements placements;
    @Autowired
    Availability availability;

    private Desk senior;
    private final String name = "Example Terrace " + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void seniorAtADesk() {
        senior = Desk.signedIn(port, "senior");
        senior.get("/units/new");
    }

    @Test
    void aUnitIsAddedChangedCheckedAndWithdrawn() {
        long id = add("0");
        Desk.Answer page = senior.get("/units/" + id);
        assertThat(page.text()).contains(name, "£45.00 a night", "One room, holds 2 people", "No check is recorded",
                "That is bed and breakfast.");

        change(id, "rate", "per", "WEEK", "eligible", "200", "ineligible", "12.50", "from-day", "1", "from-month", "4",
                "from-year", "2020", "why", "New contract");
        change(id, "facilities", "runBy", "PRIVATE", "selfContained", "yes", "cooking", "OWN", "toilet", "OWN", "washing",
                "OWN", "from-day", "1", "from-month", "5", "from-year", "2020", "why", "A kitchen was put in");
        change(id, "check", "kind", "GAS", "expires-day", "1", "expires-month", "1", "expires-year", "2020",
                "reference", "CP12");
        change(id, "check", "kind", "LICENCE", "notNeeded", "One family lives there");
        page = senior.get("/units/" + id);
        assertThat(page.text()).contains("£212.50 a week, of which Housing Benefit cannot cover £12.50",
                "That is not bed and breakfast. A kitchen was put in", "Ran out", "Not needed: One family lives there");
        assertThat(senior.get("/units/checks").text()).contains(name);

        String today = java.time.LocalDate.now(clock).toString();
        String[] day = today.split("-");
        change(id, "void", "from-day", day[2], "from-month", day[1], "from-year", day[0], "why", "Repairs");
        assertThat(senior.get("/units?words=" + name.replace(" ", "%20")).text()).contains("Void");
        change(id, "void", "from-day", day[2], "from-month", day[1], "from-year", day[0], "ready-day", day[2],
                "ready-month", day[1], "ready-year", day[0], "why", "Done");
        assertThat(senior.get("/units?free=yes&words=" + name.replace(" ", "%20")).text()).contains(name)
                .doesNotContain("Void");

        change(id, "withdraw", "version", String.valueOf(units.get(id).version()), "from-day", day[2], "from-month",
                day[1], "from-year", day[0], "why", "Handed back");
        assertThat(senior.get("/units?words=" + name.replace(" ", "%20")).text()).contains("No unit is like that");
        assertThat(senior.get("/units?withdrawn=yes&words=" + name.replace(" ", "%20")).text()).contains(name);
        assertThat(senior.post("/units/" + id + "/use-again", "version", String.valueOf(units.get(id).version()))
                .status()).isEqualTo(302);
        assertThat(units.get(id).withdrawnOn()).isNull();
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndWhatWasTypedIsKept() {
        Desk.Answer answer = senior.post("/units/new", "name", name, "eligible", "-3", "coordinates", "north",
                "bedrooms", "many");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("There is a problem", "Enter the address", "Enter the postcode",
                "Select the district in which it stands", "Enter an amount in pounds and pence, like 45.50",
                "The number of bedrooms must be a whole number between 0 and 20", "like 51.903, -0.431");
        assertThat(answer.body()).contains("value=\"" + name + "\"", "value=\"many\"");
    }

    @Test
    void twoWhoChangeAUnitAtOnceDoNotOverwriteEachOther() {
        long id = add("2");
        Unit unit = units.get(id);
        String[] typed = details(unit.name(), "0", "2", String.valueOf(unit.providerId()));
        String[] withVersion = java.util.Arrays.copyOf(typed, typed.length + 2);
        withVersion[typed.length] = "version";
        withVersion[typed.length + 1] = String.valueOf(unit.version());
        assertThat(senior.post("/units/" + id + "/change", withVersion).status()).isEqualTo(302);
        Desk.Answer late = senior.post("/units/" + id + "/change", withVersion);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.text()).contains("Someone else changed this unit");
    }

    @Test
    void anOfficerReadsButDoesNotKeep() {
        long id = add("0");
        assertThat(desk.get("/units").status()).isEqualTo(200);
        assertThat(desk.get("/units?show=table&type=BB").text()).contains("Example Lodge");
        assertThat(desk.get("/units/" + id).text()).doesNotContain("Change the charge");
        assertThat(desk.post("/units/" + id + "/withdraw", "why", "Not mine").status()).isEqualTo(403);
        assertThat(desk.get("/units/new").status()).isEqualTo(403);
        assertThat(desk.get("/units/999999999").status()).isEqualTo(404);
        assertThat(Desk.signedIn(port, "analyst").get("/units").status()).isEqualTo(403);
    }

    @Test
    void whereNoticesGoIsEntered() {
        assertThat(desk.get("/units/districts?name=dummy").text()).contains("Dummyshire", "E07999003");
        assertThat(desk.get("/units/districts").body()).contains("page=1");
        assertThat(senior.get("/units/districts/E07990009").status()).isEqualTo(404);
        Matcher version = Pattern.compile("name=\"version\" value=\"([0-9]+)\"").matcher(
                senior.get("/units/districts/E06000053").body());
        assertThat(version.find()).isTrue();
        assertThat(senior.post("/units/districts/E06000053", "version", version.group(1), "email", "not one").text())
                .contains("Enter an e-mail address in full");
        assertThat(senior.post("/units/districts/E06000053", "version", version.group(1), "email",
                "section208@scilly.example", "address", "", "coordinates", "").status()).isEqualTo(302);
        assertThat(desk.get("/units/districts?name=scilly").text()).contains("section208@scilly.example");
    }

    @Test
    void theMatchOfAHouseholdStaysBelowItsCase() {
        long placement = placements.request(reference, AccommodationFunction.INTERIM, null).id();
        Desk.Answer page = desk.get("/cases/" + reference + "/placements/" + placement + "/match");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("What they need", "1 person", "Suits them", "not known", "Record their schools");
        assertThat(desk.get("/cases/" + approaches.take(new org.threshold.homelessness.NewApproach(household()))
                + "/placements/" + placement + "/match").status()).isEqualTo(404);
        assertThat(desk.get("/cases/" + reference + "/placements/999999999/match").status()).isEqualTo(404);
        assertThat(desk.get("/cases/" + reference + "/placements/" + placement
                + "/match?filtered=yes&stepFree=yes&bedrooms=3&adaptations=wet%20room").text())
                .contains("Not step-free", "Not adapted, and they need: wet room", "1 by the ages recorded");
    }

    @Test
    void aSchoolIsRecordedAndMeasuredTo() {
        long placement = placements.request(reference, AccommodationFunction.INTERIM, null).id();
        String school = "Made-up School " + UUID.randomUUID().toString().substring(0, 6);
        Desk.Answer page = desk.get("/cases/" + reference + "/schools");
        Matcher member = Pattern.compile("<option value=\"([0-9]+)\">Jordan Example").matcher(page.body());
        assertThat(member.find()).isTrue();
        assertThat(desk.post("/cases/" + reference + "/schools", "member", member.group(1), "school", "").text())
                .contains("Select the school, or add a new one");
        assertThat(desk.post("/cases/" + reference + "/schools", "member", member.group(1), "school", "NEW", "name",
                school, "postcode", "AA1 1AA", "coordinates", "51.903, -0.431").status()).isEqualTo(302);
        assertThat(desk.get("/cases/" + reference + "/placements/" + placement + "/match").text())
                .contains(school, "km");
        assertThat(desk.get("/cases/" + reference + "/timeline").text()).contains("goes to " + school);
    }

    @Test
    void whoLivesInAUnitIsALinkForThoseWhoMayKnowOfTheCase() {
        long id = add("0");
        long placement = placements.request(reference, AccommodationFunction.INTERIM, null).id();
        availability.take(id, placement, java.time.LocalDate.now(clock));
        assertThat(desk.get("/units/" + id).text()).contains("Lived in from", "case " + reference);
    }

    private long add(String bedrooms) {
        Matcher provider = Pattern.compile("<option value=\"([0-9]+)\">Example Lodge Hotel").matcher(
                senior.get("/units/new").body());
        assertThat(provider.find()).isTrue();
        List<String> typed = new ArrayList<>(List.of(details(name, bedrooms, "2", provider.group(1))));
        typed.addAll(List.of("runBy", "PRIVATE", "cooking", "NONE", "toilet", "OWN", "washing", "SHARED", "per", "NIGHT",
                "eligible", "£45", "ineligible", ""));
        Desk.Answer added = senior.post("/units/new", typed.toArray(String[]::new));
        assertThat(added.status()).as(added.text()).isEqualTo(302);
        Matcher id = ID.matcher(added.location());
        assertThat(id.find()).isTrue();
        return Long.parseLong(id.group(1));
    }

    private static String[] details(String name, String bedrooms, String holds, String provider) {
        return new String[] {"name", name, "address", "1 Example Street", "postcode", "aa11aa", "district", "E07999001",
            "provider", provider, "kind", "NIGHTLY_PAID", "bedrooms", bedrooms, "holds", holds, "adaptations", "",
            "coordinates", ""};
    }

    private void change(long id, String what, String... typed) {
        Desk.Answer answer = senior.post("/units/" + id + "/" + what, typed);
        assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    }
}
