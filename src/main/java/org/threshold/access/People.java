package org.threshold.access;

import java.util.List;
import java.util.Optional;

/** Accounts and teams, for everyone who must name an owner. */
public interface People {

    Optional<Officer> find(String username);

    /** The name to show for a username; the username itself when the account is gone. */
    String nameOf(String username);

    /** Where to write to them by e-mail; empty when no address is kept, or the account is gone or disabled. */
    Optional<String> emailOf(String username);

    List<Officer> membersOf(String team);

    List<Team> teams();

    Optional<Team> team(String key);
}
