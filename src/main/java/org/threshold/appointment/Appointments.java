package org.threshold.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/** The appointments of households: the only way by which one is made or changed. */
public interface Appointments {

    /** At most so many slots are listed at once. */
    int MOST_SLOTS = 60;

    /**
     * What is looked for.
     *
     * @param office  null for any
     * @param officer username; null for anybody
     * @param from    the first day, today or later
     * @param until   the last day
     */
    record Wanted(String office, String officer, LocalDate from, LocalDate until) {
    }

    /**
     * An appointment at an office.
     *
     * @param placementId the placement that it is about, or null
     */
    record AtOffice(Purpose purpose, Long placementId, long slotId, TellBy tell) {
    }

    /**
     * An appointment where the household is.
     *
     * @param place   where, for the officer; it is not sent to anybody
     * @param officer username of who goes there
     */
    record Visit(Purpose purpose, Long placementId, Venue venue, String place,
                 String officer, Instant startsAt, int minutes, TellBy tell) {
    }

    /**
     * A way to tell the household.
     *
     * @param refusal why not and what to do instead; null where it is allowed
     * @param ask     what to make sure of first; null where there is no doubt
     */
    record Telling(TellBy by, String refusal, String ask) {

        public boolean allowed() {
            return refusal == null;
        }
    }

    /**
     * The next slots that nobody has taken, of officers whose rota says that they are at that office on that day, in
     * order of time; at most {@link #MOST_SLOTS}.
     */
    List<Slot> free(Wanted wanted);

    /**
     * Books a slot and tells the household in the way chosen.
     *
     * @throws NotBooked when somebody took it first, the officer will not be there, the household has another appointment
     *                   then, or they may not be told in that way
     */
    Appointment book(CaseReference reference, AtOffice wanted);

    /** @throws NotBooked as {@link #book} */
    Appointment visit(CaseReference reference, Visit wanted);

    /**
     * To another slot, and tells the household.
     *
     * @throws NotBooked as {@link #book}, or when it is not booked any more
     */
    Appointment move(CaseReference reference, long id, long slotId, String why, TellBy tell);

    /**
     * @param why  may be null
     * @param tell null where nobody needs to be told, such as when another one is arranged with them at once
     * @throws NotBooked when it is not booked any more, or they may not be told in that way
     */
    void cancel(CaseReference reference, long id, String why, TellBy tell);

    /** @throws NotBooked before its day, or when it is not booked any more */
    void attended(CaseReference reference, long id);

    /**
     * Said again of one that was missed, it takes the place of what was said before: the cause is often learnt later.
     *
     * @throws NotBooked before its beginning, or when it was kept or cancelled
     */
    void didNotAttend(CaseReference reference, long id, Missed missed);

    /** @throws java.util.NoSuchElementException when the case has no such appointment */
    Appointment get(CaseReference reference, long id);

    /** All of a case, newest first. */
    List<Appointment> of(CaseReference reference);

    /** Every way to tell them, allowed or not on this day, in the order of {@link TellBy}. */
    List<Telling> tellings(CaseReference reference);

    /** The officer's own of these days, of cases that they may know of, in order of time. */
    List<Appointment> mine(LocalDate from, LocalDate until);

    /** The one that is booked for a placement and has neither been kept nor missed. */
    Optional<Appointment> bookedFor(CaseReference reference, long placementId);
}
