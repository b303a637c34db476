package org.threshold.homelessness;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.threshold.access.Officer;
import org.threshold.access.Role;

/**
 * Who may decide a review: an officer who had no part in the decision and is senior to everyone who made it (reg 5 of
 * SI 2018/223). Where somebody who made it has no account here, so that their rank is not known, a team leader or
 * higher: the cautious reading.
 */
final class ReviewerIndependence {

    private ReviewerIndependence() {
    }

    /**
     * Why the officer may not decide the review, in words to them, or empty when they may.
     *
     * @param makers  those who made the decision and have an account
     * @param unknown whether somebody else made it too
     */
    static Optional<String> refusal(Officer reviewer, Collection<Officer> makers, boolean unknown) {
        List<String> names = makers.stream().map(Officer::username).toList();
        if (names.contains(reviewer.username())) {
            return Optional.of("You cannot decide this review, because you made the decision that is reviewed.");
        }
        if (reviewer.seniority() < Role.SENIOR_OFFICER.seniority()) {
            return Optional.of("You cannot decide this review. A senior officer or higher must.");
        }
        int made = makers.stream().mapToInt(Officer::seniority).max().orElse(0);
        if (reviewer.seniority() <= made) {
            return Optional.of("You cannot decide this review. It needs somebody more senior than everyone who made"
                    + " the decision.");
        }
        if (unknown && reviewer.seniority() < Role.TEAM_LEADER.seniority()) {
            return Optional.of("You cannot decide this review. It is not known here how senior the officer was who"
                    + " made the decision, so a team leader or higher must.");
        }
        return Optional.empty();
    }
}
