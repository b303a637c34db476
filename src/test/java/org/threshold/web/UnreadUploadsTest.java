package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.threshold.IntegrationTest;

/**
 * Large uploads of which only the beginning comes. Who may not send them is told so at once, so nothing was waited for;
 * who may keeps nobody else waiting.
 */
class UnreadUploadsTest extends IntegrationTest {

    private static final String API = "/api/insight/analyse";
    private static final String LOG = "case,activity,time\n1,A,2026-01-01\n1,B,2026-01-02\n";
    /** Less than the server waits for more of a body. */
    private static final int PATIENCE = 8_000;
    private static final long LARGE = 900L * 1024 * 1024;

    @LocalServerPort
    private int port;

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a stranger", "401", "text/csv", API, "", ""),
                Arguments.of("a stranger with a form", "403", "multipart/form-data; boundary=x", API, "", ""),
                Arguments.of("a wrong password", "401", "multipart/form-data; boundary=x", API, basic("officer:x"), ""),
                Arguments.of("who may not", "403", "text/csv", API, basic("officer:demo"), ""),
                Arguments.of("who may not, packed", "403", "application/gzip", API, basic("officer:demo"), ""),
                Arguments.of("who may not, with a form", "403", "multipart/form-data; boundary=x", API,
                        basic("officer:demo"), ""),
                Arguments.of("who may not, on the page", "403", "multipart/form-data; boundary=x", "/event-logs",
                        "officer", ""),
                Arguments.of("who may not, with payments", "403", "multipart/form-data; boundary=x", "/payments",
                        "analyst", ""),
                Arguments.of("a form without a token", "403", "multipart/form-data; boundary=x", "/event-logs",
                        "analyst", part("file\"; filename=\"a.csv", LOG)),
                Arguments.of("a form with a forged token", "403", "multipart/form-data; boundary=x", "/event-logs",
                        "analyst", part("_csrf", "forged") + part("file\"; filename=\"a.csv", LOG)),
                Arguments.of("a field without end", "400", "multipart/form-data; boundary=x", "/event-logs",
                        "analyst", part("zone", "x".repeat(200_000))),
                Arguments.of("fields without end", "400", "multipart/form-data; boundary=x", "/event-logs",
                        "analyst", part("zone", "x").repeat(60)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String who, String status, String type, String path, String as, String begins) throws IOException {
        String from = as.isEmpty() || as.startsWith("Authorization") ? as
                : "Cookie: threshold=" + Caller.signedIn(port, as).session() + "\r\n";
        try (Socket sender = begin(path, type, from, LARGE, begins)) {
            assertThat(statusLine(sender)).startsWith("HTTP/1.1 " + status);
        }
    }

    /** Two that stop half way are two that could be analysed at once. */
    @Test
    void whoSendsSlowlyKeepsNobodyWaiting() throws IOException {
        String analyst = basic("analyst:demo");
        try (Socket one = begin(API, "text/csv", analyst, LARGE, LOG);
                Socket other = begin(API, "text/csv", analyst, LARGE, LOG);
                Socket whole = begin(API, "text/csv", analyst, LOG.length(), LOG)) {
            assertThat(statusLine(whole)).startsWith("HTTP/1.1 200");
        }
    }

    private Socket begin(String path, String type, String from, long length, String begins) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE);
        socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + from + "Content-Type: "
                + type + "\r\nContent-Length: " + length + "\r\n\r\n" + begins).getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String statusLine(Socket socket) throws IOException {
        byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        return new String(start, StandardCharsets.ISO_8859_1);
    }

    private static String basic(String account) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
}
