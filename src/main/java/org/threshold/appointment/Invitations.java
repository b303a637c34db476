package org.threshold.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.appointment.Appointments.Telling;
import org.threshold.appointment.store.AppointmentStore.Row;
import org.threshold.casefile.CaseDetails;
import org.threshold.casefile.CaseReference;
import org.threshold.casefile.Correspondence;
import org.threshold.casefile.Reach;
import org.threshold.casefile.Way;
import org.threshold.letter.Council;
import org.threshold.letter.Letters;
import org.threshold.message.Messages;
import org.threshold.message.OutgoingMessage;

/**
 * Tells a household of an appointment, only in a way that is allowed to reach them. What is sent holds no name of the
 * household in an e-mail, no purpose, and of places only our own offices.
 */
@Component
class Invitations {

    private final CaseDetails cases;
    private final Correspondence correspondence;
    private final Letters letters;
    private final Messages messages;
    private final Council council;
    private final CurrentOfficer current;
    private final Clock clock;

    Invitations(CaseDetails cases, Correspondence correspondence, Letters letters, Messages messages, Council council,
                CurrentOfficer current, Clock clock) {
        this.cases = cases;
        this.correspondence = correspondence;
        this.letters = letters;
        this.messages = messages;
        this.council = council;
        this.current = current;
        this.clock = clock;
    }

    List<Telling> all(CaseReference reference) {
        Map<Way, Reach> reaches = correspondence.every(reference, applicant(reference), LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(Reach::way, reach -> reach));
        return Arrays.stream(TellBy.values()).map(by -> telling(by, reaches.get(by.way()))).toList();
    }

    private Telling telling(TellBy by, Reach reach) {
        if (by.way() == null) {
            return new Telling(by, null, null);
        }
        if (reach.allowed() && by == TellBy.EMAIL && !messages.goOut()) {
            return new Telling(by, "This service has no mail server. Tell them in another way.", null);
        }
        return new Telling(by, reach.refusal(), reach.allowed() ? reach.ask() : null);
    }

    /** @throws NotBooked when they may not be told in that way */
    void require(CaseReference reference, TellBy by) {
        String refusal = all(reference).stream().filter(telling -> telling.by() == by).findFirst().orElseThrow()
                .refusal();
        if (refusal != null) {
            throw new NotBooked(refusal);
        }
    }

    /** @param news {@code BOOKED}, {@code MOVED} or {@code CANCELLED} */
    void tell(Row appointment, TellBy by, String news) {
        String key = "appointment-" + appointment.id() + "-" + appointment.version();
        if (by == TellBy.LETTER || by == TellBy.HANDED_OVER) {
            letters.issue(appointment.caseReference(), "appointment", model(appointment, news), key);
        } else if (by == TellBy.EMAIL) {
            email(appointment, news, key);
        }
    }

    private void email(Row appointment, String news, String key) {
        long applicant = applicant(appointment.caseReference());
        String to = correspondence.by(Way.EMAIL, appointment.caseReference(), applicant, LocalDate.now(clock)).lines()
                .get(0);
        // In the service's own name, which may queue messages wherever whoever acts may book.
        current.asService(() -> {
            messages.send(new OutgoingMessage(appointment.caseReference(), "appointment", to, "Your appointment",
                    text(appointment, news), key, applicant));
            return null;
        });
    }

    private String text(Row appointment, String news) {
        String when = LondonTime.span(appointment.startsAt(), appointment.endsAt());
        String what = switch (news) {
            case "CANCELLED" -> "Your appointment on " + when + " will not take place.";
            case "MOVED" -> "Your appointment is at another time now: " + when + ", " + where(appointment) + ".";
            default -> "You have an appointment: " + when + ", " + where(appointment) + ".";
        };
        return what + "\n\nIf you cannot come, or need help to get there, an interpreter or anything else, please tell us"
                + " before.\n\n" + council.name() + ", housing solutions"
                + (council.telephone() == null ? "" : "\n" + council.telephone()) + "\n";
    }

    private static String where(Row appointment) {
        return appointment.venue() == Venue.OFFICE ? appointment.place() : "where we agreed with you";
    }

    private static Map<String, Object> model(Row appointment, String news) {
        Map<String, Object> model = new HashMap<>();
        model.put("news", news);
        model.put("day", LondonTime.dayOf(appointment.startsAt()));
        model.put("from", LondonTime.time(appointment.startsAt()));
        model.put("until", LondonTime.time(appointment.endsAt()));
        model.put("where", where(appointment));
        model.put("signUp", appointment.purpose() == Purpose.SIGN_UP);
        return model;
    }

    private long applicant(CaseReference reference) {
        return cases.of(reference).applicant().id();
    }
}
