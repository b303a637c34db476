package org.threshold.access.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;
import org.threshold.access.SignInSettings;

/**
 * The council's provider as it describes itself. Read when first needed and then kept: Threshold starts, and people with
 * a password sign in, while the provider is out of reach.
 */
@Component
class Provider implements ClientRegistrationRepository {

    static final String ID = "council";
    static final String RETURN = "/sign-in/return";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {
            };

    private final SignInSettings.Oidc settings;
    private final RestOperations rest;
    private volatile ClientRegistration registration;

    Provider(SignInSettings settings, RestTemplateBuilder rest) {
        this.settings = settings.oidc();
        this.rest = rest.connectTimeout(LONGEST_WAIT).readTimeout(LONGEST_WAIT).build();
    }

    boolean isOn() {
        return settings.isOn();
    }

    /** @throws IllegalArgumentException when the provider cannot be reached, or is not what the settings say */
    ClientRegistration registration() {
        if (registration == null) {
            registration = read();
        }
        return registration;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return isOn() && ID.equals(id) ? registration() : null;
    }

    /** Where a browser goes to sign out at the provider too; empty where it has no such address. */
    Optional<String> signOutAddress() {
        return Optional.ofNullable(registration().getProviderDetails().getConfigurationMetadata()
                .get("end_session_endpoint")).map(Object::toString);
    }

    /** With limits on how long an answer may take. */
    RestOperations rest() {
        return rest;
    }

    private ClientRegistration read() {
        ClientRegistration.Builder builder = ClientRegistrations.fromOidcConfiguration(metadata())
                .registrationId(ID).clientName(settings.name()).clientId(settings.clientId())
                .redirectUri("{baseUrl}" + RETURN).scope(settings.scopes()).userNameAttributeName("sub");
        if (settings.clientSecret().isEmpty()) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            builder.clientSecret(settings.clientSecret());
        }
        return builder.build();
    }

    /** OpenID Connect Discovery 1.0, section 4; a provider that calls itself otherwise is another one. */
    private Map<String, Object> metadata() {
        try {
            Map<String, Object> metadata = rest.exchange(RequestEntity.get(settings.issuer().replaceFirst("/$", "")
                    + "/.well-known/openid-configuration").build(), METADATA).getBody();
            if (metadata == null || !settings.issuer().equals(metadata.get("issuer"))) {
                throw new IllegalArgumentException("It does not call itself by the issuer of the settings");
            }
            return metadata;
        } catch (RestClientException outOfReach) {
            throw new IllegalArgumentException("It cannot be reached", outOfReach);
        }
    }
}
