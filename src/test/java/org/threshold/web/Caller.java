package org.threshold.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whoever sends something over HTTP, right or wrong: with a session or without, with a token or without. */
final class Caller {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern PAGE = Pattern.compile("name=\"page\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private final String base;
    private String token = "none";
    private String page = "none";
    private String address;

    /** @param text the body without markup */
    record Reply(int status, String text, String location, HttpHeaders headers) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    private Caller(int port) {
        base = "http://localhost:" + port;
    }

    static Caller stranger(int port) {
        return new Caller(port);
    }

    static Caller signedIn(int port, String username) {
        Caller caller = new Caller(port);
        caller.get("/sign-in");
        Reply reply = caller.post("/sign-in", "username", username, "password", "demo");
        if (reply.status() != 302 || reply.location().contains("sign-in")) {
            throw new IllegalStateException(username + " could not sign in: " + reply);
        }
        caller.get("/clocks/calculator");
        return caller;
    }

    /** The id that the browser holds of its session; empty without one. */
    String session() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("threshold"))
                .map(java.net.HttpCookie::getValue).findFirst().orElse("");
    }

    String token() {
        return token;
    }

    /** What a public page carries to show that it came from here. */
    String page() {
        return page;
    }

    /** Speaks from that address from now on, as the operator's proxy would say. */
    Caller from(String newAddress) {
        address = newAddress;
        return this;
    }

    /** The session is gone, as after a night; what the page held, its token too, is still sent. */
    Caller whoseSessionExpired() {
        cookies.getCookieStore().removeAll();
        return this;
    }

    Reply get(String path) {
        return send("GET", path, null, new byte[0]);
    }

    Reply post(String path, String... pairs) {
        return postForm(path, form(pairs) + "&_csrf=" + encode(token));
    }

    Reply postForm(String path, String body) {
        return send("POST", path, FORM, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    Reply send(String method, String path, String contentType, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        request.header("Accept", path.startsWith("/api/") || path.startsWith("/v3/") ? "application/json"
                : path.endsWith(".bpmn") ? "application/xml" : "text/html,application/xhtml+xml");
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (address != null) {
            request.header("X-Forwarded-For", address);
        }
        try {
            HttpResponse<String> response = http.send(request.build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            Matcher carried = PAGE.matcher(response.body());
            if (carried.find()) {
                page = carried.group(1);
            }
            return new Reply(response.statusCode(), plain(response.body()),
                    response.headers().firstValue("Location").orElse(""), response.headers());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Pairs of name and value as a browser encodes them. */
    static String form(String... pairs) {
        List<String> fields = new ArrayList<>();
        for (int at = 0; at < pairs.length; at += 2) {
            fields.add(encode(pairs[at]) + "=" + encode(pairs[at + 1]));
        }
        return String.join("&", fields);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String plain(String body) {
        return body.replaceAll("<[^>]+>", " ").replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<")
                .replace("&gt;", ">").replace("&amp;", "&").replaceAll("\\s+", " ").strip();
    }
}
