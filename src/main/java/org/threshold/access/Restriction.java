package org.threshold.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case that exists only for the people named on it.
 *
 * @param reason      why, as it was written; shown to whoever may see the case
 * @param manager     username of who answers for the names; always one of {@code people}
 * @param people      who is named, oldest first
 * @param emergencies who sees it in an emergency at this moment, oldest first
 */
public record Restriction(String caseReference, RestrictionKind kind, String reason, String manager,
                          String restrictedBy, Instant restrictedAt, List<Named> people,
                          List<Emergency> emergencies) {

    public Restriction {
        people = List.copyOf(people);
        emergencies = List.copyOf(emergencies);
    }

    /** Somebody named on the case, by whom and since when. */
    public record Named(String username, String by, Instant since) {
    }

    /** Somebody who opened the case in an emergency, why, and until when it lasts. */
    public record Emergency(String username, String reason, Instant since, Instant until) {
    }

    public boolean managedBy(String username) {
        return manager.equals(username);
    }

    public boolean names(String username) {
        return people.stream().anyMatch(named -> named.username().equals(username));
    }

    public Optional<Emergency> emergencyOf(String username) {
        return emergencies.stream().filter(emergency -> emergency.username().equals(username)).findFirst();
    }
}
