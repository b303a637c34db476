package org.threshold.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.threshold.casefile.FormerLife.Event;
import org.threshold.clock.ServiceClock;
import org.threshold.homelessness.FormerWork;

/** The timeline of a case before it came here, oldest first, and the line that says where it comes from. */
final class FormerPast {

    private static final String ELSEWHERE = "The previous system";

    private FormerPast() {
    }

    static List<Event> of(FormerCase former, String by, Instant now) {
        List<Event> past = new ArrayList<>();
        FormerWork work = former.work();
        past.add(event(former.openedOn(), "contact", "Approach made: "
                + lower(former.known().channel().title()), former.known().reason()));
        work.findings().forEach(each -> past.add(event(each.on(), "decision", "Finding: "
                + lower(each.question().title()) + ", " + each.finding().name().toLowerCase(), null)));
        work.duties().forEach(duty -> {
            past.add(event(duty.startedOn(), "decision", duty.kind().title() + " accepted", null));
            if (!duty.running()) {
                past.add(event(duty.endedOn(), "decision", duty.kind().title() + " ended: "
                        + lower(duty.endReason().words()), null));
            }
        });
        work.decisions().forEach(each -> past.add(event(each.notifiedOn(), "decision",
                "Decision: " + each.outcome().title(), each.reasons())));
        if (work.plan() != null) {
            past.add(event(work.plan().givenOn(), "decision", "Personalised housing plan given", null));
        }
        former.notes().forEach(note -> past.add(new Event(note.writtenAt(), note.by(), "note", "Note added",
                note.text())));
        past.sort(Comparator.comparing(Event::at));
        past.add(new Event(now, by, "system", "Brought over from the previous system, where it was "
                + former.previousReference(), "What is older than this line happened there. Letters of that time are kept there."));
        return past;
    }

    private static Event event(LocalDate on, String kind, String headline, String detail) {
        return new Event(on.atTime(12, 0).atZone(ServiceClock.LONDON).toInstant(), ELSEWHERE, kind, headline,
                detail);
    }

    private static String lower(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
