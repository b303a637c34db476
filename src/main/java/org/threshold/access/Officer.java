package org.threshold.access;

import java.util.Set;

/**
 * A person with an account, or the service itself acting from a timer.
 *
 * @param worksForAuthority false for agency staff, who may not authorise a section 193B notice
 */
public record Officer(String username, String name, Set<Role> roles, Set<String> teams, boolean worksForAuthority) {

    /** Who acts when a clock runs out and no person is at the desk. */
    public static final Officer SERVICE = new Officer("threshold", "Threshold", Set.of(), Set.of(), false);

    public Officer {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public int seniority() {
        return roles.stream().mapToInt(Role::seniority).max().orElse(0);
    }
}
