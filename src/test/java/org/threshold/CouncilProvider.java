package org.threshold;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real OpenID Connect server, as a council has one: discovery, keys, code flow with PKCE, sign-out. Who signs in types
 * a username (the subject) and their claims on its page.
 */
public final class CouncilProvider {

    public static final String CLIENT = "threshold-web";
    public static final String AUDIENCE = "threshold-api";
    private static final String ISSUER = "council";
    private static final int HOUR = 3600;

    private final MockOAuth2Server server;

    private CouncilProvider(MockOAuth2Server server) {
        this.server = server;
    }

    static CouncilProvider start() {
        MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(true));
        try {
            server.start(InetAddress.getByName("localhost"), 0);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new CouncilProvider(server);
    }

    /** Mapped as Keycloak gives them: roles in a path, groups as paths. */
    void settings(DynamicPropertyRegistry properties) {
        String oidc = "threshold.sign-in.oidc.";
        properties.add(oidc + "issuer", this::issuer);
        properties.add(oidc + "client-id", () -> CLIENT);
        properties.add(oidc + "client-secret", () -> "a secret of the tests");
        properties.add(oidc + "roles-claim", () -> "realm_access.roles");
        properties.add(oidc + "roles.officer", () -> "threshold-officer");
        properties.add(oidc + "roles.team-leader", () -> "threshold-leader, threshold-duty-leader");
        properties.add(oidc + "roles.administrator", () -> "threshold-admin");
        properties.add(oidc + "authority", () -> "own-staff");
        properties.add(oidc + "teams.north", () -> "/threshold/north");
        properties.add(oidc + "teams.south", () -> "/threshold/south");
        properties.add("threshold.sign-in.api.audience", () -> AUDIENCE);
    }

    public String issuer() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** What a person's ID token says of them. */
    public static String claims(String username, String name, List<String> roles, List<String> groups) {
        return """
                {"preferred_username": "%s@council.example", "name": "%s", "email": "%s@council.example",
                 "sid": "sid-of-%s", "realm_access": {"roles": [%s]}, "groups": [%s]}
                """.formatted(username, name, username, username, quoted(roles), quoted(groups));
    }

    private static String quoted(List<String> values) {
        return String.join(", ", values.stream().map(value -> '"' + value + '"').toList());
    }

    /** Fills in the provider's page as a person would; gives the address that it then leads to. */
    public String signIn(String page, String subject, String claims) {
        String body = "username=" + encoded(subject) + "&claims=" + encoded(claims);
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(page))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            return answer.headers().firstValue("Location").orElseThrow(
                    () -> new AssertionError("The provider led nowhere: " + answer.body()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A token for the API; what the claims say comes before what is usual. */
    public String token(String subject, String audience, Map<String, Object> claims) {
        return server.issueToken(ISSUER, "some-program", new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT",
                List.of(audience), claims, HOUR)).serialize();
    }

    /** The same, signed with the same provider's key for another issuer. */
    public String tokenOfAnotherIssuer(String subject, Map<String, Object> claims) {
        return server.issueToken("other", "some-program", new DefaultOAuth2TokenCallback("other", subject, "JWT",
                List.of(AUDIENCE), claims, HOUR)).serialize();
    }

    /** What the provider's server sends when somebody signed out there. */
    public String logoutToken(String subject, Map<String, Object> besides) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        claims.put("iat", Date.from(Instant.now()));
        claims.putAll(besides);
        return server.issueToken(ISSUER, CLIENT, new DefaultOAuth2TokenCallback(ISSUER, subject, "logout+jwt",
                List.of(CLIENT), claims, HOUR) {
            @Override
            public String typeHeader(TokenRequest request) {
                return new JOSEObjectType("logout+jwt").getType();
            }
        }).serialize();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
