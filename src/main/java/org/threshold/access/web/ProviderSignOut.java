package org.threshold.access.web;

import com.nimbusds.jose.JOSEObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.threshold.access.OpenToAll;
import org.threshold.access.SessionTime;
import org.threshold.access.Sessions;
import org.threshold.access.SignInSettings;

/**
 * Somebody signed out at the provider, or was shut out there, so their sessions here end.
 *
 * <p>Source: OpenID Connect Back-Channel Logout 1.0 and Front-Channel Logout 1.0.
 */
@Controller
class ProviderSignOut {

    static final String BACK = "/sign-in/back-channel";
    static final String FRONT = "/sign-in/front-channel";
    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignOut.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    /** A token that somebody kept and sends again later ends nothing. */
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final int SHORTEST_SESSION = 8;

    private final Provider provider;
    private final SignInSettings settings;
    private final Sessions sessions;
    private final SessionTime time;
    private volatile NimbusJwtDecoder decoder;

    ProviderSignOut(Provider provider, SignInSettings settings, Sessions sessions, SessionTime time) {
        this.provider = provider;
        this.settings = settings;
        this.sessions = sessions;
        this.time = time;
    }

    /** From the provider's server; the signature says that it is the provider. */
    @PostMapping(BACK)
    @ResponseBody
    @OpenToAll("The provider proves who it is with its signature")
    ResponseEntity<Map<String, String>> back(@RequestParam(name = "logout_token", defaultValue = "") String token) {
        if (!provider.isOn()) {
            return answer(404, "not_found");
        }
        try {
            Jwt logout = decoder().decode(token);
            sessions.endAtProvider(logout.getSubject(), logout.getClaimAsString("sid"), logout.getIssuedAt());
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (JwtException invalid) {
            LOG.warn("A sign-out of the provider was refused: its token is not valid");
            return answer(400, "invalid_request");
        } catch (IllegalArgumentException outOfReach) {
            LOG.warn("A sign-out of the provider could not be checked: the provider is out of reach");
            return answer(503, "temporarily_unavailable");
        }
    }

    /** In a frame of the provider's page; nobody could guess a session's number. */
    @GetMapping(FRONT)
    @ResponseBody
    @OpenToAll("Whoever knows a session's number at the provider is the provider")
    ResponseEntity<Map<String, String>> front(@RequestParam(defaultValue = "") String iss,
                                              @RequestParam(defaultValue = "") String sid) {
        if (provider.isOn() && iss.equals(settings.oidc().issuer()) && sid.length() >= SHORTEST_SESSION) {
            sessions.endAtProvider(null, sid, time.now());
        }
        // The same answer for a right and a wrong number.
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    }

    private static ResponseEntity<Map<String, String>> answer(int status, String error) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(Map.of("error", error));
    }

    private NimbusJwtDecoder decoder() {
        if (decoder == null) {
            ClientRegistration registration = provider.registration();
            NimbusJwtDecoder fresh = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
                    .restOperations(provider.rest()).validateType(false).build();
            fresh.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
                    new JwtIssuerValidator(settings.oidc().issuer()), this::isLogout));
            decoder = fresh;
        }
        return decoder;
    }

    /** Each line is a demand of section 2.6 of the specification. */
    private OAuth2TokenValidatorResult isLogout(Jwt token) {
        Object type = token.getHeaders().get("typ");
        Instant issued = token.getIssuedAt();
        boolean valid = List.of("logout+jwt", "JWT").contains(Objects.toString(type, JOSEObjectType.JWT.getType()))
                && token.getAudience() != null && token.getAudience().contains(settings.oidc().clientId())
                && issued != null && Duration.between(issued, time.now()).abs().compareTo(OLDEST) <= 0
                && token.getClaim("events") instanceof Map<?, ?> events && events.containsKey(EVENT)
                && (token.getSubject() != null || token.hasClaim("sid"))
                && !token.hasClaim("nonce");
        return valid ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request"));
    }
}
