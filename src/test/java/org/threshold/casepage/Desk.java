package org.threshold.casepage;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An officer at a browser without JavaScript: real HTTP, real sign-in, real CSRF token. */
final class Desk {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;
    private String token;

    /** What came back; {@code location} is empty when it was no redirect. */
    record Answer(int status, String body, String location, HttpResponse<String> response) {

        /** The text of the page without markup, spaces squeezed. */
        String text() {
            return body.replaceAll("(?s)<(script|style).*?</\\1>", " ").replaceAll("<[^>]+>", " ")
                    .replace("&#39;", "'").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
                    .replace("&quot;", "\"").replaceAll("\\s+", " ");
        }
    }

    private Desk(int port) {
        this.base = "http://localhost:" + port;
    }

    static Desk signedIn(int port, String username) {
        Desk desk = new Desk(port);
        desk.get("/sign-in");
        Answer answer = desk.post("/sign-in", "username", username, "password", "demo");
        if (answer.status() != 302 || answer.location().contains("sign-in")) {
            throw new IllegalStateException(username + " could not sign in: " + answer.status() + " " + answer.location());
        }
        return desk;
    }

    static Desk signedOut(int port) {
        return new Desk(port);
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Follows one redirect. */
    Answer follow(Answer answer) {
        return get(URI.create(answer.location()).isAbsolute() ? answer.location().substring(base.length())
                : answer.location());
    }

    /** @param pairs keys and values in turn; a key may come several times */
    Answer post(String path, String... pairs) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(encode(pairs[i]) + "=" + encode(pairs[i + 1]));
        }
        if (token != null) {
            fields.add("_csrf=" + encode(token));
        }
        return postRaw(path, String.join("&", fields));
    }

    Answer postRaw(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The token comes first in the form, as on every page. */
    Answer upload(String path, UnaryOperator<FormWithFile> form) {
        FormWithFile empty = token == null ? new FormWithFile() : new FormWithFile().with("_csrf", token);
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=" + FormWithFile.BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.apply(empty).bytes())));
    }

    byte[] bytes(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(base + path)).GET().build(),
                    HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher found = TOKEN.matcher(response.body());
            while (found.find()) {
                token = found.group(1);
            }
            return new Answer(response.statusCode(), response.body(),
                    response.headers().firstValue("Location").orElse(""), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
