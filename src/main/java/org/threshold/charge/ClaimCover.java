package org.threshold.charge;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * For which nights of a placement Housing Benefit could have paid and does not, and why: what the claim knows and the
 * account asks, so that arrears can be told apart by what caused them.
 */
public interface ClaimCover {

    /** Why no benefit stands against the eligible part of a night's charge. */
    enum Cause {
        LATE_CLAIM("Claim made late"), NO_CLAIM("No claim made"), NOT_DECIDED("Claim not decided yet"),
        REFUSED("Claim refused"), AWARDED_NOT_CREDITED("Benefit awarded, not on the account yet");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param from       the first night
     * @param until      the day after the last night
     * @param mostWeekly what benefit pays a week at most, in pence, where that is known; what is more is the household's
     *                   own share. Null where the whole eligible charge has this cause
     */
    record Uncovered(LocalDate from, LocalDate until, Cause cause, Integer mostWeekly) {

        public Uncovered {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("A period has at least one night");
            }
        }

        public Uncovered(LocalDate from, LocalDate until, Cause cause) {
            this(from, until, cause, null);
        }
    }

    /**
     * As the claims stand now, asked in one statement for all.
     *
     * @param asOf only nights before this day
     * @return by placement, in order of nights and without overlap. Nights of an award are named as not credited;
     *         those that a credit was posted for the account leaves out itself. What is owed for nights that are not
     *         named is the household's own share. A placement that is not named at all has no claim: all of its
     *         nights count as not claimed
     */
    Map<Long, List<Uncovered>> uncovered(Collection<Long> placementIds, LocalDate asOf);

    default List<Uncovered> uncovered(long placementId, LocalDate asOf) {
        return uncovered(List.of(placementId), asOf).getOrDefault(placementId, List.of());
    }
}
