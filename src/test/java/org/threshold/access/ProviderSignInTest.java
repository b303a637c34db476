package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.CouncilProvider;
import org.threshold.IntegrationTest;

/** Sign-in at the council's provider over HTTP, with a real provider: who comes in, as what, and when it ends. */
class ProviderSignInTest extends IntegrationTest {

    private static final List<String> OFFICER = List.of("threshold-officer", "offline_access", "own-staff");
    private static final List<String> NORTH = List.of("/threshold/north", "/somewhere/else");

    @LocalServerPort
    int port;
    @Autowired
    Accounts accounts;
    @Autowired
    Directory directory;
    @Autowired
    CurrentOfficer current;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableSessionTime time;

    private Visitor visitor;
    private final String username = "p" + Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @AfterEach
    void setTimeBack() {
        time.setBack();
    }

    @Test
    void theWayThereIsTheCodeFlowWithPkceStateAndNonce() {
        String start = location(visitor.get("/sign-in/provider?continue=/processes"));
        String there = location(visitor.get(start));
        assertThat(there).startsWith(PROVIDER.issuer() + "/authorize").contains("response_type=code",
                "code_challenge_method=S256", "code_challenge=", "state=", "nonce=", "scope=openid",
                "client_id=" + CouncilProvider.CLIENT);
        assertThat(URLDecoder.decode(there, StandardCharsets.UTF_8))
                .contains("redirect_uri=http://localhost:" + port + "/sign-in/return");
        assertThat(location(visitor.get(start + "&other"))).contains("prompt=login");
    }

    @Test
    void rolesAndTeamsComeFromTheClaimsAndNothingElseDoes() {
        assertThat(location(signIn("s-" + username, claims(OFFICER, NORTH), "/processes")))
                .isEqualTo("/presence?continue=%2Fprocesses");
        Officer officer = directory.find(username).orElseThrow();
        assertThat(officer).isEqualTo(new Officer(username, "Pat Example", Set.of(Role.OFFICER), Set.of("north"), true));
        assertThat(directory.emailOf(username)).contains(username + "@council.example");
        assertThat(visitor.get("/processes").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/administration/people").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/processes").body()).contains("Pat Example");
        assertThat(audited("account.added")).contains("PROVIDER", "\"roles\": \"OFFICER\"", "\"teams\": \"north\"");
    }

    @Test
    void whatChangesAtTheProviderChangesAtTheNextSignInAndIsAudited() {
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        signIn("s-" + username, CouncilProvider.claims("renamed-" + username, "Pat Married",
                List.of("threshold-duty-leader"), List.of("/threshold/south")), "/");
        Officer officer = directory.find(username).orElseThrow();
        assertThat(officer).isEqualTo(new Officer(username, "Pat Married", Set.of(Role.TEAM_LEADER), Set.of("south"),
                false));
        assertThat(audited("account.changed")).contains("\"roles\": \"TEAM_LEADER\"", "\"teams\": \"south\"");
        assertThat(directory.find("renamed-" + username)).isEmpty();
    }

    @Test
    void whoHasNoRoleGetsAPageAndNoAccount() {
        HttpResponse<String> refused = signIn("s-" + username, claims(List.of("something"), NORTH), "/");
        assertThat(location(refused)).isEqualTo("/sign-in/not-admitted?why=NO_ROLE");
        assertThat(visitor.get(location(refused)).body()).contains("You cannot use Threshold yet",
                "You have no role in Threshold");
        assertThat(location(visitor.get("/work"))).startsWith("/sign-in");
        assertThat(directory.account(username)).isEmpty();
    }

    @Test
    void whoLosesTheLastRoleIsOutEverywhere() {
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        Visitor other = new Visitor(port);
        assertThat(location(signIn(other, "s-" + username, claims(List.of(), List.of()), "/")))
                .isEqualTo("/sign-in/not-admitted?why=NO_ROLE");
        assertThat(directory.find(username).orElseThrow().roles()).isEmpty();
        assertThat(location(visitor.get("/presence"))).startsWith("/sign-in");
    }

    @Test
    void nobodyGetsAnAccountThatIsAnothersBecauseOfItsName() {
        accountWithPassword();
        assertThat(location(signIn("s-" + username, claims(OFFICER, NORTH), "/"))).endsWith("why=TAKEN_HERE");
        assertThat(directory.account(username).orElseThrow().subject()).isNull();

        asAdmin().post("/administration/people/" + username, "/administration/people/" + username + "/provide", Map.of());
        assertThat(location(new Visitor(port).signIn(username, "demo"))).contains("?wrong");
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        assertThat(visitor.get("/processes").statusCode()).isEqualTo(200);
        assertThat(audited("account.linked")).isNotEmpty();

        Visitor namesake = new Visitor(port);
        assertThat(location(signIn(namesake, "another-" + username, claims(OFFICER, NORTH), "/")))
                .endsWith("why=TAKEN_THERE");
    }

    /** The part before the @ may be a guest's too: neither their sign-in nor their e-mail address takes the account. */
    @Test
    void anAccountThatWaitsIsNotTakenByANamesake() {
        accountWithPassword();
        jdbc.sql("update account set email = ? where username = ?").params(username + "@here.example", username).update();
        asAdmin().post("/administration/people/" + username, "/administration/people/" + username + "/provide", Map.of());

        assertThat(location(signIn(new Visitor(port), "guest-" + username, claims(List.of(), List.of()), "/")))
                .endsWith("why=NO_ROLE");
        assertThat(directory.account(username).orElseThrow().subject()).isNull();
        assertThat(directory.account(username).orElseThrow().roles()).isNotEmpty();
        HttpResponse<String> other = signIn(new Visitor(port), "other-" + username, withEmail("@elsewhere.example"), "/");
        assertThat(location(other)).endsWith("why=OTHER_EMAIL");
        assertThat(visitor.get(location(other)).body()).contains("another e-mail address");
        assertThat(directory.account(username).orElseThrow().subject()).isNull();

        asAdmin().post("/administration/people/" + username, "/administration/people/" + username,
                Map.of("email", username + "@There.example", "teams", "north"));
        signIn("s-" + username, withEmail("@there.example"), "/");
        assertThat(visitor.get("/processes").statusCode()).isEqualTo(200);
        asAdmin().post("/administration/people/" + username, "/administration/people/" + username,
                Map.of("email", "somebody@else.example"));
        assertThat(directory.emailOf(username)).contains(username + "@there.example");
    }

    private String withEmail(String domain) {
        return claims(OFFICER, NORTH).replaceFirst("\"email\"\\s*:\\s*\"[^\"]*\"",
                "\"email\":\"" + username + domain + "\"");
    }

    @Test
    void aLeaverIsOutAtTheNextRequestAndStaysOut() {
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        asAdmin().post("/administration/people/" + username, "/administration/people/" + username + "/disable", Map.of());
        assertThat(location(visitor.get("/processes"))).startsWith("/sign-in?ended");
        assertThat(location(signIn("s-" + username, claims(OFFICER, NORTH), "/"))).endsWith("why=DISABLED");
    }

    @Test
    void signingOutEndsItAtBothEnds() {
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        HttpResponse<String> out = visitor.post("/presence", "/sign-out", Map.of());
        assertThat(location(out)).isEqualTo("/sign-in/provider?signedOut");
        String page = visitor.get(location(out)).body();
        assertThat(page).contains("http-equiv=\"refresh\"");
        String there = page.replaceAll("(?s).*url=([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(there).startsWith(PROVIDER.issuer() + "/endsession").contains("id_token_hint=ey",
                "post_logout_redirect_uri=");
        HttpResponse<String> back = visitor.follow(there);
        assertThat(location(back)).isEqualTo("http://localhost:" + port + "/sign-in/signed-out");
        assertThat(location(visitor.get("/sign-in/signed-out"))).isEqualTo("/sign-in?signedOut");
        assertThat(location(visitor.get("/presence"))).startsWith("/sign-in");
        assertThat(jdbc.sql("select end_reason from sign_in_session where username = ?").param(username)
                .query(String.class).list()).containsExactly("SIGNED_OUT");
    }

    @Test
    void theProviderEndsASessionByBackChannel() {
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        Visitor elsewhere = new Visitor(port);
        signIn(elsewhere, "s-" + username, claims(OFFICER, NORTH).replace("sid-of-", "other-sid-of-"), "/");
        assertThat(backChannel(PROVIDER.logoutToken("s-" + username, Map.of("sid", "sid-of-" + username)))).isEqualTo(200);
        assertThat(location(visitor.get("/presence"))).startsWith("/sign-in?ended");
        assertThat(elsewhere.get("/presence").statusCode()).isEqualTo(200);
        assertThat(backChannel(PROVIDER.logoutToken("s-" + username, Map.of()))).isEqualTo(200);
        assertThat(location(elsewhere.get("/presence"))).startsWith("/sign-in?ended");
        assertThat(audited("session.ended")).contains("AT_PROVIDER");
    }

    /** They signed out, and in again: the word about the first session, kept by somebody, does not end the second. */
    @Test
    void whatTheProviderSaidBeforeASessionBeganDoesNotEndIt() {
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        assertThat(backChannel(PROVIDER.logoutToken("s-" + username,
                Map.of("iat", Date.from(Instant.now().minusSeconds(200)))))).isEqualTo(200);
        assertThat(visitor.get("/presence").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyElseEndsASessionByBackChannel() {
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        Map<String, Object> session = Map.of("sid", "sid-of-" + username);
        String right = PROVIDER.logoutToken("s-" + username, session);
        List<String> wrong = List.of("", "x", "a.b.c", right.substring(0, right.lastIndexOf('.') + 1),
                right.substring(0, right.length() - 6) + "AAAAAA",
                PROVIDER.logoutToken("s-" + username, Map.of("nonce", "n", "sid", "sid-of-" + username)),
                PROVIDER.logoutToken("s-" + username, Map.of("events", Map.of())),
                PROVIDER.logoutToken("s-" + username, Map.of("iat", Date.from(Instant.now().minusSeconds(900)))),
                PROVIDER.token("s-" + username, CouncilProvider.CLIENT, session),
                PROVIDER.token("s-" + username, CouncilProvider.AUDIENCE, session));
        assertThat(wrong).allSatisfy(token -> assertThat(backChannel(token)).isEqualTo(400));
        assertThat(visitor.get("/presence").statusCode()).isEqualTo(200);
    }

    @Test
    void aProviderWithoutBackChannelEndsItByFrontChannel() {
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        Visitor frame = new Visitor(port);
        assertThat(frame.get("/sign-in/front-channel?iss=https://evil.example&sid=sid-of-" + username).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/presence").statusCode()).isEqualTo(200);
        frame.get("/sign-in/front-channel?iss=" + PROVIDER.issuer() + "&sid=sid-of-" + username);
        assertThat(location(visitor.get("/presence"))).startsWith("/sign-in?ended");
    }

    @Test
    void aSessionEndsWhenIdleAndAfterADayWhateverIsDone() {
        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        time.moveOn(Duration.ofMinutes(59));
        assertThat(visitor.get("/presence").statusCode()).isEqualTo(200);
        time.moveOn(Duration.ofMinutes(61));
        assertThat(location(visitor.get("/presence"))).startsWith("/sign-in?expired");
        assertThat(visitor.get("/sign-in?expired").body()).contains("because nothing was done for an hour");

        signIn("s-" + username, claims(OFFICER, NORTH), "/");
        for (int half = 0; half < 23; half++) {
            time.moveOn(Duration.ofMinutes(31));
            assertThat(visitor.get("/presence").statusCode()).isEqualTo(200);
        }
        assertThat(visitor.get("/presence").body()).contains("You will be signed out at");
        time.moveOn(Duration.ofMinutes(31));
        assertThat(location(visitor.get("/presence"))).startsWith("/sign-in?longest");
        assertThat(visitor.get("/sign-in?longest").body()).contains("you signed in more than 12 hours ago");
    }

    @Test
    void whoeverComesBackWithAForgedAnswerIsNotSignedIn() {
        visitor.get(location(visitor.get("/sign-in/provider")));
        assertThat(location(visitor.get("/sign-in/return?code=made-up&state=made-up"))).startsWith("/sign-in?failed");
        assertThat(visitor.get("/sign-in?failed").body()).contains("Signing in there did not work");
        String start = location(visitor.get(location(visitor.get("/sign-in/provider"))));
        String answer = PROVIDER.signIn(start, "s-" + username, claims(OFFICER, NORTH));
        assertThat(location(new Visitor(port).follow(answer))).startsWith("/sign-in?failed");
        assertThat(location(visitor.follow(answer.replaceFirst("code=[^&]+", "code=other")))).startsWith("/sign-in?failed");
        assertThat(location(visitor.get("/sign-in/return?error=access_denied&state=x"))).startsWith("/sign-in?");
        assertThat(directory.account(username)).isEmpty();
    }

    private String claims(List<String> roles, List<String> groups) {
        return CouncilProvider.claims(username, "Pat Example", roles, groups);
    }

    private HttpResponse<String> signIn(String subject, String claims, String wanted) {
        return signIn(visitor, subject, claims, wanted);
    }

    private HttpResponse<String> signIn(Visitor who, String subject, String claims, String wanted) {
        String there = location(who.get(location(who.get("/sign-in/provider?continue=" + wanted))));
        return who.follow(PROVIDER.signIn(there, subject, claims));
    }

    private int backChannel(String token) {
        return new Visitor(port).postWithoutToken("/sign-in/back-channel", Map.of("logout_token", token)).statusCode();
    }

    private void accountWithPassword() {
        current.asService(() -> {
            accounts.addWithPassword(new AccountDetails(username, "Pat Example", Set.of(Role.OFFICER), Set.of("north"),
                    true), "demo");
            return null;
        });
    }

    private Visitor asAdmin() {
        return Visitor.signedIn(port, "admin");
    }

    private String audited(String action) {
        return String.join("\n", jdbc.sql("select details::text from audit_entry where subject = ? and action = ?")
                .params(username, action).query(String.class).list());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
