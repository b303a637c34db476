package org.threshold.access.web;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
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
            try {
                registration = read();
            } catch (IllegalStateException another) {
                // It calls itself by another name than the settings do.
                throw new IllegalArgumentException(another.getMessage(), another);
            }
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
        ClientRegistration.Builder builder = ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID).clientName(settings.name()).clientId(settings.clientId())
                .redirectUri("{baseUrl}" + RETURN).scope(settings.scopes()).userNameAttributeName("sub");
        if (settings.clientSecret().isEmpty()) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            builder.clientSecret(settings.clientSecret());
        }
        return builder.build();
    }
}
