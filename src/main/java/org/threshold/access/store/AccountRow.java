package org.threshold.access.store;

import java.util.Set;

/**
 * One account as it is kept.
 *
 * @param roles          names of {@code Role}
 * @param sessionVersion grows with each change that ends the sessions already open
 */
public record AccountRow(String username, String name, String passwordHash, boolean worksForAuthority,
                         boolean disabled, boolean mustChangePassword, int sessionVersion, Set<String> roles,
                         Set<String> teams) {
}
