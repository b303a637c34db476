package org.threshold.access.store;

import java.time.Instant;
import java.util.UUID;

/**
 * One browser in which somebody is signed in.
 *
 * @param way             PASSWORD or PROVIDER
 * @param providerSubject who they are at the provider, or null
 * @param providerSession the session there, or null
 */
public record SessionRow(UUID id, String username, String way, Instant beganAt, Instant lastSeenAt, String address,
                         String browser, String providerSubject, String providerSession) {
}
