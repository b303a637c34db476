package org.threshold.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.threshold.Acting;
import org.threshold.IntegrationTest;
import org.threshold.access.NoSuchCase;
import org.threshold.access.Presence;
import org.threshold.accommodation.AccommodationFunction;
import org.threshold.accommodation.Homes;
import org.threshold.accommodation.Placement;
import org.threshold.accommodation.PlacementRequests;
import org.threshold.accommodation.Placements;
import org.threshold.appointment.Appointments.AtOffice;
import org.threshold.appointment.Appointments.Visit;
import org.threshold.appointment.Appointments.Wanted;
import org.threshold.appointment.OfferedSlots.Series;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseRegister;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.ContactDetails;
import org.threshold.casefile.NewCase;
import org.threshold.casefile.Person;
import org.threshold.clock.ServiceClock;
import org.threshold.letter.Letters;

/** Slots and appointments on the real database, in a year of which no other test plans the rota. */
class AppointmentsTest extends IntegrationTest {

    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2031, 3, 24);
    private static final LocalDate TUESDAY = TODAY.plusDays(1);

    @Autowired
    private Appointments appointments;
    @Autowired
    private OfferedSlots offered;
    @Autowired
    private Placements placements;
    @Autowired
    private PlacementRequests requests;
    @Autowired
    private Homes homes;
    @Autowired
    private CalendarFeeds feeds;
    @Autowired
    private Presence presence;
    @Autowired
    private CaseRegister register;
    @Autowired
    private CaseDetails details;
    @Autowired
    private CaseFiles cases;
    @Autowired
    private Letters letters;
    @Autowired
    private ServiceClock clock;
    @Autowired
    private JdbcClient jdbc;

    private String office;
    private CaseReference reference;

    @BeforeEach
    void begin() {
        clock.freeze(TODAY.atTime(9, 0).atZone(ServiceClock.LONDON).toInstant());
        Acting.as("leader");
        office = presence.offices().get(0);
        presence.plan("officer", TUESDAY, office);
        presence.plan("officer", TUESDAY.plusDays(1), null);
        Acting.as("officer");
        reference = newCase();
    }

    @AfterEach
    void end() {
        jdbc.sql("delete from appointment where starts_at >= '2031-01-01' and starts_at < '2032-01-01'").update();
        jdbc.sql("delete from appointment_slot where starts_at >= '2031-01-01' and starts_at < '2032-01-01'").update();
        jdbc.sql("delete from planned_presence where day >= '2031-01-01' and day < '2032-01-01'").update();
        jdbc.sql("delete from calendar_feed where username = 'officer'").update();
        SecurityContextHolder.clearContext();
        clock.reset();
    }

    @Test
    void slotsAreMadeOnlyWhereTheRotaHasTheOfficerAndAreNotDoubled() {
        OfferedSlots.Made made = make();

        assertThat(made.made()).isEqualTo(3);
        assertThat(made.notThere()).containsExactly(TUESDAY.plusDays(1));
        assertThat(make().made()).isZero();
        assertThat(free()).hasSize(3).first().satisfies(slot -> {
            assertThat(slot.words()).startsWith("Tue 25 Mar 2031, 10:00 to 10:45, " + office);
            assertThat(slot.officer()).isEqualTo("officer");
        });
    }

    @Test
    void aSlotIsNotOfferedAndNotBookedWhenTheOfficerWillBeElsewhere() {
        make();
        Slot slot = free().get(0);
        Acting.as("leader", () -> presence.plan("officer", TUESDAY, null));

        assertThat(free()).isEmpty();
        assertThatThrownBy(() -> book(reference, slot)).isInstanceOf(NotBooked.class).hasMessageContaining("will not be at");
        assertThat(appointments.of(reference)).isEmpty();
    }

    @Test
    void aSupervisorSeesTheAppointmentsWhoseOfficerWillNotBeThere() {
        make();
        Appointment booked = book(reference, free().get(0));
        assertThat(unkept()).doesNotContain(booked.id());
        Acting.as("leader", () -> presence.plan("officer", TUESDAY, null));

        assertThat(unkept()).contains(booked.id());
    }

    private List<Long> unkept() {
        return Acting.as("leader", () -> offered.unkept().stream().map(it -> it.appointment().id()).toList());
    }

    @Test
    void aBookedSlotIsTakenAndFreeAgainWhenItIsCancelledOrMoved() {
        make();
        List<Slot> slots = free();
        Appointment booked = book(reference, slots.get(0));
        assertThat(free()).extracting(Slot::id).containsExactly(slots.get(1).id(), slots.get(2).id());

        appointments.move(reference, booked.id(), slots.get(1).id(), "They have work in the morning", TellBy.IN_PERSON);
        assertThat(free()).extracting(Slot::id).containsExactly(slots.get(0).id(), slots.get(2).id());

        appointments.cancel(reference, booked.id(), "Found a home", TellBy.IN_PERSON);
        assertThat(free()).hasSize(3);
        assertThat(appointments.get(reference, booked.id()).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThatThrownBy(() -> appointments.cancel(reference, booked.id(), "Again", TellBy.IN_PERSON))
                .isInstanceOf(NotBooked.class).hasMessageContaining("not open any more: Cancelled");
    }

    @Test
    void neitherAnOfficerNorAHouseholdIsBookedTwiceAtATime() {
        make();
        Slot slot = free().get(0);
        book(reference, slot);

        assertThatThrownBy(() -> book(newCase(), slot)).isInstanceOf(NotBooked.class)
                .hasMessageContaining("has another appointment then. Select another time.");
        assertThatThrownBy(() -> appointments.visit(reference, new Visit(Purpose.OTHER, null, Venue.HOSPITAL, "Ward 4",
                "senior", slot.startsAt().plus(Duration.ofMinutes(30)), 30, TellBy.IN_PERSON)))
                .isInstanceOf(NotBooked.class).hasMessageContaining("This household has another appointment then");
    }

    @Test
    void ofManyDesksThatBookOneSlotAtOnceOneGetsIt() throws Exception {
        make();
        Slot slot = free().get(0);
        int desks = 6;
        List<CaseReference> households = new ArrayList<>();
        for (int i = 0; i < desks; i++) {
            households.add(newCase());
        }
        CyclicBarrier start = new CyclicBarrier(desks);
        ExecutorService threads = Executors.newFixedThreadPool(desks);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (CaseReference household : households) {
            Callable<Boolean> desk = () -> Acting.as("officer", () -> {
                try {
                    start.await();
                    book(household, slot);
                    return true;
                } catch (NotBooked taken) {
                    return false;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            answers.add(threads.submit(desk));
        }
        int booked = 0;
        for (Future<Boolean> answer : answers) {
            booked += answer.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(booked).isEqualTo(1);
    }

    @Test
    void nothingIsSentWhereTheyMayNotBeReachedAndNothingIsBookedThen() {
        make();
        Slot slot = free().get(0);

        assertThat(appointments.tellings(reference)).filteredOn(telling -> telling.by() == TellBy.EMAIL)
                .singleElement().satisfies(telling -> assertThat(telling.allowed()).isFalse());
        assertThatThrownBy(() -> appointments.book(reference, new AtOffice(Purpose.ASSESSMENT, null, slot.id(),
                TellBy.EMAIL))).isInstanceOf(NotBooked.class);
        assertThatThrownBy(() -> appointments.book(reference, new AtOffice(Purpose.ASSESSMENT, null, slot.id(),
                TellBy.LETTER))).isInstanceOf(NotBooked.class);
        assertThat(appointments.of(reference)).isEmpty();
        assertThat(letters.of(reference)).isEmpty();
    }

    @Test
    void anEmailSaysWhenAndWhereAndNotWhoOrWhy() {
        make();
        details.changeContact(reference, details.of(reference).version(), new ContactDetails(null,
                "jordan-" + UUID.randomUUID() + "@example.org", null, null, null, null, null));
        Slot slot = free().get(0);
        appointments.book(reference, new AtOffice(Purpose.ASSESSMENT, null, slot.id(), TellBy.EMAIL));

        assertThat(jdbc.sql("select subject || ' ' || body from message where case_reference = :r")
                .param("r", reference.value()).query(String.class).list()).singleElement().asString()
                .contains("Tue 25 Mar 2031, 10:00 to 10:45", office)
                .doesNotContain("Jordan", "ssessment", reference.value());
    }

    @Test
    void aLetterIsMadeOnceForEachNews() {
        make();
        List<Slot> slots = free();
        Appointment booked = appointments.book(reference, new AtOffice(Purpose.SIGN_UP, null, slots.get(0).id(),
                TellBy.HANDED_OVER));
        appointments.move(reference, booked.id(), slots.get(1).id(), "Ill", TellBy.HANDED_OVER);

        assertThat(letters.of(reference)).extracting(Letters.Letter::template)
                .containsExactly("appointment", "appointment");
    }

    @Test
    void theySayWhyTheyDidNotComeOnlyAfterItsBeginning() {
        make();
        Appointment booked = book(reference, free().get(0));
        Missed missed = new Missed(Missed.Cause.COULD_NOT_TRAVEL, Missed.NextStep.NEW_APPOINTMENT, "No fare");
        assertThatThrownBy(() -> appointments.didNotAttend(reference, booked.id(), missed))
                .isInstanceOf(NotBooked.class).hasMessageContaining("has not begun yet");
        assertThatThrownBy(() -> appointments.attended(reference, booked.id())).isInstanceOf(NotBooked.class);

        clock.freeze(booked.startsAt().plus(Duration.ofMinutes(20)));
        appointments.didNotAttend(reference, booked.id(), missed);

        Appointment after = appointments.get(reference, booked.id());
        assertThat(after.status()).isEqualTo(AppointmentStatus.DID_NOT_ATTEND);
        assertThat(after.missed()).isEqualTo(missed);
        Missed known = new Missed(Missed.Cause.ILL, Missed.NextStep.VISIT, "In hospital");
        appointments.didNotAttend(reference, booked.id(), known);
        assertThat(appointments.get(reference, booked.id()).missed()).isEqualTo(known);
        assertThatThrownBy(() -> appointments.attended(reference, booked.id())).isInstanceOf(NotBooked.class);
        // The officer is free again for somebody else in that time.
        assertThat(appointments.visit(newCase(), new Visit(Purpose.OTHER, null, Venue.HOME, "1 Testing Road", "officer",
                clock.instant().plusSeconds(60), 15, TellBy.IN_PERSON)).booked()).isTrue();
    }

    @Test
    void withTheKeysOfThePlacementTheyWereThere() {
        LocalDate day = LocalDate.of(2026, 9, 15);
        clock.freeze(day.atTime(9, 0).atZone(ServiceClock.LONDON).toInstant());
        Placement asked = Acting.as("officer", () -> placements.request(reference, AccommodationFunction.INTERIM, null));
        Appointment booked = appointments.visit(reference, new Visit(Purpose.SIGN_UP, asked.id(), Venue.HOSPITAL, "Ward 4",
                "officer", clock.instant().plus(Duration.ofHours(1)), 60, TellBy.IN_PERSON));
        assertThat(appointments.bookedFor(reference, asked.id())).isPresent();
        clock.freeze(booked.startsAt());
        homes.moveIn(reference, homes.unit(Homes.FLAT), day, null);

        assertThat(appointments.get(reference, booked.id()).status()).isEqualTo(AppointmentStatus.ATTENDED);
        jdbc.sql("delete from appointment where id = ?").param(booked.id()).update();
    }

    @Test
    void aSignUpThatIsCalledOffTakesItsAppointmentWithIt() {
        LocalDate day = LocalDate.of(2026, 9, 15);
        clock.freeze(day.atTime(9, 0).atZone(ServiceClock.LONDON).toInstant());
        Placement asked = placements.request(reference, AccommodationFunction.INTERIM, null);
        Appointment booked = appointments.visit(reference, new Visit(Purpose.SIGN_UP, asked.id(), Venue.UNIT, "Flat 1",
                "officer", clock.instant().plus(Duration.ofHours(1)), 60, TellBy.IN_PERSON));
        clock.freeze(booked.startsAt().plus(Duration.ofMinutes(30)));
        requests.noKeys(reference, asked.id(), "CANCELLED", "They found a place of their own");
        assertThat(appointments.get(reference, booked.id()).status()).isEqualTo(AppointmentStatus.CANCELLED);
        jdbc.sql("delete from appointment where id = ?").param(booked.id()).update();
    }

    @Test
    void whatIsAheadIsCancelledWhenTheApplicantDies() {
        make();
        Appointment booked = book(reference, free().get(0));
        cases.setStatus(reference, CaseStatus.DECEASED);

        assertThat(appointments.get(reference, booked.id()).status()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThatThrownBy(() -> book(reference, free().get(0))).isInstanceOf(NotBooked.class)
                .hasMessageContaining("Applicant has died");
    }

    @Test
    void anAppointmentOfAnotherCaseIsNoneOfThisOne() {
        make();
        Appointment booked = book(reference, free().get(0));

        assertThatThrownBy(() -> appointments.get(newCase(), booked.id()))
                .isInstanceOf(java.util.NoSuchElementException.class);
        assertThatThrownBy(() -> appointments.of(new CaseReference("TH-999999-X"))).isInstanceOf(NoSuchCase.class);
    }

    @Test
    void theCalendarTellsOfNoHouseholdAndEndsWithItsAddress() {
        make();
        book(reference, free().get(0));
        appointments.visit(newCase(), new Visit(Purpose.OTHER, null, Venue.REFUGE, "Safe House, 3 Testing Road", "officer",
                TUESDAY.atTime(15, 0).atZone(ServiceClock.LONDON).toInstant(), 60, TellBy.IN_PERSON));
        String address = feeds.renew();
        String calendar = feeds.calendar(address).orElseThrow();

        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n")
                .contains("DTSTART:20310325T100000Z\r\n", "DTEND:20310325T104500Z\r\n", "SUMMARY:Appointment\r\n",
                        "SUMMARY:Visit\r\n", "LOCATION:" + CalendarFile.escaped(office))
                .doesNotContain("Jordan", reference.value(), "Testing Road", "Safe House", "ssessment");
        assertThat(calendar.lines()).allSatisfy(line -> assertThat(line.getBytes(
                java.nio.charset.StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));

        String renewed = feeds.renew();
        assertThat(feeds.calendar(address)).isEmpty();
        assertThat(feeds.calendar(renewed)).isPresent();
        feeds.stop();
        assertThat(feeds.calendar(renewed)).isEmpty();
    }

    @Test
    void summerTimeBeginsAndTheClockOnTheWallCounts() {
        LocalDate summer = LocalDate.of(2031, 3, 31);
        Acting.as("leader", () -> presence.plan("officer", summer, office));
        Acting.as("leader", () -> offered.make(new Series("officer", office, summer, summer, Set.of(DayOfWeek.MONDAY),
                LocalTime.of(10, 0), LocalTime.of(10, 45), 45)));

        assertThat(appointments.free(new Wanted(office, "officer", summer, summer))).singleElement()
                .satisfies(slot -> {
                    assertThat(slot.startsAt()).isEqualTo("2031-03-31T09:00:00Z");
                    assertThat(slot.words()).contains("10:00 to 10:45");
                });
    }

    private OfferedSlots.Made make() {
        return Acting.as("leader", () -> offered.make(new Series("officer", office, TUESDAY, TUESDAY.plusDays(1),
                EnumSet.allOf(DayOfWeek.class), LocalTime.of(10, 0), LocalTime.of(12, 15), 45)));
    }

    private List<Slot> free() {
        return appointments.free(new Wanted(office, "officer", TODAY, TUESDAY.plusDays(2)));
    }

    private Appointment book(CaseReference household, Slot slot) {
        return appointments.book(household, new AtOffice(Purpose.ASSESSMENT, null, slot.id(), TellBy.IN_PERSON));
    }

    private CaseReference newCase() {
        return register.open(NewCase.atTheDesk("north", Person.applicant("Jordan", "Example",
                LocalDate.of(1990, 3, 12)), "Asked to leave"));
    }
}
