package org.threshold.appointment;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.access.PlaceOfWork;
import org.threshold.access.Presence;
import org.threshold.appointment.store.AppointmentStore;
import org.threshold.appointment.store.SlotStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;

/** The times that are offered for appointments, by officer and office. */
@Service
public class OfferedSlots {

    /** How far ahead slots can be made: as far as the rota goes. */
    public static final int LONGEST_DAYS = 31;
    /** How many slots a list shows at once. */
    public static final int MOST_SHOWN = 200;
    private static final int MOST_MADE = 400;

    private final SlotStore store;
    private final AppointmentStore appointments;
    private final SlotRules rules;
    private final Presence presence;
    private final People people;
    private final CurrentOfficer current;
    private final AuditTrail audit;
    private final Clock clock;

    OfferedSlots(SlotStore store, AppointmentStore appointments, SlotRules rules, Presence presence, People people,
                 CurrentOfficer current, AuditTrail audit, Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.rules = rules;
        this.presence = presence;
        this.people = people;
        this.current = current;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Slots of equal length, one after the other.
     *
     * @param officer username
     * @param until   the last day, at most {@link #LONGEST_DAYS} after the first
     * @param days    of the week
     * @param minutes how long each is
     */
    public record Series(String officer, String office, LocalDate from, LocalDate until, Set<DayOfWeek> days,
                         LocalTime begins, LocalTime ends, int minutes) {
    }

    /**
     * What came of it.
     *
     * @param made      how many slots were made
     * @param overlap   how many were left out because the officer offers a slot then already, or they are past
     * @param notThere  the days left out because the officer's rota does not say that they are at that office
     */
    public record Made(int made, int overlap, List<LocalDate> notThere) {
    }

    /** A slot in the list. @param kept false where the rota does not put the officer there any more */
    public record Shown(Slot slot, boolean taken, boolean kept) {
    }

    /** An appointment at an office whose officer will not be there. */
    public record Unkept(Appointment appointment, String whereInstead) {
    }

    @Needs(Permission.KEEP_SLOTS)
    @Transactional
    public Made make(Series series) {
        check(series);
        Map<String, PlaceOfWork> places = rules.places(List.of(series.officer()), series.from(), series.until());
        List<Instant> starts = new ArrayList<>();
        List<LocalDate> notThere = new ArrayList<>();
        for (LocalDate day = series.from(); !day.isAfter(series.until()); day = day.plusDays(1)) {
            if (!series.days().contains(day.getDayOfWeek())) {
                continue;
            }
            PlaceOfWork place = places.get(SlotRules.key(series.officer(), day));
            if (place == null || !series.office().equals(place.office())) {
                notThere.add(day);
            } else {
                starts.addAll(startsOf(series, day));
            }
        }
        if (starts.size() > MOST_MADE) {
            throw new NotBooked("That would be " + starts.size() + " slots. Make at most " + MOST_MADE + " at once.");
        }
        int made = insert(series, starts);
        return new Made(made, starts.size() - made, notThere);
    }

    private int insert(Series series, List<Instant> starts) {
        List<Instant> ahead = starts.stream().filter(start -> start.isAfter(clock.instant())).toList();
        int made = ahead.isEmpty() ? 0 : store.insert(series.officer(), series.office(), ahead, series.minutes(),
                current.get().username(), clock.instant());
        audit.record(new AuditEntry(null, "slots.made", series.officer(), Map.of("office", series.office(), "from",
                series.from().toString(), "until", series.until().toString(), "made", Integer.toString(made)), null,
                null));
        return made;
    }

    private static List<Instant> startsOf(Series series, LocalDate day) {
        List<Instant> starts = new ArrayList<>();
        int first = series.begins().toSecondOfDay() / 60;
        int last = series.ends().toSecondOfDay() / 60 - series.minutes();
        for (int minute = first; minute <= last; minute += series.minutes()) {
            starts.add(LondonTime.at(day, LocalTime.of(minute / 60, minute % 60)));
        }
        return starts;
    }

    private void check(Series series) {
        if (people.find(series.officer()).isEmpty()) {
            throw new NotBooked("Select an officer.");
        }
        if (!presence.offices().contains(series.office())) {
            throw new NotBooked("Select an office.");
        }
        if (series.from().isBefore(LocalDate.now(clock)) || series.until().isBefore(series.from())
                || series.until().isAfter(series.from().plusDays(LONGEST_DAYS))) {
            throw new NotBooked("The days must be today or later, the last not before the first, and at most "
                    + LONGEST_DAYS + " days after it.");
        }
        if (series.minutes() < 10 || series.minutes() > 240
                || series.ends().toSecondOfDay() - series.begins().toSecondOfDay() < series.minutes() * 60) {
            throw new NotBooked("No slot of that length fits between these times.");
        }
    }

    /** From today on, with whether each is taken and whether the rota still has the officer there. */
    @Needs(Permission.KEEP_SLOTS)
    @Transactional(readOnly = true)
    public List<Shown> ahead(LocalDate from) {
        Instant first = from.isAfter(LocalDate.now(clock)) ? LondonTime.at(from, LocalTime.MIDNIGHT) : clock.instant();
        List<SlotStore.Row> rows = store.all(first, LondonTime.at(from.plusDays(LONGEST_DAYS), LocalTime.MIDNIGHT),
                MOST_SHOWN + 1);
        Set<Long> kept = rules.kept(rows).stream().map(SlotStore.Row::id)
                .collect(java.util.stream.Collectors.toSet());
        return rows.stream().map(row -> new Shown(rules.slot(row), row.taken(), kept.contains(row.id()))).toList();
    }

    /** No more bookings then; an appointment that is booked in it stays. */
    @Needs(Permission.KEEP_SLOTS)
    @Transactional
    public void withdraw(long id) {
        if (store.withdraw(id, clock.instant())) {
            audit.record(new AuditEntry(null, "slot.withdrawn", "slot " + id, Map.of(), null, null));
        }
    }

    /** Booked appointments at an office of officers whose rota has them elsewhere by now, soonest first. */
    @Needs(Permission.KEEP_SLOTS)
    @Transactional(readOnly = true)
    public List<Unkept> unkept() {
        LocalDate today = LocalDate.now(clock);
        List<AppointmentStore.Row> booked = appointments.booked(clock.instant(),
                LondonTime.at(today.plusDays(LONGEST_DAYS), LocalTime.MIDNIGHT), MOST_SHOWN).stream()
                .filter(row -> row.venue() == Venue.OFFICE).toList();
        Map<String, PlaceOfWork> places = booked.isEmpty() ? Map.of()
                : rules.places(booked.stream().map(AppointmentStore.Row::officer).distinct().toList(), today,
                        today.plusDays(LONGEST_DAYS));
        return booked.stream().filter(row -> !isThere(row, places)).map(row -> unkept(row, places)).toList();
    }

    private boolean isThere(AppointmentStore.Row row, Map<String, PlaceOfWork> places) {
        PlaceOfWork place = places.get(SlotRules.key(row.officer(), LondonTime.dayOf(row.startsAt())));
        return place != null && row.place().equals(place.office()) && people.find(row.officer()).isPresent();
    }

    private Unkept unkept(AppointmentStore.Row row, Map<String, PlaceOfWork> places) {
        PlaceOfWork place = places.get(SlotRules.key(row.officer(), LondonTime.dayOf(row.startsAt())));
        String instead = people.find(row.officer()).isEmpty() ? "has no account any more"
                : place == null ? "not planned" : place.words();
        return new Unkept(BookedAppointments.appointment(row, people), instead);
    }

    /** Whose slots can be offered: everybody in a team, by name. */
    @Needs(Permission.KEEP_SLOTS)
    public List<Officer> officers() {
        return people.teams().stream().flatMap(team -> people.membersOf(team.key()).stream()).distinct()
                .sorted(java.util.Comparator.comparing(Officer::name)).toList();
    }
}
