package org.threshold.access.web;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.stereotype.Component;
import org.threshold.access.Directory;
import org.threshold.access.SignInSettings;
import org.threshold.access.SignedIn;

/**
 * Calls with a token of the council's provider: signature, issuer, time, audience and scope are checked, and the subject
 * must be that of an account. What the account may do is decided as for everybody.
 */
@Component
class BearerTokens {

    private final SignInSettings settings;
    private final Provider provider;
    private final Directory directory;
    private final ProblemAnswers problems;
    private volatile NimbusJwtDecoder decoder;

    BearerTokens(SignInSettings settings, Provider provider, Directory directory, ProblemAnswers problems) {
        this.settings = settings;
        this.provider = provider;
        this.directory = directory;
        this.problems = problems;
    }

    /** Where the operator named an audience. */
    void open(HttpSecurity http) throws Exception {
        if (settings.api().isOn()) {
            http.oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(problems).accessDeniedHandler(problems)
                    .jwt(jwt -> jwt.decoder(checking()).jwtAuthenticationConverter(this::account))
                    .withObjectPostProcessor(new Reachable(problems)));
        }
    }

    private JwtDecoder checking() {
        return token -> {
            try {
                return decoder().decode(token);
            } catch (IllegalArgumentException outOfReach) {
                throw new JwtException("The provider cannot be reached");
            }
        };
    }

    /** The scope is looked at here, because a token that is valid but gives too little is 403 and not 401. */
    private UsernamePasswordAuthenticationToken account(Jwt token) {
        if (scopes(token).noneMatch(settings.api().scope()::equals)) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.insufficientScope(
                    "The token does not give the scope " + settings.api().scope(), settings.api().scope()));
        }
        String issuer = settings.oidc().issuer();
        SignedIn account = token.getSubject() == null ? null : directory.bearer(issuer, token.getSubject()).orElse(null);
        if (account == null) {
            throw new InvalidBearerTokenException("No account has this subject");
        }
        return UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
    }

    private Stream<String> scopes(Jwt token) {
        return settings.api().scopeClaims().stream().map(claim -> (Object) token.getClaim(claim))
                .filter(Objects::nonNull).flatMap(value -> value instanceof Collection<?> many
                        ? many.stream().map(String::valueOf) : Stream.of(value.toString().split(" ")));
    }

    private NimbusJwtDecoder decoder() {
        if (decoder == null) {
            NimbusJwtDecoder fresh = NimbusJwtDecoder
                    .withJwkSetUri(provider.registration().getProviderDetails().getJwkSetUri())
                    .restOperations(provider.rest())
                    // Only with a key pair: none, and a secret made of the public key, are refused.
                    .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
                    .build();
            fresh.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
                    new JwtIssuerValidator(settings.oidc().issuer()), this::isForUs));
            decoder = fresh;
        }
        return decoder;
    }

    private OAuth2TokenValidatorResult isForUs(Jwt token) {
        return token.getAudience() != null && token.getAudience().contains(settings.api().audience())
                && token.getExpiresAt() != null ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }

    /** A provider that is out of reach is not the caller's fault. */
    private record Reachable(ProblemAnswers problems) implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler((request, response, failure) -> {
                if (failure instanceof AuthenticationServiceException) {
                    problems.unavailable(request, response);
                } else {
                    problems.commence(request, response, failure);
                }
            });
            return filter;
        }
    }
}
