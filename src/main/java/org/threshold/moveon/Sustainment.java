package org.threshold.moveon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.threshold.casefile.CaseReference;

/**
 * A settled home after the household has moved in, until it has gone well for six months or help begins again.
 *
 * @param offerId null where they found the home themselves
 * @param from    the day on which they moved in
 * @param endedAs null while it goes on
 * @param checks  oldest first
 */
public record Sustainment(long id, CaseReference caseReference, Long offerId, String address, LocalDate from,
                          LocalDate endedOn, End endedAs, List<Check> checks) {

    public Sustainment {
        checks = List.copyOf(checks);
    }

    /** When somebody looks, counted from the day of moving in. */
    public enum Round {
        WEEKS_4("after 4 weeks"), WEEKS_12("after 12 weeks"), MONTHS_6("after 6 months");

        private final String words;

        Round(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        LocalDate dueOn(LocalDate from) {
            return switch (this) {
                case WEEKS_4 -> from.plusDays(28);
                case WEEKS_12 -> from.plusDays(84);
                case MONTHS_6 -> from.plusMonths(6);
            };
        }
    }

    /** How it went. */
    public enum Outcome {
        WELL("It goes well"), HELP("They need help to keep it"), AT_RISK("They may lose it, or have lost it"),
        NOT_REACHED("They could not be reached"), MOVED_ON("They have moved to another settled home"),
        HELP_ARRANGED("Help is arranged");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether the round is done with it. */
        boolean ends() {
            return this == WELL || this == HELP;
        }
    }

    public enum End {
        SUSTAINED("Kept for six months"), HELP_REOPENED("Help began again"), MOVED_ON("Moved to another settled home");

        private final String words;

        End(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What a check can find. */
    public enum Found {
        RENT_BEHIND("Rent is behind"), BENEFIT_NOT_PAID("Housing costs are not paid yet"),
        REPAIRS("Repairs are not done"), NO_FURNITURE("Furniture or cooker is missing"),
        NEIGHBOURS("Trouble with neighbours or the landlord"), HEALTH("Health or care needs"),
        SCHOOL("School or childcare"), NOT_SAFE("Somebody is not safe there"),
        NOTICE("The landlord has given notice, or has said so");

        private final String words;

        Found(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param onDay   when to try again, or by when the help is there; otherwise null
     * @param helper  who helps; null unless help was arranged
     * @param newCase the application with which help began again, or null
     */
    public record Check(Round round, Outcome outcome, List<Found> found, String words, LocalDate onDay, String helper,
                        CaseReference newCase, String by, Instant at) {

        public Check {
            found = found == null ? List.of() : List.copyOf(found);
        }
    }

    public boolean open() {
        return endedOn == null;
    }

    /** The check that comes next; empty when all have been made. */
    public Optional<Round> next() {
        return Arrays.stream(Round.values()).filter(round -> checks.stream()
                .noneMatch(check -> check.round() == round && check.outcome().ends())).findFirst();
    }

    /** When the next check is made: on its day, or when somebody said that they would try again. */
    public Optional<LocalDate> nextOn() {
        return next().map(round -> checks.stream().filter(check -> check.round() == round
                        && check.outcome() == Outcome.NOT_REACHED).reduce((earlier, later) -> later)
                .map(Check::onDay).orElse(round.dueOn(from)));
    }
}
