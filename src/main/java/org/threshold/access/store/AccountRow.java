package org.threshold.access.store;

import java.util.Set;

/**
 * One account as it is kept.
 *
 * @param passwordHash   null unless the source is LOCAL
 * @param roles          names of {@code Role}
 * @param sessionVersion grows with each change that ends the sessions already open
 * @param source         name of {@code AccountSource}
 * @param issuer         the provider that knows them as {@code subject}; both null together
 * @param email          may be null
 */
public record AccountRow(String username, String name, String passwordHash, boolean worksForAuthority,
                         boolean disabled, boolean mustChangePassword, int sessionVersion, Set<String> roles,
                         Set<String> teams, String source, String issuer, String subject, String email) {
}
