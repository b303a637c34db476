package org.threshold.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.threshold.IntegrationTest;
import org.threshold.access.store.SignInStore;

/** Where people are signed in, and how it ends; and what slows down whoever guesses. */
class SessionsTest extends IntegrationTest {

    private static final Pattern END = Pattern.compile("/my-sessions/([0-9a-f-]{36})/end");

    @LocalServerPort
    int port;
    @Autowired
    Accounts accounts;
    @Autowired
    CurrentOfficer current;
    @Autowired
    SignInStore store;
    @Autowired
    SessionTime time;
    @Autowired
    SignInSettings settings;
    @Autowired
    JdbcClient jdbc;

    private final String username = "z" + Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void account() {
        add(username);
    }

    @Test
    void oneSeesWhereOneIsSignedInAndEndsWhatOneDoesNotKnow() {
        Visitor here = Visitor.signedIn(port, username);
        Visitor there = new Visitor(port).from("203.0.113.77");
        there.signIn(username, "demo");
        String page = here.get("/my-sessions").body();
        assertThat(page).contains("This one", "203.0.113.77", "Password", "an hour", "12 hours");
        List<String> others = END.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(others).hasSize(1);

        here.post("/my-sessions", "/my-sessions/" + others.get(0) + "/end", Map.of());
        assertThat(location(there.get("/processes"))).startsWith("/sign-in?ended");
        assertThat(there.get("/sign-in?ended").body()).contains("your session was ended somewhere else");
        assertThat(here.get("/my-sessions").body()).contains("You are signed in nowhere else");
        assertThat(audited()).containsExactly("BY_PERSON");

        there.signIn(username, "demo");
        here.post("/my-sessions", "/my-sessions/end-others", Map.of());
        assertThat(location(there.get("/processes"))).startsWith("/sign-in?ended");
        assertThat(here.get("/processes").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyEndsAnothersAndTheCookieIsNowhere() {
        Visitor here = Visitor.signedIn(port, username);
        Visitor.signedIn(port, "analyst").get("/my-sessions");
        UUID anothers = jdbc.sql("select id from sign_in_session where username = 'analyst' and ended_at is null limit 1")
                .query(UUID.class).single();
        assertThat(here.post("/my-sessions", "/my-sessions/" + anothers + "/end", Map.of()).statusCode()).isEqualTo(404);
        assertThat(here.post("/my-sessions", "/my-sessions/nonsense/end", Map.of()).statusCode()).isEqualTo(404);
        assertThat(here.get("/my-sessions").body()).doesNotContain(here.sessionId());
        assertThat(jdbc.sql("select count(*) from sign_in_session s where s::text like ?")
                .param("%" + here.sessionId() + "%").query(Integer.class).single()).isZero();
    }

    @Test
    void anAdministratorSignsAPersonOutEverywhere() {
        Visitor person = Visitor.signedIn(port, username);
        Visitor admin = Visitor.signedIn(port, "admin");
        String page = "/administration/people/" + username;
        assertThat(admin.get(page).body()).contains("Where they are signed in", "A browser at 127.0.0.1");
        admin.post(page, page + "/sessions/end", Map.of());
        assertThat(location(person.get("/processes"))).startsWith("/sign-in?ended");
        assertThat(audited()).containsExactly("BY_ADMINISTRATOR");
        assertThat(Visitor.signedIn(port, username).postWithoutToken(page + "/sessions/end", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherNodeHearsOfItFromTheDatabase() {
        Visitor.signedIn(port, username);
        UUID id = jdbc.sql("select id from sign_in_session where username = ?").param(username).query(UUID.class).single();
        SessionRegistry otherNode = new SessionRegistry(store, time, settings);
        otherNode.began(id, time.now());
        assertThat(otherNode.ended(id)).isEmpty();
        store.end(id, time.now(), SessionEnd.BY_ADMINISTRATOR.name());
        assertThat(otherNode.ended(id)).as("what was read less than 10 s ago holds").isEmpty();
        otherNode.changed();
        assertThat(otherNode.ended(id)).contains(SessionEnd.BY_ADMINISTRATOR);
        assertThat(Directory.OLDEST.toSeconds()).isEqualTo(10);
    }

    @Test
    void whoTriesManyAccountsIsSlowedAndTheDeskBesideThemIsNot() {
        String desk = "203.0.113." + (1 + System.nanoTime() % 60);
        String colleague = username + "x";
        String newcomer = username + "y";
        add(colleague);
        add(newcomer);
        Visitor earlierToday = new Visitor(port).from(desk);
        assertThat(location(earlierToday.signIn(username, "demo"))).doesNotContain("/sign-in");
        Visitor ownBrowser = new Visitor(port).from("198.51.100.7");
        assertThat(location(ownBrowser.signIn(colleague, "demo"))).doesNotContain("/sign-in");

        Visitor attacker = new Visitor(port).from(desk);
        for (int at = 0; at < SprayThrottle.REFUSALS; at++) {
            assertThat(location(attacker.signIn(username + at, "Summer2026!"))).contains("?wrong");
        }
        assertThat(location(attacker.signIn(username + "99", "Summer2026!"))).contains("?wait");
        assertThat(location(new Visitor(port).from(desk).signIn(newcomer, "demo"))).contains("?wait");
        assertThat(location(new Visitor(port).from(desk).signIn(username, "demo"))).doesNotContain("/sign-in");
        assertThat(location(ownBrowser.from(desk).signIn(colleague, "demo"))).doesNotContain("/sign-in");
        assertThat(location(ownBrowser.signIn(newcomer, "demo"))).as("known only for whom it is known").contains("?wait");
    }

    @Test
    void whereSomebodyIsSignedInIsSaidInWords() {
        Map<String, String> said = Map.of(
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 "
                        + "Safari/537.36 Edg/126.0", "Edge on Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile "
                        + "Safari/604.1", "Safari on iPhone",
                "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox on Linux",
                "<script>", "A browser");
        said.forEach((header, words) -> {
            Visitor visitor = Visitor.signedIn(port, username, header);
            Matcher found = Pattern.compile("scope=\"row\"[^>]*>([^<]+) <strong").matcher(visitor.get("/my-sessions").body());
            assertThat(found.find()).isTrue();
            assertThat(found.group(1)).isEqualTo(words);
        });
    }

    private void add(String name) {
        current.asService(() -> {
            accounts.addWithPassword(new AccountDetails(name, "Zed Example", Set.of(Role.ANALYST), Set.of(), true,
                    name + "@council.example"), "demo");
            return null;
        });
    }

    private List<String> audited() {
        return jdbc.sql("select details ->> 'why' from audit_entry where subject = ? and action = 'session.ended'")
                .param(username).query(String.class).list();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
