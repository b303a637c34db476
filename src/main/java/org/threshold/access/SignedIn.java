package org.threshold.access;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * What a session remembers of the person: not their roles, which may change while they are signed in.
 *
 * @param sessionVersion the account's when they signed in
 * @param session        the row of {@link Sessions}; null where there is no browser: a call of the API, or the
 *                       demonstration's own hands
 */
public record SignedIn(String username, int sessionVersion, UUID session)
        implements AuthenticatedPrincipal, Serializable {

    public SignedIn(String username, int sessionVersion) {
        this(username, sessionVersion, null);
    }

    @Override
    public String getName() {
        return username;
    }
}
