package org.threshold.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.Acting;
import org.threshold.access.Presence;
import org.threshold.appointment.Appointment;
import org.threshold.appointment.AppointmentStatus;
import org.threshold.appointment.Appointments;
import org.threshold.worklist.OpenStep;
import org.threshold.worklist.Worklist;

/** Offering, booking, moving, cancelling and recording over real HTTP, without JavaScript. */
class AppointmentPagesTest extends CasePageTest {

    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([0-9]+)\"");

    @Autowired
    private Presence presence;
    @Autowired
    private Appointments appointments;
    @Autowired
    private Worklist worklist;
    @Autowired
    private JdbcClient jdbc;

    private LocalDate day;
    private String office;
    private long firstSlot;

    @BeforeEach
    void plan() {
        day = LocalDate.now(clock).plusDays(5);
        office = presence.offices().get(0);
        firstSlot = jdbc.sql("select coalesce(max(id), 0) from appointment_slot").query(Long.class).single();
        Acting.as("leader", () -> presence.plan("officer", day, office));
    }

    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from appointment where case_reference = :r").param("r", reference.value()).update();
        jdbc.sql("delete from appointment_slot where id > :first").param("first", firstSlot).update();
        jdbc.sql("delete from planned_presence where username = 'officer' and day = :day").param("day", day).update();
        jdbc.sql("delete from calendar_feed where username = 'officer'").update();
    }

    @Test
    void aLeaderOffersTimesAndAnOfficerBooksMovesAndCancelsOne() {
        assertThat(offer().text()).contains("2 slots are offered.");
        Desk.Answer page = page();
        assertThat(page.text()).contains("No appointment is booked", "10:00 to 11:00, " + office);

        Desk.Answer refused = desk.post("/cases/" + reference + "/appointments", "slot", "", "purpose", "", "tell", "");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.text()).contains("There is a problem", "Select a time", "Select what it is for",
                "Select how they are told");
        // Nothing is on file to write to, so neither post nor e-mail is a choice; the page says why.
        assertThat(refused.body()).doesNotContain("value=\"EMAIL\"").contains("value=\"IN_PERSON\"");
        assertThat(refused.text()).contains("By e-mail :");

        Desk.Answer booked = desk.follow(desk.post("/cases/" + reference + "/appointments", "slot", slot(page, 0),
                "purpose", "ASSESSMENT", "tell", "IN_PERSON"));
        assertThat(booked.text()).contains("Booked: ", "10:00 to 11:00, " + office + ", with");
        Appointment appointment = appointments.of(reference).get(0);
        String path = "/cases/" + reference + "/appointments/" + appointment.id();

        assertThat(desk.post("/cases/" + reference + "/appointments", "slot", slot(page, 0), "purpose", "OTHER", "tell",
                "IN_PERSON").text()).contains("This household has another appointment then");

        Desk.Answer one = desk.get(path + "?office=" + office.replace(" ", "+") + from());
        assertThat(desk.post(path + "/attended").text()).contains("Record on that day that they came");
        assertThat(desk.follow(desk.post(path + "/move", "slot", slot(one, 0), "why", "At work", "tell", "IN_PERSON"))
                .text()).contains("Moved to", "11:00 to 12:00");
        assertThat(desk.post(path + "/cancel", "whyCancelled", "", "cancelTell", "").text())
                .contains("Enter why it is cancelled");
        assertThat(desk.follow(desk.post(path + "/cancel", "whyCancelled", "Found a home", "cancelTell", "IN_PERSON"))
                .text()).contains("The appointment is cancelled", "Before");
        assertThat(desk.get("/cases/" + reference + "/timeline").text()).contains("Appointment booked",
                "Appointment moved from", "Appointment cancelled");
    }

    @Test
    void aVisitSaysWhatIsMissingAndThenStandsOnTheOfficersOwnPage() {
        String path = "/cases/" + reference + "/appointments/visit";
        assertThat(desk.get("/cases/" + reference).text()).contains("Book an appointment or a visit");
        assertThat(desk.get("/cases/" + reference + "/appointments").body()).contains(path);
        assertThat(desk.post(path, "at", "quarter past").text()).contains("Select where they are", "Enter the place",
                "Enter the day", "The time must be in hours and minutes", "Select how they are told");
        Desk.Answer arranged = desk.follow(desk.post(path, "venue", "HOSPITAL", "place", "Ward 4, Testing Hospital",
                "officer", "officer", "on-day", "" + day.getDayOfMonth(), "on-month", "" + day.getMonthValue(), "on-year",
                "" + day.getYear(), "at", "9.15", "minutes", "45", "purpose", "SIGN_UP", "tell", "IN_PERSON"));
        assertThat(arranged.text()).contains("Arranged: ", "09:15 to 10:00", "Ward 4, Testing Hospital");
        assertThat(desk.get("/appointments").text()).contains("Ward 4, Testing Hospital", reference.value());
    }

    @Test
    void theCalendarIsReadWithoutSigningInByItsAddressAlone() {
        aVisitSaysWhatIsMissingAndThenStandsOnTheOfficersOwnPage();
        Desk.Answer shown = desk.follow(desk.post("/appointments/calendar"));
        Matcher address = Pattern.compile("(/calendar/[A-Za-z0-9_-]{43}\\.ics)").matcher(shown.body());
        assertThat(address.find()).isTrue();

        Desk stranger = Desk.signedOut(port);
        Desk.Answer calendar = stranger.get(address.group(1));
        assertThat(calendar.status()).isEqualTo(200);
        assertThat(calendar.response().headers().firstValue("Content-Type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("text/calendar"));
        assertThat(calendar.response().headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(calendar.body()).contains("SUMMARY:Visit").doesNotContain("Ward", "Hospital", reference.value(),
                "Example");
        assertThat(stranger.get("/calendar/" + "A".repeat(43) + ".ics").status()).isEqualTo(404);

        assertThat(desk.follow(desk.post("/appointments/calendar/stop")).text()).contains("no address any more");
        assertThat(stranger.get(address.group(1)).status()).isEqualTo(404);
    }

    @Test
    void onlyALeaderOffersTimesAndAStrangersNumberIsNoAppointment() {
        assertThat(desk.get("/appointments/slots").status()).isEqualTo(403);
        assertThat(desk.get("/cases/" + reference + "/appointments/999999999").status()).isEqualTo(404);
        Desk leader = Desk.signedIn(port, "leader");
        leader.get("/appointments/slots");
        assertThat(leader.post("/appointments/slots", "officer", "", "begins", "ten").text())
                .contains("Select an officer", "Select an office", "Enter the first day", "Select at least one day",
                        "hours and minutes");
    }

    @Test
    void besideAStepInWhichTheyMeetStandWhatIsBookedOrFree() {
        OpenStep step = worklist.openStepsOf(reference).get(0);
        Desk.Answer page = desk.get("/steps/" + step.stepId());
        boolean meets = step.inPerson();
        assertThat(page.text().contains("Book an appointment")).isEqualTo(meets);
        assertThat(appointments.of(reference)).noneMatch(each -> each.status() == AppointmentStatus.BOOKED);
    }

    private Desk.Answer offer() {
        Desk leader = Desk.signedIn(port, "leader");
        leader.get("/appointments/slots");
        return leader.follow(leader.post("/appointments/slots", "officer", "officer", "office", office,
                "from-day", "" + day.getDayOfMonth(), "from-month", "" + day.getMonthValue(), "from-year",
                "" + day.getYear(), "until-day", "" + day.getDayOfMonth(), "until-month", "" + day.getMonthValue(),
                "until-year", "" + day.getYear(), "days", day.getDayOfWeek().name(), "begins", "10:00", "ends", "12:00",
                "minutes", "60"));
    }

    private Desk.Answer page() {
        return desk.get("/cases/" + reference + "/appointments?officer=officer" + from());
    }

    private String from() {
        return "&from-day=" + day.getDayOfMonth() + "&from-month=" + day.getMonthValue() + "&from-year=" + day.getYear();
    }

    private static String slot(Desk.Answer page, int number) {
        Matcher slots = SLOT.matcher(page.body());
        for (int i = 0; i <= number; i++) {
            assertThat(slots.find()).as(page.text()).isTrue();
        }
        return slots.group(1);
    }
}
