package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Placement;
import org.threshold.casefile.Household;
import org.threshold.casefile.Person;
import org.threshold.casefile.Relationship;

/** Nights in bed and breakfast, and the stay after the keys, over real HTTP, without JavaScript. */
class NightsPagesTest extends CasePageTest {

    @Autowired
    private Homes homes;
    @Autowired
    private Household household;

    private Placement hotel;
    private long child;

    @BeforeEach
    void aFamilyFiftyNightsInAHotel() {
        child = household.add(reference, Person.member(Relationship.CHILD, "Sam", "Example", LocalDate.of(2020, 5, 5)));
        hotel = homes.moveIn(reference, Homes.HOTEL, today().minusDays(49));
    }

    @Test
    void tonightsFamiliesLeadToTheLedgerOfEach() {
        assertThat(desk.get("/bed-and-breakfast").text()).contains("Families in bed and breakfast tonight",
                reference.toString() + ", North team", "50 Unlawful since");
        assertThat(desk.get("/cases/" + reference).text()).contains("Unlawful in bed and breakfast since",
                "50 nights used of 42");
        assertThat(desk.get("/cases/" + reference + "/nights").text()).contains("50 of 42", "Night 43", "tonight",
                "not on record", "Sam Example: a dependent child");
        assertThat(desk.get("/cases/" + reference + "/accommodation").text()).contains("Nights in bed and breakfast",
                "The stay: extend, give notice, leave").doesNotContain("Why outside the borough");
    }

    @Test
    void aChildWhoJoinedLaterIsRecordedAndWhatIsWrongIsSaidBesideTheField() {
        String path = "/cases/" + reference + "/nights/since";
        assertThat(desk.post(path, "member", "", "since-day", "", "since-month", "", "since-year", "", "why", "")
                .text()).contains("There is a problem", "Select the child", "Enter the day from which the child counts",
                "Enter how this is known");
        LocalDate tomorrow = today().plusDays(1);
        assertThat(since(path, child, tomorrow).text()).contains("The day must be today or in the past");

        assertThat(desk.follow(since(path, child, today().minusDays(3))).text())
                .contains("The nights were counted again");
    }

    @Test
    void aStayIsExtendedCorrectedAndEnded() {
        String path = "/cases/" + reference + "/placements/" + hotel.id() + "/stay";
        assertThat(desk.get(path).text()).contains("In occupation", "They have left, or never moved in");
        assertThat(desk.post(path + "/decide", "decision", "", "why", "").text()).contains("Select what happens",
                "Enter until when, or when to look again", "Enter why");
        assertThat(desk.follow(post(path + "/decide", "until", today().plusDays(10), "decision", "EXTENDED", "why",
                "The inquiries go on")).text()).contains("The stay was extended.", "Extended");

        assertThat(desk.follow(post(path + "/correct", "firstNight", today().minusDays(30), "whyWrong",
                "The hotel's own list")).text()).contains("The days are corrected");
        assertThat(desk.get("/cases/" + reference + "/nights").text()).contains("31 of 42");
        assertThat(desk.get("/cases/" + reference + "/timeline").text()).contains("counted again: 30 before today, not 49");

        assertThat(post(path + "/left", "leftOn", today().plusDays(1), "reason", "CEASED_TO_OCCUPY", "what", "").text())
                .contains("The day on which they left cannot be in the future");
        assertThat(desk.follow(post(path + "/left", "leftOn", today(), "reason", "CEASED_TO_OCCUPY", "what",
                "Found a flat")).text()).contains("Get the keys back", "Left of their own accord");
        assertThat(desk.get("/cases/" + reference).text()).doesNotContain("Unlawful in bed and breakfast");
    }

    @Test
    void aMoveBeginsASearchAndKeepsThePlace() {
        String path = "/cases/" + reference + "/placements/" + hotel.id() + "/stay";
        assertThat(desk.post(path + "/move").text()).contains("Select yes if they cannot stay there tonight");
        assertThat(desk.follow(desk.post(path + "/move", "tonight", "no")).text()).contains(
                "The search for another place has begun", "In occupation");
    }

    @Test
    void leavingIsBegunOnThePlacementAndCalledOffWithAReason() {
        String path = "/cases/" + reference + "/placements/" + hotel.id() + "/leaving";
        assertThat(desk.get(path).text()).contains("Nothing is planned for leaving this placement");
        assertThat(desk.post(path + "/begin", "reason", "", "leaveBy-day", "", "leaveBy-month", "", "leaveBy-year", "")
                .text()).contains("Select why they leave", "Enter the last day on which they may stay");
        assertThat(post(path + "/begin", "leaveBy", today().minusDays(1), "reason", "DUTY_ENDED").text())
                .contains("must be today or in the future");
        assertThat(desk.follow(post(path + "/begin", "leaveBy", today().plusDays(28), "reason", "DUTY_ENDED")).text())
                .contains("The step “Plan the leaving” is open", "The duty ended", "Not yet");

        assertThat(desk.post(path + "/call-off", "whyStay", "").text()).contains("Enter why they stay");
        assertThat(desk.follow(desk.post(path + "/call-off", "whyStay", "The duty goes on")).text())
                .contains("They stay.", "They stay after all", "The duty goes on");
    }

    @Test
    void aPlacementOfAnotherCaseIsNotFound() {
        assertThat(desk.get("/cases/" + reference + "/placements/" + (hotel.id() + 100_000) + "/stay").status())
                .isEqualTo(404);
    }

    private Desk.Answer since(String path, long member, LocalDate day) {
        return post(path, "since", day, "member", String.valueOf(member), "why", "Her school says so");
    }

    private Desk.Answer post(String path, String date, LocalDate day, String... more) {
        String[] pairs = new String[more.length + 6];
        System.arraycopy(more, 0, pairs, 0, more.length);
        String[] parts = {date + "-day", String.valueOf(day.getDayOfMonth()), date + "-month",
            String.valueOf(day.getMonthValue()), date + "-year", String.valueOf(day.getYear())};
        System.arraycopy(parts, 0, pairs, more.length, parts.length);
        return desk.post(path, pairs);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
