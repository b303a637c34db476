package org.threshold.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.threshold.access.SignInSettings;

/** A provider that does not answer, or not as it should, is no reason not to start, and is asked again later. */
class ProviderTest {

    @Test
    void oneOutOfReachIsToldWhenItIsNeededAndAskedAgain() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = "http://localhost:" + server.getAddress().getPort() + "/council";
        InetSocketAddress address = server.getAddress();
        server.start();
        server.stop(0);
        Provider provider = provider(issuer);
        assertThat(provider.isOn()).isTrue();
        assertThatThrownBy(provider::registration).isInstanceOf(IllegalArgumentException.class);

        HttpServer back = HttpServer.create(address, 0);
        answering(back, issuer);
        try {
            assertThat(provider.registration().getProviderDetails().getAuthorizationUri()).isEqualTo(issuer + "/auth");
            assertThat(provider.findByRegistrationId("another")).isNull();
        } finally {
            back.stop(0);
        }
    }

    @Test
    void oneThatCallsItselfByAnotherNameIsRefused() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answering(server, "https://another.example");
        try {
            Provider provider = provider("http://localhost:" + server.getAddress().getPort() + "/council");
            assertThatThrownBy(provider::registration).isInstanceOf(IllegalArgumentException.class);
        } finally {
            server.stop(0);
        }
    }

    private static void answering(HttpServer server, String issuer) {
        byte[] metadata = """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer).getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, metadata.length);
            exchange.getResponseBody().write(metadata);
            exchange.close();
        });
        server.start();
    }

    private static Provider provider(String issuer) {
        SignInSettings settings = new Binder(new MapConfigurationPropertySource(Map.of(
                "threshold.sign-in.oidc.issuer", issuer, "threshold.sign-in.oidc.client-id", "threshold")))
                .bindOrCreate("threshold.sign-in", SignInSettings.class);
        return new Provider(settings, new RestTemplateBuilder());
    }
}
