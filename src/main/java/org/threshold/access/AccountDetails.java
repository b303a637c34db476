package org.threshold.access;

import java.util.Set;

/**
 * What an administrator writes about a person.
 *
 * @param worksForAuthority false for agency staff
 * @param email             where Threshold may write to them; empty for nowhere
 */
public record AccountDetails(String username, String name, Set<Role> roles, Set<String> teams,
                             boolean worksForAuthority, String email) {

    public AccountDetails {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        email = email == null ? "" : email.strip();
    }

    public AccountDetails(String username, String name, Set<Role> roles, Set<String> teams,
                          boolean worksForAuthority) {
        this(username, name, roles, teams, worksForAuthority, "");
    }
}
