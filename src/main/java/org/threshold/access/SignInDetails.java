package org.threshold.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where somebody tries to sign in, and whether they did so before in the same browser. */
public class SignInDetails extends WebAuthenticationDetails {

    private final boolean knownBrowser;

    public SignInDetails(HttpServletRequest request, boolean knownBrowser) {
        super(request);
        this.knownBrowser = knownBrowser;
    }

    public boolean isKnownBrowser() {
        return knownBrowser;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof SignInDetails details && details.knownBrowser == knownBrowser;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Boolean.hashCode(knownBrowser);
    }
}
