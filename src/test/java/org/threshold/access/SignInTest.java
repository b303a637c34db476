package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.threshold.IntegrationTest;

/** The doors of the service, over HTTP. */
class SignInTest extends IntegrationTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentOfficer current;

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/work", "/cases", "/administration/people", "/presence", "/no-such-page",
        "/demonstration/date", "/error/x", "/assetsX"})
    void nothingIsOpenToStrangers(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).contains("/sign-in");
    }

    /** Behind the operator's TLS an address with our own protocol would lead out of it, and the browser refuses that. */
    @Test
    void aRedirectKeepsTheAddressThatTheBrowserAsked() {
        assertThat(location(visitor.get("/work"))).startsWith("/sign-in");
        assertThat(location(visitor.signIn("admin", "demo"))).startsWith("/");
    }

    @Test
    void strangersSeeTheSignInPageWithItsHeaders() {
        HttpResponse<String> answer = visitor.get("/sign-in");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'",
                "style-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
        assertThat(answer.body()).doesNotContain("<style", "onclick=", "javascript:");
    }

    @Test
    void signingInGivesANewSessionAndAsksWhereOneWorks() {
        visitor.get("/sign-in");
        String before = visitor.sessionId();
        HttpResponse<String> answer = visitor.signIn(caseworker(), "demo");
        assertThat(location(answer)).contains("/presence?continue=");
        assertThat(visitor.sessionId()).isNotNull().isNotEqualTo(before);
        assertThat(visitor.get("/presence").body()).contains("Where are you working today?", "Demonstration data.");
    }

    @Test
    void onesWayGoesOnAfterSigningIn() {
        HttpResponse<String> sent = visitor.get("/administration/people?x=1");
        assertThat(location(sent)).endsWith("/sign-in?continue=%2Fadministration%2Fpeople%3Fx%3D1");
        HttpResponse<String> answer = visitor.post("/sign-in", "/sign-in",
                Map.of("username", "admin", "password", "demo", "continue", "/administration/people?x=1"));
        assertThat(location(answer)).endsWith("/administration/people?x=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example",
        "/x\r\nSet-Cookie: a=b", "/sign-out", "javascript:alert(1)"})
    void nobodyIsLedElsewhere(String wanted) {
        HttpResponse<String> answer = visitor.post("/sign-in", "/sign-in",
                Map.of("username", "admin", "password", "demo", "continue", wanted));
        assertThat(location(answer)).matches("(http://localhost:" + port + ")?/");
    }

    @ParameterizedTest
    @CsvSource({"admin,wrong", "nobody,demo", "'',''", "ADMIN' or '1'='1,demo", "threshold,demo"})
    void aWrongPairIsRefusedWithoutSayingWhich(String username, String password) {
        HttpResponse<String> answer = visitor.signIn(username, password);
        assertThat(location(answer)).contains("/sign-in?wrong");
        assertThat(visitor.get("/sign-in?wrong").body()).contains("The username or password is wrong");
        assertThat(location(visitor.get("/work"))).contains("/sign-in");
    }

    @Test
    void bytesThatNoDatabaseTakesAreAWrongPair() {
        assertThat(location(visitor.signIn("a\u0000b", "demo"))).contains("/sign-in?wrong");
        assertThat(location(visitor.signIn("admin", "x".repeat(5000)))).contains("/sign-in?wrong");
    }

    @Test
    void signingOutEndsTheSession() {
        Visitor admin = Visitor.signedIn(port, "admin");
        HttpResponse<String> answer = admin.post("/administration/people", "/sign-out", Map.of());
        assertThat(location(answer)).contains("/sign-in?signedOut");
        assertThat(location(admin.get("/administration/people"))).contains("/sign-in");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        Visitor admin = Visitor.signedIn(port, "admin");
        String username = newUsername();
        HttpResponse<String> forged = admin.postWithoutToken("/administration/people/new", Map.of("username", username,
                "name", "Forged", "roles", "OFFICER", "_csrf", "made-up"));
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(admin.get("/administration/people").body()).doesNotContain(username);
    }

    @Test
    void aFormSentAfterTheSessionEndedLeadsToSignInAndBack() {
        Visitor admin = Visitor.signedIn(port, "admin");
        admin.loseCookies();
        HttpResponse<String> answer = admin.postWithoutToken("/administration/people/new", Map.of("username", "x"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).contains("/sign-in?expired&continue=%2Fadministration%2Fpeople%2Fnew");
    }

    @Test
    void aDisabledAccountIsOutAtTheNextRequest() {
        String username = caseworker();
        Visitor signedIn = Visitor.signedIn(port, username);
        assertThat(signedIn.get("/presence").statusCode()).isEqualTo(200);
        asAdmin().post("/administration/people", "/administration/people/" + username + "/disable", Map.of());
        assertThat(location(signedIn.get("/presence"))).contains("/sign-in");
        assertThat(location(visitor.signIn(username, "demo"))).contains("/sign-in?wrong");
    }

    @Test
    void aTemporaryPasswordMustBeChangedFirst() {
        Visitor admin = asAdmin();
        String username = newUsername();
        admin.post("/administration/people/new", "/administration/people/new", Map.of("username", username,
                "name", "New Example", "roles", "ANALYST", "worksForAuthority", "yes"));
        String page = admin.get("/administration/people").body();
        String temporary = page.replaceAll("(?s).*id=\"temporary-password\">([^<]+)<.*", "$1");
        assertThat(temporary).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        assertThat(admin.get("/administration/people").body()).doesNotContain(temporary);

        visitor.signIn(username, temporary);
        assertThat(location(visitor.get("/processes"))).contains("/password");
        HttpResponse<String> tooShort = visitor.post("/password", "/password",
                Map.of("oldPassword", temporary, "newPassword", "short"));
        assertThat(tooShort.body()).contains("Enter a password of at least 12 characters");
        HttpResponse<String> changed = visitor.post("/password", "/password",
                Map.of("oldPassword", temporary, "newPassword", "correct horse battery"));
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(location(visitor.get("/password"))).isEmpty();
        assertThat(visitor.get("/password").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "leader", "manager", "designer", "analyst"})
    void onlyAdministratorsManagePeopleAndTheDate(String username) {
        Visitor person = Visitor.signedIn(port, username);
        assertThat(person.get("/administration/people").statusCode()).isEqualTo(403);
        assertThat(person.get("/administration/teams/new").statusCode()).isEqualTo(403);
        assertThat(person.get("/demonstration/date").statusCode()).isEqualTo(403);
    }

    @Test
    void theApiTakesBasicAndAnswersInProblems() {
        HttpResponse<String> none = visitor.get("/api/clocks/calculate?kind=RELIEF_DUTY&trigger=2027-03-01");
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(header(none, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(none, "WWW-Authenticate")).startsWith("Basic");
        assertThat(none.headers().firstValue("Set-Cookie")).isEmpty();

        assertThat(visitor.basic("/api/nothing", "officer", "wrong").statusCode()).isEqualTo(401);
        assertThat(visitor.basic("/api/nothing", "officer", "demo").statusCode()).isEqualTo(404);
        assertThat(visitor.basic("/api/nothing", "officer", "demo", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSessionDoesNotOpenTheApi() {
        assertThat(Visitor.signedIn(port, "admin").get("/api/nothing").statusCode()).isEqualTo(401);
    }

    @Test
    void theApiIsDescribedToPeopleInsideOnly() {
        assertThat(visitor.get("/v3/api-docs").statusCode()).isEqualTo(401);
        assertThat(visitor.basic("/v3/api-docs", "analyst", "demo").statusCode()).isEqualTo(200);
        assertThat(Visitor.signedIn(port, "admin").get("/v3/api-docs").body()).contains("\"openapi\"");
    }

    private Visitor asAdmin() {
        return Visitor.signedIn(port, "admin");
    }

    /** A caseworker of this test alone, who has not said where they work. */
    private String caseworker() {
        String username = newUsername();
        current.asService(() -> {
            accounts.addWithPassword(new AccountDetails(username, "Casey Example", Set.of(Role.OFFICER),
                    Set.of("north"), true), "demo");
            return null;
        });
        return username;
    }

    private static String newUsername() {
        return "t" + Long.toString(System.nanoTime(), 36);
    }

    private static String location(HttpResponse<String> answer) {
        return header(answer, "Location");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
