package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;
import org.threshold.web.Caller.Reply;

/** What no browser and no library sends: requests written by hand to the socket, slowly, twice, or with another's name. */
class RawRequestsTest extends IntegrationTest {

    private static final int PATIENCE = 40_000;
    private static final int HALF_OPEN = 120;

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Value("${logging.pattern.console}")
    private String pattern;
    private AllTables tables;

    @BeforeEach
    void look() {
        tables = new AllTables(jdbc);
    }

    private Socket open() throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    /** Sends and reads until the server closes the connection. */
    private String raw(String request) throws IOException {
        try (Socket socket = open()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.net.SocketException reset) {
            return "HTTP/1.1 400 closed";
        }
    }

    private static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + String.join("", List.of(headers).stream().map(header -> header + "\r\n").toList()) + "\r\n";
    }

    /** Redirects and links stay on the address that was asked, whatever name the request gives the server. */
    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: localhost\r\nX-Forwarded-Host: evil.example",
        "Host: localhost\r\nForwarded: host=evil.example;proto=http", "Host: localhost\r\nX-Forwarded-Port: 61666",
        "Host: localhost\r\nX-Original-URL: /administration/people", "Host: localhost\r\nX-Rewrite-URL: /work/all",
        "Host: localhost\r\nX-Forwarded-Prefix: //evil.example"})
    void anotherNameForTheServerLeadsNowhere(String host) throws IOException {
        for (String path : List.of("/work", "/sign-in", "/refer", "/cases/TH-100001-E", "/api/clocks/calculate")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example", "61666");
            assertThat(answer.lines().filter(line -> line.toLowerCase().startsWith("location:")))
                    .allMatch(line -> line.matches("(?i)location: /[^/].*"));
        }
    }

    @Test
    void requestsThatTwoServersWouldReadDifferentlyAreRefused() throws IOException {
        String body = "0\r\n\r\nGET /work HTTP/1.1\r\nHost: localhost\r\n\r\n";
        List<String> ambiguous = List.of(
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n"
                        + "Content-Length: 4\r\n\r\n" + body,
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding : chunked\r\n\r\n" + body,
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "GET /work HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET /work HTTP/1.1\r\n\r\n",
                "GET /wo rk HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET /work HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /work HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n",
                "GET http://evil.example/work HTTP/1.1\r\nHost: localhost\r\n\r\n",
                get("/work", "X-Long: " + "x".repeat(20_000)), get("/" + "x".repeat(20_000)));
        for (String request : ambiguous) {
            String answer = raw(request.replaceFirst("\r\nHost", "\r\nConnection: close\r\nHost"));
            assertThat(answer).as(request.lines().findFirst().orElse("")).matches("(?s)HTTP/1.1 (400|414|431|501|505).*")
                    .doesNotContain("Exception", "Apache", "Tomcat");
        }
    }

    @Test
    void whatTheServerItselfRefusesIsKeptFromCachesAndFramesToo() throws IOException {
        assertThat(raw(get("/steps/..%2f..%2fx"))).startsWith("HTTP/1.1 400").contains("Cache-Control: no-store",
                "X-Frame-Options: DENY", "X-Content-Type-Options: nosniff", "frame-ancestors 'none'");
    }

    /** Half a request holds no thread, and is let go by itself; the desk is served meanwhile. */
    @Test
    void halfOfARequestIsLetGoByItselfAndTheDeskIsServedMeanwhile() throws IOException {
        Caller officer = Caller.signedIn(port, "officer");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int at = 0; at < HALF_OPEN; at++) {
                Socket socket = open();
                socket.getOutputStream().write((at % 2 == 0 ? "GET /work HTTP/1.1\r\nHost: loc"
                        : "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 400\r\n\r\nusername=off").getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                slow.add(socket);
            }
            long before = System.nanoTime();
            assertThat(officer.get("/clocks/calculator").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            for (Socket socket : slow) {
                assertThat(end(socket)).matches("(?s)|HTTP/1.1 4.*");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** What the server said before it closed the connection; often nothing. */
    private static String end(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException still) {
            return "still open";
        } catch (IOException reset) {
            return "";
        }
    }

    @Test
    void aSessionThatWasPlantedIsNotTakenAndOneThatEndedIsDead() throws IOException {
        String planted = "Cookie: threshold=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        assertThat(raw(get("/sign-in", planted))).doesNotContain("threshold=AAAA");
        assertThat(raw(get("/work", planted))).startsWith("HTTP/1.1 302").contains("/sign-in");

        Caller officer = Caller.stranger(port);
        officer.get("/sign-in");
        String before = officer.session();
        officer.post("/sign-in", "username", "officer", "password", "demo");
        String inside = officer.session();
        assertThat(inside).isNotEqualTo(before).isNotBlank();
        assertThat(raw(get("/clocks/calculator", "Cookie: threshold=" + before))).startsWith("HTTP/1.1 302");
        assertThat(raw(get("/clocks/calculator", "Cookie: threshold=" + inside))).startsWith("HTTP/1.1 200");
        officer.get("/clocks/calculator");
        officer.post("/sign-out");
        assertThat(raw(get("/clocks/calculator", "Cookie: threshold=" + inside))).startsWith("HTTP/1.1 302");
    }

    /** A request that was overheard and is sent again: a step and an approach happen once, and nothing after sign-out. */
    @Test
    void whatIsSentAgainHappensOnce() {
        Caller officer = Caller.signedIn(port, "officer");
        officer.get("/approaches/new");
        String[] approach = {"formId", UUID.randomUUID().toString(), "people", "0", "do", "continue", "familyName",
            "Again" + UUID.randomUUID().toString().replaceAll("[^a-f]", ""), "bornNotKnown", "yes", "reason", "Asked"};
        Reply first = officer.post("/approaches/new", approach);
        assertThat(officer.post("/approaches/new", approach).location()).isEqualTo(first.location());
        String token = officer.token();
        officer.get("/clocks/calculator");
        officer.post("/sign-out");
        var before = tables.held();
        assertThat(officer.postForm("/approaches/new", Caller.form(approach) + "&_csrf=" + token).location())
                .contains("/sign-in");
        assertThat(tables.held()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example",
        "/%09/evil.example", "javascript:alert(1)", "/sign-out", " /work", "/work\r\nX-Injected: yes", "///evil.example",
        "http:evil.example", "/@evil.example/../..//evil.example\\", ""})
    void wherePeopleWantedToGoIsAlwaysHere(String wanted) {
        Caller officer = Caller.stranger(port);
        officer.get("/sign-in");
        Reply in = officer.post("/sign-in", "username", "officer", "password", "demo", "continue", wanted);
        Reply refused = Caller.signedIn(port, "officer").post("/presence", "place", "remote", "continue", wanted);
        for (Reply reply : List.of(in, refused)) {
            assertThat(reply.status()).isEqualTo(302);
            assertThat(reply.location()).startsWith("/").doesNotStartWith("//").doesNotContain("\\", "sign-out")
                    .satisfies(to -> assertThat(to.replaceFirst("^/presence\\?continue=", "")).doesNotStartWith("%2F%2F"));
            assertThat(reply.headers().map()).doesNotContainKey("x-injected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example",
        "Sec-Fetch-Site: cross-site\r\nOrigin: https://evil.example"})
    void aPageOfAnotherSiteDoesNotUseTheApi(String header) throws IOException {
        String basic = "Authorization: Basic " + Base64.getEncoder().encodeToString("officer:demo".getBytes());
        String path = "/api/clocks/calculate?kind=RELIEF_DUTY&trigger=2026-06-01";
        assertThat(raw(get(path, basic))).startsWith("HTTP/1.1 200");
        assertThat(raw(get(path, basic, header))).startsWith("HTTP/1.1 403").doesNotContain("Access-Control-Allow");
        assertThat(raw("OPTIONS " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                + "\r\nAccess-Control-Request-Method: GET\r\n\r\n")).doesNotContain("Access-Control-Allow");
    }

    /** Each message is one line of the log, so that nobody writes a line of their own into it. */
    @Test
    void nobodyWritesALineOfTheirOwnIntoTheLog() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStreamAppender<ILoggingEvent> log = appender(root, written);
        try {
            String forged = "officer\r\n2026-01-01 WARN FORGED line\u001B[31m\u2028FORGED";
            Caller stranger = Caller.stranger(port);
            stranger.get("/sign-in");
            stranger.post("/sign-in", "username", forged, "password", "x");
            raw(get("/work", "X-Forwarded-For: 10.1.1.1 FORGED", "User-Agent: FORGED"));
            LoggerFactory.getLogger("org.threshold.test").warn("Somebody typed {}", forged);
        } finally {
            root.detachAppender(log);
            log.stop();
        }
        assertThat(written.toString(StandardCharsets.UTF_8).lines().filter(line -> line.contains("FORGED")))
                .hasSize(1).allMatch(line -> line.contains("Somebody typed officer 2026-01-01"))
                .noneMatch(line -> line.contains("\u001B[31m") || line.contains("\u2028"));
    }

    private OutputStreamAppender<ILoggingEvent> appender(Logger root, ByteArrayOutputStream written) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(root.getLoggerContext());
        encoder.setCharset(StandardCharsets.UTF_8);
        // The service's own pattern, without the colours of a terminal.
        encoder.setPattern(pattern.replace("%clr(%5p)", "%5p").replaceAll("%clr\\((.*?)\\)\\{[a-z]+}", "$1")
                .replace("%wEx", "%ex"));
        encoder.start();
        OutputStreamAppender<ILoggingEvent> log = new OutputStreamAppender<>();
        log.setContext(root.getLoggerContext());
        log.setEncoder(encoder);
        log.setOutputStream(written);
        log.start();
        root.addAppender(log);
        return log;
    }
}
