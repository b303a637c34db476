package org.threshold.casepage.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.threshold.access.People;
import org.threshold.access.Presence;
import org.threshold.appointment.Appointments;
import org.threshold.appointment.Appointments.Telling;
import org.threshold.appointment.Appointments.Wanted;
import org.threshold.appointment.Slot;
import org.threshold.appointment.TellBy;
import org.threshold.casefile.CaseReference;

/** What the pages on which an appointment is booked or moved have in common: free times, and how the household is told. */
@Component
class AppointmentForms {

    static final int LONGEST_WHY = 1000;
    private static final int DAYS = 14;
    private static final int MOST_SHOWN = 25;

    private final Appointments appointments;
    private final Presence presence;
    private final People people;
    private final Clock clock;

    AppointmentForms(Appointments appointments, Presence presence, People people, Clock clock) {
        this.appointments = appointments;
        this.presence = presence;
        this.people = people;
        this.clock = clock;
    }

    /** Shows the free times of the office, officer and first day in {@code looked}. */
    void times(Model model, TypedForm looked) {
        LocalDate today = LocalDate.now(clock);
        LocalDate typed = looked.date("from", "First day");
        LocalDate from = typed == null || typed.isBefore(today) ? today : typed;
        List<Slot> free = appointments.free(new Wanted(chosen(looked.text("office"), presence.offices()),
                chosen(looked.text("officer"), officers().stream().map(Option::name).toList()), from,
                from.plusDays(DAYS - 1L)));
        model.addAttribute("slots", free.stream().limit(MOST_SHOWN)
                .map(slot -> new Option(Long.toString(slot.id()), slot.words())).toList());
        model.addAttribute("moreSlots", free.size() > MOST_SHOWN);
        model.addAttribute("firstDay", from);
        model.addAttribute("lastDay", from.plusDays(DAYS - 1L));
        model.addAttribute("looked", looked);
        model.addAttribute("offices", presence.offices().stream().map(office -> new Option(office, office)).toList());
        model.addAttribute("officers", officers());
    }

    void tellings(Model model, CaseReference reference) {
        List<Telling> all = appointments.tellings(reference);
        model.addAttribute("tells", all.stream().filter(Telling::allowed).map(telling -> new Option(telling.by().name(),
                telling.ask() == null ? telling.by().words() : telling.by().words() + ". " + telling.ask())).toList());
        model.addAttribute("notAllowed", all.stream().filter(telling -> !telling.allowed()).toList());
    }

    static TellBy tell(TypedForm form) {
        return required(form, "tell", TellBy.class, "Select how they are told");
    }

    static <E extends Enum<E>> E required(TypedForm form, String key, Class<E> type, String whenEmpty) {
        E chosen = form.choice(key, type, whenEmpty);
        if (chosen == null && form.error(key) == null) {
            form.wrong(key, whenEmpty);
        }
        return chosen;
    }

    /** 0 when none or something that is no slot was sent. */
    static long slot(TypedForm form) {
        if (!form.text("slot").matches("[0-9]{1,18}")) {
            form.wrong("slot", "Select a time");
            return 0;
        }
        return Long.parseLong(form.text("slot"));
    }

    /** Everybody in a team, by name. */
    List<Option> officers() {
        return people.teams().stream().flatMap(team -> people.membersOf(team.key()).stream()).distinct()
                .sorted(java.util.Comparator.comparing(org.threshold.access.Officer::name))
                .map(officer -> new Option(officer.username(), officer.name())).toList();
    }

    /** Null for any. */
    private static String chosen(String typed, List<String> known) {
        return known.contains(typed) ? typed : null;
    }

    static <E extends Enum<E>> List<Option> options(E[] values, java.util.function.Function<E, String> words) {
        return Arrays.stream(values).map(value -> new Option(value.name(), words.apply(value))).toList();
    }
}
