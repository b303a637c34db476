package org.threshold.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.threshold.access.NotAdmitted;
import org.threshold.access.ProvidedAccounts;

/**
 * Sign-in at the council's provider: code flow with PKCE, state and nonce. What counts is the ID token; its access token
 * is neither used nor kept.
 */
@Component
class ProviderSignIn {

    static final String START = "/sign-in/with";
    static final String CONTINUE = ProviderSignIn.class.getName() + ".continue";
    private static final String USERNAME = "threshold.username";
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final Provider provider;
    private final ProvidedAccounts accounts;

    ProviderSignIn(Provider provider, ProvidedAccounts accounts) {
        this.provider = provider;
        this.accounts = accounts;
    }

    /** Opens this door, where the operator named a provider. */
    void open(HttpSecurity http, AfterSignIn afterSignIn) throws Exception {
        if (!provider.isOn()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage(SignInDoor.PATH).loginProcessingUrl(Provider.RETURN)
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(new Wanting(provider))
                        .authorizationRequestRepository(new Remembering()))
                .redirectionEndpoint(back -> back.baseUri(Provider.RETURN))
                .userInfoEndpoint(user -> user.oidcUserService(this::admitted))
                .successHandler(afterSignIn).failureHandler(ProviderSignIn::refused));
    }

    private OidcUser admitted(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        try {
            String username = accounts.admit(token.getIssuer().toString(), token.getSubject(), token.getClaims());
            return new DefaultOidcUser(Set.of(), token, new OidcUserInfo(Map.of("sub", token.getSubject(),
                    USERNAME, username)), USERNAME);
        } catch (NotAdmitted notAdmitted) {
            throw new OAuth2AuthenticationException(new OAuth2Error("not_admitted"), notAdmitted);
        }
    }

    private static void refused(HttpServletRequest request, HttpServletResponse response,
                                AuthenticationException failure) throws java.io.IOException {
        if (failure.getCause() instanceof NotAdmitted notAdmitted) {
            response.sendRedirect("/sign-in/not-admitted?why=" + notAdmitted.why());
            return;
        }
        String code = failure instanceof OAuth2AuthenticationException known ? known.getError().getErrorCode() : "none";
        LOG.warn("Sign-in at the provider failed: {}", code.replaceAll("[^A-Za-z0-9_.-]", "?"));
        response.sendRedirect(SignInDoor.PATH + (code.equals("access_denied") ? "?cancelled" : "?failed")
                + "&continue=" + SignInDoor.encoded(SafePath.of((String) request.getAttribute(CONTINUE))));
    }

    /** Remembers with the request to the provider where the person wanted to go. */
    private static final class Wanting implements OAuth2AuthorizationRequestResolver {

        private final DefaultOAuth2AuthorizationRequestResolver usual;

        private Wanting(Provider provider) {
            usual = new DefaultOAuth2AuthorizationRequestResolver(provider, START);
            usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return wanting(usual.resolve(request), request);
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return wanting(usual.resolve(request, registration), request);
        }

        private static OAuth2AuthorizationRequest wanting(OAuth2AuthorizationRequest resolved,
                                                          HttpServletRequest request) {
            if (resolved == null) {
                return null;
            }
            OAuth2AuthorizationRequest.Builder asked = OAuth2AuthorizationRequest.from(resolved)
                    .attributes(all -> all.put(CONTINUE, SafePath.of(request.getParameter("continue"))));
            if (request.getParameter("other") != null) {
                // The provider asks who they are even where it knows somebody: a shared machine.
                asked.additionalParameters(all -> all.put("prompt", "login"));
            }
            return asked.build();
        }
    }

    /** Tells the rest of the request where they wanted to go, once the provider has sent them back. */
    private static final class Remembering implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

        private final HttpSessionOAuth2AuthorizationRequestRepository session =
                new HttpSessionOAuth2AuthorizationRequestRepository();

        @Override
        public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            return session.loadAuthorizationRequest(request);
        }

        @Override
        public void saveAuthorizationRequest(OAuth2AuthorizationRequest asked, HttpServletRequest request,
                                             HttpServletResponse response) {
            session.saveAuthorizationRequest(asked, request, response);
        }

        @Override
        public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
                                                                     HttpServletResponse response) {
            OAuth2AuthorizationRequest asked = session.removeAuthorizationRequest(request, response);
            if (asked != null) {
                request.setAttribute(CONTINUE, asked.getAttribute(CONTINUE));
            }
            return asked;
        }
    }

    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String id, Authentication who,
                                                                         HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication who,
                                         HttpServletRequest request, HttpServletResponse response) {
            // Threshold asks nothing of the provider in the person's name.
        }

        @Override
        public void removeAuthorizedClient(String id, Authentication who, HttpServletRequest request,
                                           HttpServletResponse response) {
            // None was kept.
        }
    }
}
