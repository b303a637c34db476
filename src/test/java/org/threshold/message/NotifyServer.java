package org.threshold.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** GOV.UK Notify as its documentation describes it, on this machine: it checks the key, and keeps what it is handed. */
final class NotifyServer implements AutoCloseable {

    static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    static final String KEY = "threshold-" + SERVICE + "-" + SECRET;
    static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    static final String FILE_TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08b";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<ObjectNode> taken = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int refuses;
    private volatile boolean silent;
    private volatile boolean breaking;

    NotifyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v2/notifications", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers so from now on to what it is handed; 0: takes it. */
    void refuses(int status) {
        refuses = status;
    }

    /** Takes what it is handed, and never says so. */
    void isSilent(boolean now) {
        silent = now;
    }

    /** The line breaks behind what it takes. */
    void breaksTheLine() {
        breaking = true;
    }

    /** What it was handed, oldest first. */
    List<ObjectNode> taken() {
        return List.copyOf(taken);
    }

    void becomes(String status) {
        taken.get(taken.size() - 1).put("status", status);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!isOurs(exchange.getRequestHeaders().getFirst("Authorization"))) {
                fail(exchange, 403, "AuthError", "Invalid token: API key not found");
            } else if (exchange.getRequestMethod().equals("POST")) {
                take(exchange, path.substring(path.lastIndexOf('/') + 1));
            } else if (path.equals("/v2/notifications")) {
                list(exchange);
            } else {
                one(exchange, path.substring(path.lastIndexOf('/') + 1));
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOurs(String authorization) {
        try {
            SignedJWT token = SignedJWT.parse(authorization.replace("Bearer ", ""));
            return token.verify(new MACVerifier(SECRET.getBytes(StandardCharsets.UTF_8)))
                    && token.getJWTClaimsSet().getIssuer().equals(SERVICE);
        } catch (java.text.ParseException | com.nimbusds.jose.JOSEException forged) {
            return false;
        }
    }

    private void take(HttpExchange exchange, String kind) throws IOException, InterruptedException {
        ObjectNode handed = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        if (refuses != 0) {
            fail(exchange, refuses, "Error", "email_address " + handed.path("email_address").asText() + " is refused");
            return;
        }
        handed.put("id", UUID.randomUUID().toString()).put("type", kind)
                .put("status", kind.equals("letter") ? "pending-virus-check" : "created");
        taken.add(handed);
        if (breaking) {
            return;
        }
        if (silent) {
            closing.await(20, TimeUnit.SECONDS);
            return;
        }
        ObjectNode answer = JSON.createObjectNode().put("id", handed.get("id").asText())
                .put("reference", handed.get("reference").asText()).put("postage", handed.path("postage").asText(null));
        answer.putObject("content").put("subject", "Subject").put("body", "Body");
        answer.set("template", template());
        reply(exchange, 201, answer);
    }

    private void list(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getQuery();
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("links").put("current", url() + "/v2/notifications");
        taken.stream().filter(each -> asked.contains("reference=" + each.get("reference").asText())
                        && asked.contains("template_type=" + each.get("type").asText()))
                .forEach(answer.withArray("notifications")::add);
        answer.withArray("notifications").forEach(each -> whole((ObjectNode) each));
        reply(exchange, 200, answer);
    }

    private void one(HttpExchange exchange, String id) throws IOException {
        for (ObjectNode each : taken) {
            if (each.get("id").asText().equals(id)) {
                reply(exchange, 200, whole(each.deepCopy()));
                return;
            }
        }
        fail(exchange, 404, "NoResultFound", "No result found");
    }

    private static ObjectNode whole(ObjectNode notification) {
        notification.put("body", "Body").put("created_at", "2026-06-01T10:00:00Z").set("template", template());
        return notification;
    }

    private static JsonNode template() {
        return JSON.createObjectNode().put("id", TEMPLATE).put("version", 1).put("uri", "/v2/template/" + TEMPLATE);
    }

    private static void fail(HttpExchange exchange, int status, String error, String message) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("status_code", status);
        answer.withArray("errors").addObject().put("error", error).put("message", message);
        reply(exchange, status, answer);
    }

    private static void reply(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
    }
}
