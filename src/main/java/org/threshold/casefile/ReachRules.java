package org.threshold.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.casefile.store.ContactPointStore.Danger;

/**
 * Decides whether one person may be reached in a way on a day. An address of somebody else in the household is never
 * used in its place: it may be the address they fled from.
 */
final class ReachRules {

    private static final String HAND_OVER = "Hand it over when you see them, or ask them where it is safe to write"
            + " and record that first.";
    private static final String ASK = "Ask them and record the answer on ‘People and contact’; until then hand letters"
            + " over.";

    private final PersonContacts person;
    private final List<PersonContacts> household;
    private final Danger danger;
    private final LocalDate day;

    ReachRules(PersonContacts person, List<PersonContacts> household, Danger danger, LocalDate day) {
        this.person = person;
        this.household = household;
        this.danger = danger;
        this.day = day;
    }

    Reach by(Way way) {
        Optional<ContactPoint> point = point(way);
        String[] refused = refused(way, point.orElse(null));
        if (refused != null) {
            return Reach.refused(way, id(), refused[0], refused[1], how());
        }
        return new Reach(way, id(), point.get().lines(), null, null, way == Way.POST ? doubt(point.get()) : null, how());
    }

    private Optional<ContactPoint> point(Way way) {
        return switch (way) {
            case POST -> person.forPost(day);
            case EMAIL -> person.on(day, ContactPointKind.EMAIL);
            case PHONE, TEXT -> person.on(day, ContactPointKind.PHONE);
            case VISIT -> person.on(day, ContactPointKind.STAYING);
        };
    }

    /** Why not, and what to do instead; null where nothing speaks against it. */
    private String[] refused(Way way, ContactPoint point) {
        if (danger.deceased() && person.member().mainApplicant()) {
            return new String[] {name() + " has died.", "Nothing is sent in their name."};
        }
        if (way == Way.POST && person.doNotWrite().isPresent()) {
            String reason = person.doNotWrite().get().reason();
            return new String[] {"Do not write to " + name() + (reason == null ? "." : ": " + stop(reason)), HAND_OVER};
        }
        if (person.onlyBy().filter(rule -> !fits(rule, way, point)).isPresent()) {
            return new String[] {name() + " is to be contacted only in this way: " + stop(how()), "Keep to that. A letter"
                    + " can be handed over."};
        }
        if (point == null) {
            return nothingRecorded(way);
        }
        return unsafe(way, point);
    }

    private String[] nothingRecorded(Way way) {
        return switch (way) {
            case POST -> new String[] {"No address for letters is recorded for " + name() + ".", HAND_OVER};
            case EMAIL -> new String[] {"No email address is recorded for " + name() + ".", ASK};
            case PHONE, TEXT -> new String[] {"No telephone number is recorded for " + name() + ".", ASK};
            case VISIT -> new String[] {"It is not recorded where " + name() + " stays.", ASK};
        };
    }

    private String[] unsafe(Way way, ContactPoint point) {
        if (point.safety() == ContactSafety.UNSAFE) {
            return new String[] {"It is not safe to reach " + name() + " " + way.words() + " there" + (point.remark()
                    == null ? "." : ": " + stop(point.remark())), way == Way.POST ? HAND_OVER : ASK};
        }
        if (danger.atRisk() && point.safety() == ContactSafety.NOT_ASKED) {
            return new String[] {name() + " may be at risk, and nobody has recorded yet that it is safe to reach them "
                    + way.words() + ".", ASK};
        }
        String livesThere = whoLeftAndStaysAt(point);
        if (livesThere != null && point.safety() != ContactSafety.SAFE) {
            return new String[] {livesThere + ", who left the household, is recorded at the same "
                    + (point.kind().isAddress() ? "address" : "number or address") + ".", ASK};
        }
        return null;
    }

    private String whoLeftAndStaysAt(ContactPoint point) {
        return household.stream().filter(other -> other.member().id() != id() && !other.member().present())
                .filter(other -> other.holding(day).stream().anyMatch(point::sameAs))
                .map(other -> other.member().person().name()).findFirst().orElse(null);
    }

    private static boolean fits(ContactRule rule, Way way, ContactPoint point) {
        return switch (rule.method()) {
            case PHONE -> way == Way.PHONE;
            case TEXT -> way == Way.TEXT;
            case EMAIL -> way == Way.EMAIL;
            case LETTER -> way == Way.POST;
            case IN_PERSON -> false;
            case THROUGH_SOMEONE -> way == Way.POST && point != null && point.kind() == ContactPointKind.CARE_OF;
        };
    }

    /** Letters that go on to an address recorded before they moved are what goes wrong most. */
    private String doubt(ContactPoint letters) {
        ContactPoint stays = person.on(day, ContactPointKind.STAYING).orElse(null);
        boolean movedSince = stays != null && letters.kind().isForLetters() && !stays.sameAs(letters)
                && stays.recordedAt().isAfter(letters.recordedAt()) && letters.safety() != ContactSafety.SAFE;
        return movedSince ? name() + " has moved since this address was recorded (they stay at " + stays.oneLine()
                + "). Make sure that letters should still go to " + letters.oneLine() + "." : null;
    }

    private String how() {
        return person.way().map(ContactRule::words).filter(words -> !words.isEmpty()).orElse(null);
    }

    private String name() {
        return person.member().person().name();
    }

    private long id() {
        return person.member().id();
    }

    private static String stop(String sentence) {
        return sentence.matches("(?s).*[.!?]") ? sentence : sentence + ".";
    }
}
