package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.threshold.access.SessionEnd;
import org.threshold.access.Sessions;
import org.threshold.access.SignInSettings;
import org.threshold.access.SignedIn;

/**
 * Signing out ends the session here and, for whoever came by the provider, there too. The way there is a page of ours
 * that leads on, not a redirect: a form may lead to no other site, also not by a detour.
 */
@Component
class SignOut implements LogoutHandler, LogoutSuccessHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignOut.class);
    private static final String TOKEN = SignOut.class.getName() + ".token";
    /** Without a query: providers compare it letter by letter with what is registered. */
    static final String BACK = SignInDoor.PATH + "/signed-out";
    static final String LEAVING = SignOut.class.getName() + ".leaving";

    private final Sessions sessions;
    private final Provider provider;
    private final SignInSettings settings;

    SignOut(Sessions sessions, Provider provider, SignInSettings settings) {
        this.sessions = sessions;
        this.provider = provider;
        this.settings = settings;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            request.setAttribute(TOKEN, session.getAttribute(NewSession.ID_TOKEN));
        }
        if (who != null && who.getPrincipal() instanceof SignedIn signedIn && signedIn.session() != null) {
            sessions.over(signedIn.session(), SessionEnd.SIGNED_OUT);
        }
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        Optional<String> there = request.getAttribute(TOKEN) instanceof String token
                ? providersAddress(request, token) : Optional.empty();
        if (there.isPresent()) {
            request.getSession().setAttribute(LEAVING, there.get());
            response.sendRedirect(SignInDoor.PATH + "/provider?signedOut");
        } else {
            response.sendRedirect(SignInDoor.PATH + "?signedOut");
        }
    }

    private Optional<String> providersAddress(HttpServletRequest request, String token) {
        try {
            String back = UriComponentsBuilder.newInstance().scheme(request.getScheme()).host(request.getServerName())
                    .port(request.getServerPort() == (request.isSecure() ? 443 : 80) ? -1 : request.getServerPort())
                    .path(BACK).build().toUriString();
            return provider.signOutAddress().map(address -> UriComponentsBuilder.fromUriString(address)
                    .queryParam("id_token_hint", token)
                    .queryParam("client_id", SignInDoor.encoded(settings.oidc().clientId()))
                    .queryParam("post_logout_redirect_uri", SignInDoor.encoded(back)).build(true).toUriString());
        } catch (RuntimeException outOfReach) {
            LOG.warn("The provider cannot be asked to sign somebody out: {}", outOfReach.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
