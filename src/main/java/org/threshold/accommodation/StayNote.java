package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What was seen, decided or done about a placement after the keys.
 *
 * @param codes  what was found besides, by the names of {@link Found}
 * @param lookOn when to look again, the end of an extension or notice, or when the unit is ready; null for some kinds
 */
public record StayNote(long id, long placementId, Kind kind, List<Found> codes, String words, LocalDate lookOn,
                       String by, Instant at) {

    public enum Kind {
        LIVING_THERE("They live there"), NOT_SEEN("Not seen there yet"), EXTENDED("The stay was extended"),
        OVERSTAY_ALLOWED("They stay beyond the end, which is allowed"),
        OVERSTAY_NOT_ALLOWED("They stay beyond the end without leave"), NOTICE("Notice was given"),
        VERIFIED("The placement was verified"), KEYS("The keys were asked back"), INSPECTED("The unit was inspected"),
        READY("The unit is ready"), NOT_READY("The unit is not ready yet");

        /** What is decided when the stay comes to its end. */
        public static final Set<Kind> DECISIONS = Set.of(EXTENDED, OVERSTAY_ALLOWED, OVERSTAY_NOT_ALLOWED, NOTICE);

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public enum Found {
        NOT_AS_RECORDED("others live there than on file"), NOT_SUITABLE("it does not suit everyone"),
        CHARGE_WRONG("the charge is wrong"), NO_BENEFIT("no Housing Benefit is in payment"),
        KEYS_MISSING("keys are missing"), BELONGINGS_LEFT("belongings were left behind"),
        DAMAGED("something is damaged or missing");

        private final String words;

        Found(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What was found besides, as words; empty where it was nothing. */
    public String found() {
        return String.join("; ", codes.stream().map(Found::words).toList());
    }
}
