package org.threshold.access;

import java.util.Set;

/**
 * What an administrator writes about a person.
 *
 * @param worksForAuthority false for agency staff
 */
public record AccountDetails(String username, String name, Set<Role> roles, Set<String> teams,
                             boolean worksForAuthority) {

    public AccountDetails {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }
}
