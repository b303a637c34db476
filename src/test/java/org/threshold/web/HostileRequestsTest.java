package org.threshold.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.threshold.IntegrationTest;
import org.threshold.web.Caller.Reply;
import org.threshold.web.Routes.Route;

/**
 * Every route that the service has, by every role, with what an attacker sends. The routes are those that are mapped, so
 * that a new one is attacked without a word here. Each gets its answer, and no table moves.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest extends IntegrationTest {

    private static final List<String> ROLES = List.of("officer", "senior", "leader", "manager", "designer", "analyst",
            "admin", "dpo");
    private static final Set<String> DRAFTS = Set.of("threshold.step_draft");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PAGE_OF_ANOTHER_SITE = "//evil.example/x";
    /** What no form of ours asks for, and what a careless binding would take. */
    private static final String[] FORGED = {"username", "admin", "roles", "ADMINISTRATOR", "role", "SERVICE_MANAGER",
        "owner", "officer2", "status", "CLOSED", "caseReference", "TH-100001-E", "class.module.classLoader.x", "1",
        "officer.username", "admin", "_method", "DELETE"};

    /** Buttons without a form: whoever may press them may, and nothing that is sent changes what they do. */
    private static final Set<String> BUTTONS = Set.of("/work/next", "/steps/{id}/claim", "/steps/{id}/release",
            "/steps/{id}/off-hold", "/steps/{id}/draft/discard", "/administration/people/{username}/disable",
            "/administration/people/{username}/enable", "/administration/people/{username}/password",
            "/administration/people/{username}/provide", "/administration/people/{username}/sessions/end",
            "/cases/{reference}/appointments/{id}/attended", "/appointments/calendar", "/appointments/calendar/stop",
            "/appointments/slots/{id}/withdraw", "/my-sessions/end-others", "/my-sessions/{id}/end",
            "/cases/{reference}/placements/{placementId}/keys/release",
            "/cases/{reference}/placements/{placementId}/keys/take-back", "/duty-managers/{id}/end", "/benefit/files/out",
            "/h-clic/quarters/{quarter}/csv", "/h-clic/quarters/{quarter}/json",
            "/cases/{reference}/move-on/start");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private List<RequestMappingHandlerMapping> mappings;

    private List<Route> routes;
    private Map<String, Caller> callers;
    private Map<String, String> real;
    private Unmoved unmoved;

    @BeforeAll
    void signIn() {
        routes = Routes.all(mappings);
        callers = new LinkedHashMap<>();
        ROLES.forEach(role -> callers.put(role, Caller.signedIn(port, role)));
        real = aCase(callers.get("officer"));
        // The first look of a day makes the day's seal of public forms.
        Caller.stranger(port).get("/refer");
    }

    @BeforeEach
    void look() {
        unmoved = new Unmoved(new AllTables(jdbc), DRAFTS);
    }

    /** A case with a step, so that addresses lead to something. */
    private Map<String, String> aCase(Caller officer) {
        officer.get("/approaches/new");
        String name = "Hostile" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        Reply taken = officer.post("/approaches/new", "formId", UUID.randomUUID().toString(), "people", "0", "do",
                "continue", "familyName", name, "bornNotKnown", "yes", "reason", "Asked to leave");
        String reference = taken.location().replaceAll(".*(TH-[0-9]+-[A-Z]).*", "$1");
        String step = jdbc.sql("select step_id from worklist_step where case_reference = ?").param(reference)
                .query(String.class).single();
        return Map.of("reference", reference, "id", step, "username", "officer2", "key", "north", "number", "1",
                "quarter", "2026-Q1", "name", "cases.csv");
    }

    private Stream<Route> pages(Predicate<Route> which) {
        return routes.stream().filter(route -> !route.isPublicOrApi()).filter(which);
    }

    private Stream<Route> changing() {
        return pages(Route::changes);
    }

    @Test
    void everyAnswerToEveryRoleIsKeptFromCachesFramesAndSniffing() {
        for (String role : ROLES) {
            routes.stream().filter(route -> route.method().equals("GET")).forEach(route -> {
                String address = route.with(real);
                unmoved.attempt(role + " GET " + address, () -> isPersonal(callers.get(role).get(address)));
            });
        }
        Caller stranger = Caller.stranger(port);
        pages(route -> true).forEach(route -> unmoved.attempt("a stranger " + route,
                () -> isPersonal(stranger.send(route.method(), route.with(real), null, new byte[0]))));
        for (String nowhere : List.of("/nowhere", "/cases/TH-1-X", "/steps/%00", "/assets/none.css", "/api/none",
                "/v3/none", "/refer/none", "/steps/..%2fx", "/error")) {
            unmoved.attempt(nowhere, () -> isPersonal(callers.get("officer").get(nowhere)));
        }
        unmoved.make();
    }

    private static void isPersonal(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isLessThan(500);
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(reply.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "default-src 'none'");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(reply.headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(reply.text()).doesNotContain("Exception", "at org.", "Whitelabel");
    }

    @Test
    void noRoleSendsAFormWithoutItsOwnToken() {
        String others = Caller.signedIn(port, "officer2").token();
        for (String role : ROLES) {
            changing().forEach(route -> {
                String address = route.with(real);
                unmoved.attempt(role + " without a token " + address, () -> refusedWith(403,
                        callers.get(role).postForm(address, "a=b")));
            });
        }
        changing().forEach(route -> unmoved.attempt("with another’s token " + route, () -> refusedWith(403,
                callers.get("manager").postForm(route.with(real), "_csrf=" + others))));
        changing().forEach(route -> unmoved.attempt("a stranger " + route, () -> assertThat(Caller.stranger(port)
                .postForm(route.with(real), "_csrf=" + others).location()).contains("/sign-in")));
        unmoved.make();
    }

    private static void refusedWith(int status, Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    }

    /**
     * Ids that are none of theirs, and fields that nobody asked for: a step, a case, a letter, a person, a search. What
     * the service could not do by itself is soon done: its page says so, whatever the id.
     */
    @Test
    void guessedIdsAndForgedFieldsOpenNothingForAnyRole() {
        Map<String, String> guessed = Map.of("reference", "TH-999983-X", "id", UUID.randomUUID().toString(), "username",
                "nobody-here", "key", "no-team", "number", "99", "quarter", "1999-Q1", "name", "passwd", "job", "none");
        for (String role : ROLES) {
            pages(Route::hasVariable).filter(route -> !route.pattern().startsWith("/incidents/")).forEach(route -> unmoved.attempt(role + " guesses " + route, () -> {
                Caller caller = callers.get(role);
                Reply reply = route.changes() ? caller.post(route.with(guessed), FORGED) : caller.get(route.with(guessed));
                // A button's address that is looked at leads to the page of the button, whatever the id.
                assertThat(reply.status()).as(reply.text()).isIn(302, 400, 403, 404, 405, 406, 409, 415, 422);
                assertThat(reply.location()).doesNotStartWith("http").doesNotStartWith("//");
            }));
        }
        unmoved.make();
    }

    /** With a real case: what is asked for is missing and what is not asked for is there. */
    @Test
    void forgedFieldsAreNeverTaken() {
        for (String role : ROLES) {
            changing().filter(route -> !isButton(route)).forEach(route -> unmoved.attempt(
                    role + " forges " + route, () -> {
                        Reply reply = callers.get(role).post(route.with(real), FORGED);
                        assertThat(reply.status()).as(reply.text()).isIn(200, 302, 400, 403, 404, 409, 422);
                    }));
        }
        unmoved.make();
    }

    private static boolean isButton(Route route) {
        return BUTTONS.contains(route.pattern());
    }

    @Test
    void otherMethodsAndOverridesDoNothing() {
        Caller officer = callers.get("officer");
        Caller admin = callers.get("admin");
        pages(route -> true).map(route -> route.with(real)).distinct().forEach(address -> {
            for (String method : List.of("PUT", "DELETE", "PATCH", "TRACE")) {
                unmoved.attempt(method + " " + address, () -> assertThat(officer.send(method, address, FORM, new byte[0],
                        "X-CSRF-TOKEN", officer.token()).status()).isIn(400, 403, 404, 405));
            }
            unmoved.attempt("a hidden method at " + address, () -> assertThat(admin.send("GET", address
                    + "?_method=DELETE", null, new byte[0], "X-HTTP-Method-Override", "DELETE", "X-HTTP-Method", "POST",
                    "X-Method-Override", "POST").status()).isLessThan(500));
        });
        unmoved.make();
    }

    @Test
    void tricksInThePathLeadNowhere() {
        Caller officer = callers.get("officer");
        pages(route -> !route.pattern().equals("/")).map(route -> route.with(real)).distinct().forEach(address -> {
            for (String trick : List.of("/" + address, address + ";a=b", address + "%00", address + "/%2e%2e/x",
                    address + "%2f", "/." + address, address + "%0d%0aX-Injected:%20yes", address + "/..;/x")) {
                unmoved.attempt(trick, () -> {
                    Reply reply = officer.get(trick);
                    assertThat(reply.status()).as(reply.text()).isIn(400, 404);
                    assertThat(reply.headers().map()).doesNotContainKey("x-injected");
                });
            }
        });
        unmoved.make();
    }

    /** Line breaks and addresses of elsewhere in whatever a route may read. */
    @Test
    void nothingSentReachesAHeaderOrLeadsToAnotherSite() {
        String breaks = "%0d%0aSet-Cookie:%20threshold=planted%0d%0aX-Injected:%20yes";
        Caller leader = callers.get("leader");
        routes.stream().filter(route -> route.method().equals("GET")).forEach(route -> {
            for (String value : List.of(breaks, PAGE_OF_ANOTHER_SITE, "/%5cevil.example")) {
                String address = route.with(real) + Stream.of("continue", "show", "team", "q", "year", "back", "from")
                        .map(name -> name + "=" + value).collect(Collectors.joining("&", "?", ""));
                unmoved.attempt(address, () -> staysHere(leader.get(address)));
            }
        });
        unmoved.make();
    }

    private static void staysHere(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isLessThan(500);
        assertThat(reply.headers().map()).doesNotContainKey("x-injected");
        assertThat(reply.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("planted"));
        assertThat(reply.location()).doesNotStartWith("http").doesNotStartWith("//").doesNotContain("\\");
    }

    @Test
    void bodiesThatAreTooLargeOrOfAnotherKindAreNotRead() {
        String large = "text=" + "x".repeat(600_000);
        Caller officer = callers.get("officer");
        changing().filter(route -> !isButton(route)).forEach(route -> {
            String address = route.with(real);
            unmoved.attempt("600 KB to " + address, () -> {
                Reply reply = officer.postForm(address, large);
                refusedWith(413, reply);
                isPersonal(reply);
            });
            for (Map.Entry<String, String> body : bodies().entrySet()) {
                unmoved.attempt(body.getKey() + " to " + address, () -> assertThat(officer.send("POST", address,
                        body.getKey(), body.getValue().getBytes(StandardCharsets.UTF_8), "X-CSRF-TOKEN", officer.token())
                        .status()).isIn(200, 302, 400, 403, 404, 409, 415, 422));
            }
        });
        unmoved.make();
    }

    private static Map<String, String> bodies() {
        return Map.of("application/json", "{\"username\": \"admin\", \"roles\": [\"ADMINISTRATOR\"]}",
                "text/xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "text/plain", "username=admin", "application/x-java-serialized-object", "\u00ac\u00ed\u0000\u0005",
                "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\na\r\n--x--\r\n");
    }

    /** The same name twice, as in pollution of parameters: none of the two is silently chosen and acted on. */
    @Test
    void everythingTwiceIsNotTaken() {
        List<String> twice = new ArrayList<>();
        Stream.of(FORGED).forEach(word -> twice.add(word));
        twice.addAll(List.of(FORGED));
        twice.addAll(List.of("do", "save", "do", "delete", "reason", "one", "reason", "two", "text", "one", "text", "two"));
        changing().filter(route -> !isButton(route)).forEach(route -> unmoved.attempt("twice to " + route,
                () -> assertThat(callers.get("manager").post(route.with(real), twice.toArray(String[]::new)).status())
                        .isIn(200, 302, 400, 403, 404, 409, 422)));
        unmoved.make();
    }
}
