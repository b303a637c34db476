package org.threshold.caseload;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.threshold.access.Officer;
import org.threshold.access.People;
import org.threshold.access.Team;

/** Who in the files has an account here, by username or, where only one person has it, by name. */
final class KnownPeople {

    private final People people;
    private final Map<String, Optional<String>> byName = new HashMap<>();

    KnownPeople(People people) {
        this.people = people;
        for (Team team : people.teams()) {
            for (Officer officer : people.membersOf(team.key())) {
                byName.merge(officer.name().toLowerCase(Locale.UK), Optional.of(officer.username()),
                        (one, other) -> one.equals(other) ? one : Optional.empty());
            }
        }
    }

    boolean team(String key) {
        return people.team(key).isPresent();
    }

    Optional<Officer> find(String username) {
        return people.find(username.toLowerCase(Locale.UK));
    }

    /** The username of whoever is meant, or the name as it stands. */
    String usernameOr(String name) {
        return find(name).map(Officer::username)
                .orElseGet(() -> byName.getOrDefault(name.toLowerCase(Locale.UK), Optional.empty()).orElse(name));
    }
}
