package org.threshold.access;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * What a session remembers of the person: not their roles, which may change while they are signed in.
 *
 * @param sessionVersion the account's when they signed in
 */
public record SignedIn(String username, int sessionVersion) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return username;
    }
}
