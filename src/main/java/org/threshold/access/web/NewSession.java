package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.threshold.access.Directory;
import org.threshold.access.Sessions;
import org.threshold.access.Sessions.Beginning;
import org.threshold.access.Sessions.Way;
import org.threshold.access.SignInSettings;
import org.threshold.access.SignedIn;

/** Begins a session: the same for whoever came by password and by the provider. */
@Component
class NewSession {

    /** The ID token, which the provider asks for when they sign out there too. */
    static final String ID_TOKEN = NewSession.class.getName() + ".idToken";

    private static final Duration CLEARED_AFTER = Duration.ofMinutes(15);

    private final Sessions sessions;
    private final Directory directory;
    private final KnownBrowsers browsers;
    private final Duration idle;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    NewSession(Sessions sessions, Directory directory, KnownBrowsers browsers, SignInSettings settings) {
        this.sessions = sessions;
        this.directory = directory;
        this.browsers = browsers;
        this.idle = settings.idle();
    }

    void begin(Authentication proof, HttpServletRequest request, HttpServletResponse response) {
        String username = proof.getName();
        int version = proof.getPrincipal() instanceof SignedIn checked ? checked.sessionVersion()
                : directory.standing(username).orElseThrow().sessionVersion();
        UUID id = sessions.begin(username, beginning(proof, request));
        if (proof.getPrincipal() instanceof OidcUser user) {
            request.getSession().setAttribute(ID_TOKEN, user.getIdToken().getTokenValue());
        } else {
            browsers.remember(username, request, response);
        }
        // The guard ends it first and says why; what nobody comes back to is cleared from memory soon after.
        request.getSession().setMaxInactiveInterval((int) idle.plus(CLEARED_AFTER).toSeconds());
        keep(new SignedIn(username, version, id), request, response);
    }

    /** Puts the person into the session that the browser has. */
    void keep(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    private static Beginning beginning(Authentication proof, HttpServletRequest request) {
        String browser = BrowserWords.of(request.getHeader("User-Agent"));
        String address = request.getRemoteAddr();
        return proof.getPrincipal() instanceof OidcUser user
                ? new Beginning(Way.PROVIDER, address, browser, user.getSubject(), user.getClaimAsString("sid"))
                : new Beginning(Way.PASSWORD, address, browser, null, null);
    }
}
