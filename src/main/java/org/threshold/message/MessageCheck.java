package org.threshold.message;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.threshold.access.CurrentOfficer;
import org.threshold.casefile.Correspondence;
import org.threshold.casefile.HiddenPlaces;
import org.threshold.casefile.Reach;
import org.threshold.casefile.Way;

/** Whether a message may go to where it is addressed: asked when it is written, and again right before it is sent. */
@Component
class MessageCheck {

    private final Correspondence correspondence;
    private final HiddenPlaces places;
    private final ObjectProvider<LastLook> looks;
    private final CurrentOfficer officer;
    private final Clock clock;

    MessageCheck(Correspondence correspondence, HiddenPlaces places, ObjectProvider<LastLook> looks,
                 CurrentOfficer officer, Clock clock) {
        this.correspondence = correspondence;
        this.places = places;
        this.looks = looks;
        this.officer = officer;
        this.clock = clock;
    }

    /**
     * Why not.
     *
     * @param toOfficer  what stands against it and what to do instead; may name the person
     * @param onTheList  the same in words that name nobody, for the list of what did not go out
     */
    record Refusal(String toOfficer, String onTheList) {
    }

    /** Empty when it may go. Asked in the service's own name: it is the case that decides, not who is signed in. */
    Optional<Refusal> refusal(OutgoingMessage message) {
        return officer.asService(() -> message.memberId() == null ? toSomebodyElse(message) : toThem(message));
    }

    /** What of a message may be told now; empty when nothing. */
    Optional<OutgoingMessage> now(OutgoingMessage message) {
        return officer.asService(() -> looks.orderedStream().filter(look -> look.kind().equals(message.kind()))
                .findFirst().map(look -> look.now(message)).orElse(Optional.of(message)));
    }

    private Optional<Refusal> toThem(OutgoingMessage message) {
        Reach reach = correspondence.by(Way.EMAIL, message.caseReference(), message.memberId(), LocalDate.now(clock));
        if (!reach.allowed()) {
            return Optional.of(new Refusal(reach.refusal(), "It is not safe or not agreed to write to them by e-mail."
                    + " See ‘People and contact’ of the case, and tell them in another way"));
        }
        if (reach.lines().stream().noneMatch(message.recipient()::equalsIgnoreCase)) {
            String changed = "Their e-mail address has changed since this message was written. Tell them in another way,"
                    + " or write it again";
            return Optional.of(new Refusal(changed + ".", changed));
        }
        return Optional.empty();
    }

    private Optional<Refusal> toSomebodyElse(OutgoingMessage message) {
        if (message.caseReference() == null) {
            return Optional.empty();
        }
        String tells = "It would tell somebody outside where the household is or how to reach it";
        return places.forOthers(message.caseReference(), message.subject() + "\n" + message.body()).count() == 0
                ? Optional.empty() : Optional.of(new Refusal(tells + ". Take that out.", tells));
    }
}
