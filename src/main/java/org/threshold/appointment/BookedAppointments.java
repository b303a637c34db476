package org.threshold.appointment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.threshold.access.CurrentOfficer;
import org.threshold.access.Needs;
import org.threshold.access.OpenToAll;
import org.threshold.access.People;
import org.threshold.access.Permission;
import org.threshold.appointment.store.AppointmentStore;
import org.threshold.appointment.store.AppointmentStore.NewRow;
import org.threshold.appointment.store.AppointmentStore.Row;
import org.threshold.appointment.store.SlotStore;
import org.threshold.audit.AuditEntry;
import org.threshold.audit.AuditTrail;
import org.threshold.casefile.CaseFiles;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.CaseStatus;
import org.threshold.casefile.Timeline;

/** Appointments in our tables. That nobody is booked twice is held by the database, whoever asks at the same moment. */
@Service
class BookedAppointments implements Appointments {

    static final int LONGEST_TEXT = 1000;
    private static final int MOST_OF_A_CASE = 200;
    private static final int MOST_READ = 600;
    private static final Set<Integer> LENGTHS = Set.of(15, 20, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240);
    private static final Set<CaseStatus> NOBODY_COMES = Set.of(CaseStatus.DECEASED, CaseStatus.CREATED_IN_ERROR,
            CaseStatus.MERGED);

    private final AppointmentStore store;
    private final SlotStore slots;
    private final SlotRules rules;
    private final Invitations invitations;
    private final CaseFiles cases;
    private final People people;
    private final CurrentOfficer current;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final ObjectProvider<AppointmentListener> listeners;
    private final Clock clock;

    BookedAppointments(AppointmentStore store, SlotStore slots, SlotRules rules, Invitations invitations,
                       CaseFiles cases, People people, CurrentOfficer current, Timeline timeline, AuditTrail audit,
                       ObjectProvider<AppointmentListener> listeners, Clock clock) {
        this.store = store;
        this.slots = slots;
        this.rules = rules;
        this.invitations = invitations;
        this.cases = cases;
        this.people = people;
        this.current = current;
        this.timeline = timeline;
        this.audit = audit;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public List<Slot> free(Wanted wanted) {
        LocalDate today = LocalDate.now(clock);
        Instant from = wanted.from() == null || !wanted.from().isAfter(today) ? clock.instant()
                : LondonTime.at(wanted.from(), java.time.LocalTime.MIDNIGHT);
        Instant until = LondonTime.at(wanted.until().plusDays(1), java.time.LocalTime.MIDNIGHT);
        return rules.kept(slots.free(wanted.office(), wanted.officer(), from, until, MOST_READ)).stream()
                .limit(MOST_SLOTS).map(rules::slot).toList();
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public Appointment book(CaseReference reference, AtOffice wanted) {
        requireSomebodyComes(reference);
        SlotStore.Row slot = usable(reference, wanted.slotId());
        invitations.require(reference, wanted.tell());
        return booked(new NewRow(reference, wanted.purpose(), wanted.placementId(), Venue.OFFICE, slot.office(),
                slot.officer(), slot.startsAt(), slot.endsAt(), current.get().username(), clock.instant()),
                wanted.tell());
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public Appointment visit(CaseReference reference, Visit wanted) {
        requireSomebodyComes(reference);
        if (wanted.venue() == Venue.OFFICE) {
            throw new NotBooked("Select one of the free times for an appointment at an office.");
        }
        if (wanted.startsAt().isBefore(clock.instant())) {
            throw new NotBooked("The visit must begin in the future.");
        }
        if (!LENGTHS.contains(wanted.minutes())) {
            throw new NotBooked("Select how long the visit takes.");
        }
        requireMaySee(reference, wanted.officer());
        invitations.require(reference, wanted.tell());
        return booked(new NewRow(reference, wanted.purpose(), wanted.placementId(), wanted.venue(), wanted.place(),
                wanted.officer(), wanted.startsAt(), wanted.startsAt().plus(Duration.ofMinutes(wanted.minutes())),
                current.get().username(), clock.instant()), wanted.tell());
    }

    private Appointment booked(NewRow row, TellBy tell) {
        Row made = store.insert(row).orElseThrow(() -> taken(row.caseReference(), row.officer(), row.startsAt(),
                row.endsAt(), 0));
        invitations.tell(made, tell, "BOOKED");
        return told(made, "appointment.booked", "Appointment booked", tell, null);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public Appointment move(CaseReference reference, long id, long slotId, String why, TellBy tell) {
        requireSomebodyComes(reference);
        Row before = stillBooked(reference, id);
        SlotStore.Row slot = usable(reference, slotId);
        invitations.require(reference, tell);
        requireFree(reference, slot.officer(), slot.startsAt(), slot.endsAt(), id);
        Row moved = store.move(id, slot.office(), slot.officer(), slot.startsAt(), slot.endsAt(), why)
                .orElseThrow(BookedAppointments::quicker);
        invitations.tell(moved, tell, "MOVED");
        return told(moved, "appointment.moved", "Appointment moved from " + LondonTime.span(before.startsAt(),
                before.endsAt()), tell, why);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void cancel(CaseReference reference, long id, String why, TellBy tell) {
        stillBooked(reference, id);
        if (tell != null) {
            invitations.require(reference, tell);
        }
        Row cancelled = store.end(id, AppointmentStatus.CANCELLED, null, why);
        if (tell != null) {
            invitations.tell(cancelled, tell, "CANCELLED");
        }
        told(cancelled, "appointment.cancelled", "Appointment cancelled", tell, why);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void attended(CaseReference reference, long id) {
        Row before = stillBooked(reference, id);
        if (LondonTime.dayOf(before.startsAt()).isAfter(LocalDate.now(clock))) {
            throw new NotBooked("This appointment is on " + LondonTime.day(before.startsAt())
                    + ". Record on that day that they came, or move it.");
        }
        told(store.end(id, AppointmentStatus.ATTENDED, null, null), "appointment.attended", "Appointment attended", null,
                null);
    }

    @Needs(Permission.WORK_CASES)
    @Override
    @Transactional
    public void didNotAttend(CaseReference reference, long id, Missed missed) {
        Row before = locked(reference, id);
        if (before.status() != AppointmentStatus.DID_NOT_ATTEND) {
            requireBooked(before);
        }
        if (before.startsAt().isAfter(clock.instant())) {
            throw new NotBooked("This appointment has not begun yet. It is on " + LondonTime.span(before.startsAt(),
                    before.endsAt()) + ".");
        }
        told(store.end(id, AppointmentStatus.DID_NOT_ATTEND, missed, missed.words()), "appointment.missed",
                "Did not attend the appointment", null, missed.cause().words() + ". Next: " + missed.next().words()
                        + (missed.words() == null ? "" : "\n" + missed.words()));
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Appointment get(CaseReference reference, long id) {
        return appointment(store.find(reference, id).orElseThrow(() -> new NoSuchElementException(
                "The case has no appointment " + id)));
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public List<Appointment> of(CaseReference reference) {
        return store.of(reference, MOST_OF_A_CASE).stream().map(this::appointment).toList();
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public List<Telling> tellings(CaseReference reference) {
        return invitations.all(reference);
    }

    @OpenToAll("One's own; each statement reads only cases that one may know of")
    @Override
    @Transactional(readOnly = true)
    public List<Appointment> mine(LocalDate from, LocalDate until) {
        return store.ofOfficer(current.get().username(), LondonTime.at(from, java.time.LocalTime.MIDNIGHT),
                LondonTime.at(until.plusDays(1), java.time.LocalTime.MIDNIGHT), MOST_OF_A_CASE).stream()
                .map(this::appointment).toList();
    }

    @Needs(Permission.VIEW_CASES)
    @Override
    @Transactional(readOnly = true)
    public Optional<Appointment> bookedFor(CaseReference reference, long placementId) {
        return of(reference).stream().filter(appointment -> appointment.booked()
                && Long.valueOf(placementId).equals(appointment.placementId())).findFirst();
    }

    private SlotStore.Row usable(CaseReference reference, long slotId) {
        SlotStore.Row slot = slots.lock(slotId).orElseThrow(() -> new NotBooked(
                "That time is not offered any more. Select another one."));
        if (!slot.startsAt().isAfter(clock.instant())) {
            throw new NotBooked("That time is past. Select another one.");
        }
        if (!rules.kept(slot)) {
            throw new NotBooked(people.nameOf(slot.officer()) + " will not be at " + slot.office() + " on "
                    + LondonTime.day(slot.startsAt()) + ". Select another time.");
        }
        requireMaySee(reference, slot.officer());
        return slot;
    }

    private void requireMaySee(CaseReference reference, String officer) {
        if (people.find(officer).isEmpty() || !store.maySee(reference, officer)) {
            throw new NotBooked(people.nameOf(officer) + " cannot see this household. Select another officer.");
        }
    }

    private void requireSomebodyComes(CaseReference reference) {
        CaseStatus status = cases.summary(reference).status();
        if (NOBODY_COMES.contains(status)) {
            throw new NotBooked("No appointment can be made on this case: " + status.title() + ".");
        }
    }

    private Row stillBooked(CaseReference reference, long id) {
        Row row = locked(reference, id);
        requireBooked(row);
        return row;
    }

    private Row locked(CaseReference reference, long id) {
        return store.lock(reference, id).orElseThrow(() -> new NoSuchElementException(
                "The case has no appointment " + id));
    }

    private static void requireBooked(Row row) {
        if (row.status() != AppointmentStatus.BOOKED) {
            throw new NotBooked("This appointment is not open any more: " + row.status().words() + ".");
        }
    }

    private void requireFree(CaseReference reference, String officer, Instant from, Instant until, long not) {
        if (!store.officerFree(officer, from, until, not) || !store.householdFree(reference, from, until, not)) {
            throw taken(reference, officer, from, until, not);
        }
    }

    private NotBooked taken(CaseReference reference, String officer, Instant from, Instant until, long not) {
        if (!store.householdFree(reference, from, until, not)) {
            return new NotBooked("This household has another appointment then. Move or cancel that one first.");
        }
        return store.officerFree(officer, from, until, not) ? quicker() : new NotBooked(people.nameOf(officer)
                + " has another appointment then. Select another time.");
    }

    private static NotBooked quicker() {
        return new NotBooked("Somebody else has just taken that time. Select another one.");
    }

    private Appointment told(Row row, String action, String headline, TellBy tell, String why) {
        Appointment after = appointment(row);
        String how = tell == null ? null : "Told: " + tell.words();
        timeline.add(row.caseReference(), "contact", headline, lines(after.purpose().words() + ": " + after.when(), how,
                why));
        audit.record(new AuditEntry(row.caseReference().value(), action, "appointment " + row.id(),
                Map.of("purpose", row.purpose().name(), "startsAt", row.startsAt().toString(), "officer", row.officer()),
                why, null));
        listeners.orderedStream().forEach(listener -> listener.changed(after));
        return after;
    }

    private static String lines(String... parts) {
        return java.util.Arrays.stream(parts).filter(java.util.Objects::nonNull)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private Appointment appointment(Row row) {
        return appointment(row, people);
    }

    static Appointment appointment(Row row, People people) {
        return new Appointment(row.id(), row.caseReference(), row.purpose(), row.placementId(), row.venue(), row.place(),
                row.officer(), people.nameOf(row.officer()), row.startsAt(), row.endsAt(), row.status(), row.missed(),
                row.words(), row.version());
    }
}
