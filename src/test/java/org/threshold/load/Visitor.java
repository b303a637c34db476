package org.threshold.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;

/** Somebody of the demonstration who asks a running service for its pages. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String service;
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Visitor(ConfigurableApplicationContext service) {
        this.service = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
    }

    Visitor signIn(String username) throws IOException, InterruptedException {
        assertThat(post("/sign-in", Map.of("username", username, "password", "demo"), token("/sign-in")).statusCode())
                .isEqualTo(302);
        return this;
    }

    /** What a form on that page must send back. */
    String token(String path) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get(path).body());
        assertThat(token.find()).as("token on " + path).isTrue();
        return token.group(1);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String token)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        fields.forEach((name, value) -> body.append('&').append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return browser.send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** How long the page takes; it must be there. */
    Timing time(int runs, String path) throws Exception {
        return Timing.of(runs, () -> {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
            return null;
        });
    }

    private URI address(String path) {
        return URI.create(service + path);
    }
}
