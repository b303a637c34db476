package org.threshold.accommodation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/**
 * A notice to the council of another district (Housing Act 1996 s208(2) to (4)), with what proves that it was given.
 *
 * @param district     ONS code of the other district
 * @param onDay        the day on which the home was made available, or on which they left
 * @param dueOn        the last of the 14 days; null for a notice that the Act does not ask for
 * @param letterId     null until it is written
 * @param sendings     oldest first
 * @param acknowledged null until the other council has said that it has it
 */
public record HostNotice(long id, long placementId, CaseReference caseReference, Kind kind, String district,
                         String districtName, String address, LocalDate onDay, AccommodationFunction function,
                         LocalDate dueOn, Long letterId, List<Sending> sendings, Acknowledged acknowledged) {

    /** How many days, the one on which the home was made available being the first (s208(4)). */
    public static final int DAYS = 14;
    /** From the beginning of this day on a team leader sees to it. */
    public static final int ESCALATED_ON = 10;

    public HostNotice {
        sendings = List.copyOf(sendings);
    }

    public enum Kind {
        ARRIVAL("Notice that a household is accommodated in the district"),
        LEFT("Notice that a household has left the district");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How it went. */
    public enum Way {
        OUTBOX("E-mailed from here"), POSTED("Posted"), EMAILED("E-mailed by an officer"),
        HANDED_OVER("Handed over"), BEFORE("Given before the case was brought over");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** How it stands. */
    public enum Status {
        NOT_REQUIRED("Not required"), DUE("Due"), SENT("Sent"), ACKNOWLEDGED("Acknowledged"), OVERDUE("Overdue"),
        SENT_LATE("Sent late");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param sentOn null unless it went out
     * @param sentAt when the mail server took it; null for what an officer sent
     * @param proof  what proves it, or why it failed; may be null
     */
    public record Sending(Way way, String sentTo, State state, Instant madeAt, String by, Instant sentAt,
                          LocalDate sentOn, String proof) {

        public enum State { QUEUED, SENT, FAILED }
    }

    public record Acknowledged(LocalDate on, String words, String by) {
    }

    /** The day on which it went out first. */
    public Optional<LocalDate> sentOn() {
        return sendings.stream().map(Sending::sentOn).filter(java.util.Objects::nonNull).min(LocalDate::compareTo);
    }

    /** Whether it went out after the last day, or has not gone out though that day is over. */
    public boolean late(LocalDate today) {
        return dueOn != null && sentOn().orElse(today).isAfter(dueOn);
    }

    public Status status(LocalDate today) {
        if (sentOn().isEmpty()) {
            return late(today) ? Status.OVERDUE : Status.DUE;
        }
        if (acknowledged != null) {
            return Status.ACKNOWLEDGED;
        }
        return late(today) ? Status.SENT_LATE : Status.SENT;
    }

    /** Day n of the 14; 1 on the day on which the home was made available. */
    public long day(LocalDate today) {
        return java.time.temporal.ChronoUnit.DAYS.between(onDay, today) + 1;
    }

    /** How its clock is told from those of other placements of the case. */
    public static String clockOf(long placementId) {
        return "placement " + placementId;
    }
}
