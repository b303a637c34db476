package org.threshold.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps cookies and follows no redirects. */
public class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String base;
    private String address;
    private String userAgent;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Speaks from that address from now on, as the operator's proxy would say. */
    public Visitor from(String newAddress) {
        address = newAddress;
        return this;
    }

    public static Visitor signedIn(int port, String username) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> answer = visitor.signIn(username, "demo");
        if (answer.headers().firstValue("Location").orElse("/sign-in").contains("/sign-in")) {
            throw new AssertionError("Could not sign in as " + username);
        }
        return visitor;
    }

    /** With a browser that says that of itself. */
    static Visitor signedIn(int port, String username, String userAgent) {
        Visitor visitor = new Visitor(port);
        visitor.userAgent = userAgent;
        visitor.signIn(username, "demo");
        return visitor;
    }

    public HttpResponse<String> signIn(String username, String password) {
        return post("/sign-in", "/sign-in", Map.of("username", username, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Sends a form with the CSRF token of the given page. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("No form with a token on " + page);
        }
        all.put("_csrf", token.group(1));
        return postWithoutToken(path, all);
    }

    public HttpResponse<String> postWithoutToken(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", base + path)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** As a browser sends a form from a page of the service, with a token that the page had. */
    public HttpResponse<String> postFromPage(String page, String path, String token, Map<String, String> fields) {
        return postAs(page, path, token, fields, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate");
    }

    /** The same with other headers than a browser sends from a page of the service. */
    public HttpResponse<String> postAs(String page, String path, String token, Map<String, String> fields,
                                       String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        HttpRequest.Builder request = form(path, all).setHeader("Referer", base + page);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The token of a page's forms, as it stands there. */
    public String tokenOf(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new AssertionError("No form with a token on " + page);
        }
        return token.group(1);
    }

    /** Asks for an address with everything in it, also of another server. */
    public HttpResponse<String> follow(String address) {
        return send(HttpRequest.newBuilder(URI.create(base).resolve(address)).GET());
    }

    public HttpResponse<String> bearer(String path, String token) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> basic(String path, String username, String password, String... headers) {
        String credentials = Base64.getEncoder()
                .encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Basic " + credentials);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public String sessionId() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("threshold"))
                .map(java.net.HttpCookie::getValue).findFirst().orElse(null);
    }

    public void loseCookies() {
        cookies.getCookieStore().removeAll();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (address != null) {
            request.header("X-Forwarded-For", address);
        }
        if (userAgent != null) {
            request.header("User-Agent", userAgent);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
